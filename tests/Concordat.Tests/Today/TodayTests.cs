using Concordat.Actions;
using Concordat.Agreements;
using Concordat.Correspondence;
using Concordat.HandOver;
using Concordat.Reading.Dates;
using Concordat.Records;
using Concordat.Tests.Storage;
using Concordat.Today;

namespace Concordat.Tests.Today;

public sealed class TodayTests
{
    private static readonly long Now = DayNumber.Of(2026, 3, 2);

    private static async Task<Guid> AgreementAsync(TestStore at, string title, params (string Path, string Value)[] values)
    {
        var id = Ids.New(at.Clock);
        var saved = await at.Journal.SaveAsync(new Deed(Actor.Local, [Edit.Create(id, AgreementKind.Name, [new Set("title", title), .. values.Select(v => new Set(v.Path, v.Value))])]));
        Assert.True(saved.Done, saved.Refusal?.ToString());
        return id;
    }

    private static async Task<TodayView> ViewAsync(TestStore at)
    {
        await using var db = at.Store.Read(Reader.Local);
        return await GatherToday.RunAsync(db, Actor.Local, Now);
    }

    [Theory, BothDatabases]
    public async Task The_nearest_end_comes_first_and_far_ones_do_not_come(Database database)
    {
        await using var at = await Databases.NewAsync(database);
        var later = await AgreementAsync(at, "Later", ("signed", "2020"), ("ends", "2026-05-20"));
        var sooner = await AgreementAsync(at, "Sooner", ("signed", "2020"), ("ends", "2026-03-03"));
        var vague = await AgreementAsync(at, "Vague", ("signed", "2020"), ("ends", "2026"));
        await AgreementAsync(at, "Far", ("signed", "2020"), ("ends", "2026-09-01"));
        var view = await ViewAsync(at);
        Assert.Equal([sooner, later, vague], view.Matters.Select(m => m.Record));
        Assert.Equal([MatterSort.Deadline, MatterSort.Deadline, MatterSort.Confirm], view.Matters.Select(m => m.Sort));
        Assert.Contains("tomorrow", view.Matters[0].Why, StringComparison.Ordinal);
    }

    private static async Task<Guid> ActionAsync(TestStore at, string title, params (string Path, string Value)[] values)
    {
        var id = Ids.New(at.Clock);
        var saved = await at.Journal.SaveAsync(new Deed(Actor.Local, [Edit.Create(id, ActionKind.Name, [new Set("title", title), .. values.Select(v => new Set(v.Path, v.Value))])]));
        Assert.True(saved.Done, saved.Refusal?.ToString());
        return id;
    }

    [Theory, BothDatabases]
    public async Task Open_actions_of_ours_need_someone_and_those_of_others_stand_beside_when_they_are_due(Database database)
    {
        await using var at = await Databases.NewAsync(database);
        var vague = await ActionAsync(at, "Vague", ("due", "2026-02/2026-03"), ("deskOfficer", "Ana"));
        var late = await ActionAsync(at, "Late", ("number", "JTG-4/02"), ("due", "2026-01-31"), ("deskOfficer", "Ana"));
        await ActionAsync(at, "Closed", ("due", "2026-01-31"), ("deskOfficer", "Ana"), ("closedAs", "done"));
        await ActionAsync(at, "Far", ("due", "2026-12-31"), ("deskOfficer", "Ana"));
        var theirs = await ActionAsync(at, "Theirs", ("due", "2026-02-01"));
        await ActionAsync(at, "Not yet theirs", ("due", "2026-03-20"));
        var view = await ViewAsync(at);
        Assert.Equal([vague, late], view.Matters.Select(m => m.Record).OrderBy(r => r == late));
        Assert.Equal(["An action that was due 31 January 2026: overdue by 30 days."], view.Matters.Where(m => m.Record == late).Select(m => m.Why));
        Assert.Contains("may be overdue", view.Matters.Single(m => m.Record == vague).Why, StringComparison.Ordinal);
        Assert.Equal([theirs], view.Owed.Select(o => o.Row.Record));
    }

    [Theory, BothDatabases]
    public async Task One_officer_sees_their_own_and_what_comes_to_them_while_others_are_away(Database database)
    {
        await using var at = await Databases.NewAsync(database);
        var own = await AgreementAsync(at, "Own", ("signed", "2020"), ("ends", "2026-03-20"), ("deskOfficer", "Rui"));
        var covered = await AgreementAsync(at, "Covered", ("signed", "2020"), ("ends", "2026-03-21"), ("deskOfficer", "Ana"));
        var named = await AgreementAsync(at, "Named", ("signed", "2020"), ("ends", "2026-03-22"), ("deskOfficer", "Eva"), ("deputy", "Rui"));
        await AgreementAsync(at, "With another deputy", ("signed", "2020"), ("ends", "2026-03-23"), ("deskOfficer", "Ana"), ("deputy", "Ivo"));
        await AgreementAsync(at, "Of another", ("signed", "2020"), ("ends", "2026-03-24"), ("deskOfficer", "Ivo"), ("deputy", "Rui"));
        var action = await ActionAsync(at, "To do", ("due", "2026-03-25"), ("deskOfficer", "Ana"));
        var letter = await LetterAsync(at, "To answer", "in", "2026-02-20", "2026-03-26", ("deskOfficer", "Ana"));
        var set = new SetAbsence(at.Journal);
        await set.RunAsync(Actor.Local, "Ana", Now - 3, Now + 3, "Rui", null);
        await set.RunAsync(Actor.Local, "Eva", Now, Now, "Ivo", null);
        await using var db = at.Store.Read(Reader.Local);
        var view = await GatherToday.RunAsync(db, Actor.Local, Now, "Rui");
        Assert.Equal([own, covered, named, action, letter], view.Matters.Select(m => m.Record));
        Assert.EndsWith("For Ana, who is away until 5 March.", view.Matters[1].Why, StringComparison.Ordinal);
        Assert.Equal([own], (await GatherToday.RunAsync(db, Actor.Local, Now + 4, "Rui")).Matters.Select(m => m.Record));
    }

    private static async Task<Guid> LetterAsync(TestStore at, string title, string direction, string sent, string due, params (string Path, string Value)[] values)
    {
        var id = Ids.New(at.Clock);
        var saved = await at.Journal.SaveAsync(new Deed(Actor.Local, [Edit.Create(id, CorrespondenceKind.Name, [new Set("title", title), new Set("direction", direction), new Set("sent", sent), new Set("replyDue", due), .. values.Select(v => new Set(v.Path, v.Value))])]));
        Assert.True(saved.Done, saved.Refusal?.ToString());
        return id;
    }

    [Theory, BothDatabases]
    public async Task Replies_that_we_owe_come_by_their_day_and_those_of_others_stand_beside(Database database)
    {
        await using var at = await Databases.NewAsync(database);
        var end = await AgreementAsync(at, "Ending", ("signed", "2020"), ("ends", "2026-03-05"));
        var soon = await LetterAsync(at, "Soon", "in", "2026-02-20", "2026-03-10");
        var late = await LetterAsync(at, "Late", "in", "2026-01-20", "2026-02-25");
        await LetterAsync(at, "Far", "in", "2026-02-20", "2026-09-01");
        await LetterAsync(at, "Forgotten", "in", "2023-01-20", "2023-02-25");
        var theirs = await LetterAsync(at, "Theirs", "out", "2026-02-01", "2026-03-03");
        var overdue = await LetterAsync(at, "Overdue", "out", "2026-01-01", "2026-02-01");
        var answered = await LetterAsync(at, "Answered", "in", "2026-02-20", "2026-03-11");
        await LetterAsync(at, "Reply", "out", "2026-02-25", "2026-03-25", ("repliesTo", answered.ToString("D")));
        var view = await ViewAsync(at);
        Assert.Equal([late, end, soon], view.Matters.Select(m => m.Record));
        Assert.Equal("The sender asked for a reply by 25 February 2026: overdue by 5 days.", view.Matters[0].Why);
        Assert.Equal([overdue, theirs, view.Waiting[2].Letter.Record], view.Waiting.Select(w => w.Letter.Record));
        Assert.Equal("Reply", view.Waiting[2].Letter.Title);
    }

    [Theory, BothDatabases]
    public async Task Many_letters_of_one_side_do_not_hide_those_of_the_other(Database database)
    {
        await using var at = await Databases.NewAsync(database);
        for (var i = 0; i < GatherToday.Most + 2; i++) await LetterAsync(at, $"Theirs {i}", "out", "2026-01-01", "2026-02-01");
        var ours = await LetterAsync(at, "Ours", "in", "2026-02-01", "2026-03-20");
        var view = await ViewAsync(at);
        Assert.Equal((ours, GatherToday.Most), (view.Matters.Single().Record, view.Waiting.Length));
    }

    [Theory, BothDatabases]
    public async Task What_is_put_off_comes_back_on_its_day_or_when_it_changes(Database database)
    {
        await using var at = await Databases.NewAsync(database);
        var record = await AgreementAsync(at, "Sooner", ("signed", "2020"), ("ends", "2026-03-20"));
        var putOff = new PutOff(at.Journal, new FixedClock(new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero)));
        var matter = Assert.Single((await ViewAsync(at)).Matters);
        Assert.Equal(Now + 7, (await putOff.RunAsync(Actor.Local, matter.Key, matter.Title, "9 March 2026")).Value);
        var view = await ViewAsync(at);
        Assert.Empty(view.Matters);
        Assert.Equal((matter.Key, Now + 7), (view.PutOff.Single().Matter, view.PutOff.Single().Until));
        await using (var db = at.Store.Read(Reader.Local)) Assert.Single((await GatherToday.RunAsync(db, Actor.Local, Now + 7)).Matters);
        Assert.True((await at.Journal.SaveAsync(new Deed(Actor.Local, [new Edit(record, AgreementKind.Name, 1, [new Set("ends", "2026-03-10")])]))).Done);
        Assert.Single((await ViewAsync(at)).Matters);
        Assert.True((await at.Journal.UndoAsync(Actor.Local, record, 2)).Done);
        Assert.Empty((await ViewAsync(at)).Matters);
        Assert.True((await putOff.RunAsync(Actor.Local, matter.Key, matter.Title, null)).Done);
        Assert.Single((await ViewAsync(at)).Matters);
        await at.VerifiedAsync();
    }

    [Theory]
    [InlineData("2026", "today.not-a-day"), InlineData("1 March 2026", "today.not-ahead"), InlineData("whenever", "date.not-understood"), InlineData("+99999", "date.not-understood")]
    public async Task Only_a_day_ahead_can_be_put_off_to(string until, string code)
    {
        await using var at = await Databases.NewAsync(Database.Sqlite);
        var refused = await new PutOff(at.Journal, new FixedClock(new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero))).RunAsync(Actor.Local, "end:x", "X", until);
        Assert.Equal(code, refused.Refusal?.Code);
    }

    [Theory, BothDatabases]
    public async Task Missing_values_are_mended_together_in_one_commit(Database database)
    {
        await using var at = await Databases.NewAsync(database);
        var first = await AgreementAsync(at, "First", ("signed", "2020"));
        var second = await AgreementAsync(at, "Second", ("signed", "2020"));
        var kept = await AgreementAsync(at, "Kept", ("signed", "2020"), ("deskOfficer", "Vera Holm"));
        var cleanUp = new CleanUp(at.Store, new ChangeMany(at.Store, at.Journal, at.Clock), at.Clock);
        var fault = CleanUp.Faults.Single(f => f.Name == "officer");
        Assert.Equal([first, second], (await cleanUp.ListAsync(Reader.Local)).Single(l => l.Fault == fault).Records.Select(r => r.Record));
        Assert.Equal("cleanup.nothing-ticked", (await cleanUp.MendAsync(Actor.Local, fault, [], "Ole Brandt")).Refusal?.Code);
        Assert.Equal("cleanup.no-value", (await cleanUp.MendAsync(Actor.Local, fault, [first], " ")).Refusal?.Code);
        Assert.Equal(2, (await cleanUp.MendAsync(Actor.Local, fault, [first, second, kept], "Ole Brandt")).Value);
        Assert.Equal("Vera Holm", (await at.FindAsync(kept)).TextAt("deskOfficer"));
        Assert.Equal("Ole Brandt", (await at.FindAsync(second)).TextAt("deskOfficer"));
        Assert.DoesNotContain(await cleanUp.ListAsync(Reader.Local), l => l.Fault == fault);
        Assert.Equal(4, (await at.VerifiedAsync()).Commits);
    }

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
