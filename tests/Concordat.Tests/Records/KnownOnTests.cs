using Concordat.Agreements;
using Concordat.Records;
using Concordat.Tests.Storage;

namespace Concordat.Tests.Records;

public sealed class KnownOnTests
{
    private sealed class Calendar : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }

    [Theory, BothDatabases]
    public async Task A_record_is_shown_as_it_was_known_at_the_end_of_a_day(Database database)
    {
        await using var at = await Databases.NewAsync(database);
        var calendar = new Calendar { Now = new(2031, 5, 3, 23, 59, 59, TimeSpan.Zero) };
        var (journal, id) = (new Journal(at.Store, calendar), Ids.New(calendar));
        Assert.True((await journal.SaveAsync(new Deed(Actor.Local, [Edit.Create(id, AgreementKind.Name, [new Set("title", "Study of Ice"), new Set("ends", "2032")])]))).Done);
        calendar.Now = new(2031, 5, 5, 0, 0, 0, TimeSpan.Zero);
        Assert.True((await journal.SaveAsync(new Deed(Actor.Local, [new Edit(id, AgreementKind.Name, 1, [new Set("ends", "2034")])]))).Done);
        await using var db = at.Store.Read(Reader.Local);
        Assert.Equal([null, "2032", "2032", "2034", "2034"], [await EndsAsync(2), await EndsAsync(3), await EndsAsync(4), await EndsAsync(5), await EndsAsync(30)]);
        var view = (await ShowRecord.KnownOnAsync(db, id, AgreementKind.Name, new(2031, 5, 4)))!;
        Assert.Equal((1, new DateOnly(2031, 5, 4), 1), (view.Document.Version, view.KnownOn, view.History.Length));
        Assert.Null(await ShowRecord.KnownOnAsync(db, id, "body", new(2031, 5, 4)));

        async Task<string?> EndsAsync(int day) => (await ShowRecord.KnownOnAsync(db, id, AgreementKind.Name, new(2031, 5, day)))?.Document.TextAt("ends");
    }
}
