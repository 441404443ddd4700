using Concordat.Agreements;
using Concordat.Organisations;
using Concordat.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.Tests.Journals;

public sealed class PastRegistersTests
{
    private sealed class Calendar(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }

    private static async Task<string> SayAsync(PastRegisters pasts, DateOnly day)
    {
        var past = (await pasts.OfAsync(day)).Value;
        await using var db = past.Store.Read(Reader.Local);
        var agreements = await db.Agreements.OrderBy(a => a.SortKey).Select(a => a.Title).ToListAsync();
        var partners = await db.AgreementParties.Join(db.Organisations, p => p.Organisation, o => o.Record, (_, o) => o.Title).Distinct().OrderBy(t => t).ToListAsync();
        return $"{string.Join(", ", agreements)} with {string.Join(", ", partners)}";
    }

    [Theory, BothDatabases]
    public async Task The_register_is_as_it_was_at_the_end_of_each_day(Database database)
    {
        await using var at = await Databases.NewAsync(database);
        var clock = new Calendar(new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        var journal = new Concordat.Journal(at.Store, clock);
        var (partner, agreement, name) = (Ids.New(clock), Ids.New(clock), Ids.New(clock));
        async Task SaveAsync(int day, params Edit[] edits)
        {
            clock.Now = new(2026, 3, day, 23, 59, 59, TimeSpan.Zero);
            Assert.True((await journal.SaveAsync(new Deed(Actor.Local, [.. edits]))).Done);
        }

        await SaveAsync(2, Edit.Create(partner, OrganisationKind.Name, [new Set($"names/{name}/text", "Norvik Laboratory")]),
            Edit.Create(agreement, AgreementKind.Name, [new Set("title", "Study of Ice"), new Set($"parties/{Ids.New(clock)}/organisation", partner.ToString("D"))]));
        await SaveAsync(4, new Edit(partner, OrganisationKind.Name, 1, [new Set($"names/{name}/text", "Norvik Polar Laboratory")]));
        await SaveAsync(5, new Edit(agreement, AgreementKind.Name, 1, [new Set("title", "Study of Snow")]));
        clock.Now = new(2026, 3, 7, 0, 0, 0, TimeSpan.Zero);
        await using var pasts = new PastRegisters(at.Store, clock);
        Assert.Equal(" with ", await SayAsync(pasts, new(2026, 3, 1)));
        Assert.Equal("Study of Ice with Norvik Laboratory", await SayAsync(pasts, new(2026, 3, 3)));
        Assert.Equal("Study of Ice with Norvik Polar Laboratory", await SayAsync(pasts, new(2026, 3, 4)));
        Assert.Same((await pasts.OfAsync(new(2026, 3, 4))).Value, (await pasts.OfAsync(new(2026, 3, 4))).Value);
        Assert.Equal("past.busy", (await pasts.OfAsync(new(2026, 3, 6))).Refusal?.Code);
        Assert.Equal("past.not-past", (await pasts.OfAsync(new(2026, 3, 7))).Refusal?.Code);
        await at.VerifiedAsync();
    }

    [Fact]
    public async Task What_was_made_for_a_day_is_gone_with_the_program()
    {
        await using var at = await Databases.NewAsync(Database.Sqlite);
        var pasts = new PastRegisters(at.Store, TimeProvider.System);
        var folder = (await pasts.OfAsync(new(2020, 1, 1))).Value.Store.Place.Folder;
        Assert.True(Directory.Exists(folder));
        await pasts.DisposeAsync();
        Assert.False(Directory.Exists(folder));
    }
}
