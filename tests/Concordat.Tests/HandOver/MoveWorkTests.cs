using Concordat.Agreements;
using Concordat.Correspondence;
using Concordat.HandOver;
using Concordat.Organisations;
using Concordat.Reading.Dates;
using Concordat.Records;
using Concordat.Tests.Storage;

namespace Concordat.Tests.HandOver;

public sealed class MoveWorkTests
{
    private static async Task<Guid> SaveAsync(TestStore at, string kind, params Change[] values)
    {
        var id = Ids.New(at.Clock);
        var saved = await at.Journal.SaveAsync(new Deed(Actor.Local, [Edit.Create(id, kind, [.. values])]));
        Assert.True(saved.Done, saved.Refusal?.ToString());
        return id;
    }

    private static Task<Guid> AgreementAsync(TestStore at, string title, string officer, string ends) =>
        SaveAsync(at, AgreementKind.Name, new Set("title", title), new Set("signed", "2020"), new Set("ends", ends), new Set("deskOfficer", officer));

    [Theory, BothDatabases]
    public async Task The_note_gathers_what_one_officer_answers_for(Database database)
    {
        await using var at = await Databases.NewAsync(database);
        var later = await AgreementAsync(at, "Aurora", "Vera Holm", "2031");
        var sooner = await AgreementAsync(at, "Brine", "Vera Holm", "2027-05-01");
        await AgreementAsync(at, "Cirrus", "Ole Brandt", "2026");
        var partner = await SaveAsync(at, OrganisationKind.Name, new Set($"names/{Ids.New(at.Clock)}/text", "Norvik Polar Laboratory"), new Set("deskOfficer", "Vera Holm"));
        await using var db = at.Store.Read(Reader.Local);
        Assert.Equal([new("Ole Brandt", 1), new("Vera Holm", 3)], await GatherWork.OfficersAsync(db));
        var work = await GatherWork.OfAsync(db, "Vera Holm", DayNumber.Of(2026, 3, 2));
        Assert.Equal([sooner, later], work.Agreements.Select(a => a.Row.Record));
        Assert.Equal([partner], work.Others.Select(o => o.Record));
        Assert.Equal(3, work.Records);
    }

    [Theory, BothDatabases]
    public async Task The_note_says_what_is_waited_for_what_is_due_and_the_last_contact_with_each_partner(Database database)
    {
        await using var at = await Databases.NewAsync(database);
        Task<Guid> Organisation(string name) => SaveAsync(at, OrganisationKind.Name, new Set($"names/{Ids.New(at.Clock)}/text", name));
        Task<Guid> Letter(string title, string direction, string sent, Guid partner, params Change[] more) => SaveAsync(at, CorrespondenceKind.Name,
            [new Set("title", title), new Set("direction", direction), new Set("sent", sent), new Set("deskOfficer", "Vera Holm"), new Set(direction == "in" ? "fromOrganisation" : "toOrganisation", partner.ToString("D")), .. more]);
        var (own, lab, quiet) = (await Organisation("Coastal Research Office"), await Organisation("Norvik Polar Laboratory"), await Organisation("Brellin Institute"));
        await SaveAsync(at, AgreementKind.Name, [new Set("title", "Aurora"), new Set("deskOfficer", "Vera Holm"), .. new[] { own, lab, quiet }.Select(o => new Set($"parties/{Ids.New(at.Clock)}/organisation", o.ToString("D")))]);
        await Letter("Long ago", "in", "2025-01-05", lab);
        var asked = await Letter("Posts", "in", "2026-02-05", lab, new Set("replyDue", "2026-03-05"), new Set("toOrganisation", own.ToString("D")));
        var waits = await Letter("Draft", "out", "2026-01-05", lab, new Set("replyDue", "2026-02-05"));
        await using var db = at.Store.Read(Reader.Local);
        var work = await GatherWork.OfAsync(db, "Vera Holm", DayNumber.Of(2026, 3, 2));
        Assert.Equal([waits, asked], work.Replies.Select(r => r.Letter.Record));
        Assert.Equal([("Brellin Institute", null), ("Norvik Polar Laboratory", asked)], work.Partners.Select(p => (p.Name, p.Last?.Record)));
        Assert.Equal((3, 4), (work.Letters, work.Records));
        Assert.Empty(work.Others);
        Assert.Equal(4, (await new MoveWork(at.Store, at.Journal, new ChangeMany(at.Store, at.Journal, at.Clock), at.Clock).RunAsync(Actor.Local, "Vera Holm", "Ida Lund", null)).Value);
        Assert.Equal("Ida Lund", (await at.FindAsync(asked)).TextAt("deskOfficer"));
    }

    [Theory, BothDatabases]
    public async Task All_of_it_moves_in_one_commit_that_says_why(Database database)
    {
        await using var at = await Databases.NewAsync(database);
        var first = await AgreementAsync(at, "Aurora", "Vera Holm", "2031");
        var second = await AgreementAsync(at, "Brine", "Vera Holm", "2027");
        var other = await AgreementAsync(at, "Cirrus", "Ole Brandt", "2026");
        Assert.Equal(2, (await new MoveWork(at.Store, at.Journal, new ChangeMany(at.Store, at.Journal, at.Clock), at.Clock).RunAsync(Actor.Local, "Vera Holm", "Ida Lund", "New post")).Value);
        Assert.Equal("Ida Lund", (await at.FindAsync(first)).TextAt("deskOfficer"));
        Assert.Equal("Ida Lund", (await at.FindAsync(second)).TextAt("deskOfficer"));
        Assert.Equal("Ole Brandt", (await at.FindAsync(other)).TextAt("deskOfficer"));
        await using (var db = at.Store.Read(Reader.Local)) Assert.Equal([new("Ida Lund", 2), new("Ole Brandt", 1)], await GatherWork.OfficersAsync(db));
        Assert.Equal(4, (await at.VerifiedAsync()).Commits);
        Assert.True((await at.Journal.UndoAsync(Actor.Local, first, 2)).Done);
        Assert.Equal("Vera Holm", (await at.FindAsync(first)).TextAt("deskOfficer"));
    }

    [Theory, BothDatabases]
    public async Task Who_hands_over_is_deputy_and_stand_in_no_longer(Database database)
    {
        await using var at = await Databases.NewAsync(database);
        Task<Guid> Made(string officer, string deputy) => SaveAsync(at, AgreementKind.Name, new Set("title", "Aurora"), new Set("deskOfficer", officer), new Set("deputy", deputy));
        var (own, others, takers, stray) = (await Made("Vera Holm", "Ida Lund"), await Made("Ole Brandt", "Vera Holm"), await Made("Ida Lund", "Vera Holm"), await Made(" Vera  Holm", "Ole Brandt"));
        var today = DayNumber.Of(2026, 3, 2);
        Assert.True((await new SetAbsence(at.Journal, at.Clock).RunAsync(Actor.Local, "Ole Brandt", today, today + 9, "Vera Holm", null)).Done);
        Assert.Equal(4, (await new MoveWork(at.Store, at.Journal, new ChangeMany(at.Store, at.Journal, at.Clock), at.Clock).RunAsync(Actor.Local, "Vera Holm", "Ida Lund", null)).Value);
        async Task<(string?, string?)> Office(Guid record) => await at.FindAsync(record) is var d ? (d.TextAt("deskOfficer"), d.TextAt("deputy")) : default;
        Assert.Equal([("Ida Lund", null), ("Ole Brandt", "Ida Lund"), ("Ida Lund", null), ("Ida Lund", "Ole Brandt")], [await Office(own), await Office(others), await Office(takers), await Office(stray)]);
        await using var db = at.Store.Read(Reader.Local);
        Assert.Equal("Ida Lund", (await Absences.OnAsync(db, today)).Single().Deputy);
    }

    [Theory]
    [InlineData("", "Ida Lund", "handover.nobody"), InlineData("Vera Holm", " ", "handover.nobody"), InlineData("Vera Holm", "Vera Holm ", "handover.same"), InlineData("vera holm", "Ida Lund", "handover.nothing")]
    public async Task A_hand_over_names_both_and_something_to_move(string from, string to, string code)
    {
        await using var at = await Databases.NewAsync(Database.Sqlite);
        var record = await AgreementAsync(at, "Aurora", "Vera Holm", "2031");
        Assert.Equal(code, (await new MoveWork(at.Store, at.Journal, new ChangeMany(at.Store, at.Journal, at.Clock), at.Clock).RunAsync(Actor.Local, from, to, null)).Refusal?.Code);
        Assert.Equal("Vera Holm", (await at.FindAsync(record)).TextAt("deskOfficer"));
    }
}
