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

    private static async Task<Guid> SaveAsync(TestStore at, string kind, string title, params IEnumerable<(string Path, string Value)> values)
    {
        var id = Ids.New(at.Clock);
        var saved = await at.Journal.SaveAsync(new Deed(Actor.Local, [Edit.Create(id, kind, [new Set("title", title), .. values.Select(v => new Set(v.Path, v.Value))])]));
        Assert.True(saved.Done, saved.Refusal?.ToString());
        return id;
    }

    private static Task<Guid> AgreementAsync(TestStore at, string title, params (string Path, string Value)[] values) => SaveAsync(at, AgreementKind.Name, title, values);

    private static Task<Guid> ActionAsync(TestStore at, string title, params (string Path, string Value)[] values) => SaveAsync(at, ActionKind.Name, title, values);

    private static Task<Guid> LetterAsync(TestStore at, string title, string direction, string sent, string due, params (string Path, string Value)[] values) =>
        SaveAsync(at, CorrespondenceKind.Name, title, [("direction", direction), ("sent", sent), ("replyDue", due), .. values]);

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
        Assert.Equal(["An action due 31 January 2026: overdue by 30 days."], view.Matters.Where(m => m.Record == late).Select(m => m.Why));
        Assert.Contains("may be overdue", view.Matters.Single(m => m.Record == vague).Why, StringComparison.Ordinal);
        Assert.Equal([theirs], view.Owed.Select(o => o.Row.Record));
    }

    [Theory]
    [InlineData("../2026-06-30", null, null)]
    [InlineData("../2026-03-12", "An action due on or before 12 March 2026, in 10 days.", 10L)]
    [InlineData("../2026-02-28", "An action due on or before 28 February 2026: overdue by 2 days.", -2L)]
    [InlineData("2026-02/2026-03", ": it may be overdue.", 0L)]
    [InlineData("2026-02", "An action due February 2026: overdue by at least 2 days.", -2L)]
    [InlineData("2026-03-02", "An action due 2 March 2026, today.", 0L)]
    public async Task Lateness_is_counted_from_the_latest_day_and_a_day_that_is_only_bounded_is_its_bound(string due, string? why, long? rank)
    {
        await using var at = await Databases.NewAsync(Database.Sqlite);
        await ActionAsync(at, "Send the data", ("due", due), ("deskOfficer", "Ana"));
        await LetterAsync(at, "Asked", "in", "2026-01-20", due);
        var view = await ViewAsync(at);
        Assert.Equal(rank is null ? 0 : 2, view.Matters.Length);
        if (rank is null) return;
        Assert.All(view.Matters, m => Assert.Equal(rank.Value, m.Rank));
        Assert.EndsWith(why!, view.Matters.Single(m => m.Sort is MatterSort.Action).Why, StringComparison.Ordinal);
        Assert.EndsWith(why![why!.IndexOfAny([':', ',']) ..], view.Matters.Single(m => m.Sort is MatterSort.Reply).Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_many_put_off_hides_no_others_and_more_is_said_when_there_is_more()
    {
        await using var at = await Databases.NewAsync(Database.Sqlite);
        var off = new PutOff(at.Journal, at.Clock);
        for (var i = 0; i < (3 * GatherToday.Most) + 1; i++) await ActionAsync(at, $"Action {i}", ("due", "2026-02-01"), ("deskOfficer", "Ana"));
        var all = await ViewAsync(at);
        Assert.Equal((GatherToday.Most, true), (all.Matters.Length, all.More));
        for (var round = 0; round < 2; round++)
            foreach (var matter in (await ViewAsync(at)).Matters) Assert.True((await off.RunAsync(Actor.Local, null, matter.Key, matter.Title, "+7")).Done);
        var left = await ViewAsync(at);
        Assert.Equal((GatherToday.Most, true, 2 * GatherToday.Most), (left.Matters.Length, left.More, left.PutOff.Length));
        // Another's Today is their own.
        await using var db = at.Store.Read(Reader.Local);
        Assert.Empty((await GatherToday.RunAsync(db, Actor.Local, Now, "Ana")).PutOff);
    }

    [Theory, BothDatabases]
    public async Task Once_our_own_organisation_is_known_what_another_side_owes_is_theirs_whoever_follows_it(Database database)
    {
        await using var at = await Databases.NewAsync(database);
        async Task<Guid> Organisation(string name)
        {
            var id = Ids.New(at.Clock);
            Assert.True((await at.Journal.SaveAsync(new Deed(Actor.Local, [Edit.Create(id, "organisation", [new Set($"names/{Ids.New(at.Clock)}/text", name)])]))).Done);
            return id;
        }

        var (own, lab) = (await Organisation("Coastal Office"), await Organisation("Norvik Laboratory"));
        await LetterAsync(at, "First", "in", "2025-01-20", "2025-01-25", ("toOrganisation", own.ToString("D")));
        var ours = await ActionAsync(at, "Ours", ("due", "2026-02-01"), ("deskOfficer", "Ana"), ("side", own.ToString("D")));
        var followed = await ActionAsync(at, "Followed", ("due", "2026-02-02"), ("deskOfficer", "Ana"), ("side", lab.ToString("D")));
        var nobodys = await ActionAsync(at, "Nobody's", ("due", "2026-02-03"), ("side", lab.ToString("D")));
        var anothers = await ActionAsync(at, "Another's", ("due", "2026-01-03"), ("deskOfficer", "Ivo"), ("side", lab.ToString("D")));
        await using var db = at.Store.Read(Reader.Local);
        var (all, anas) = (await GatherToday.RunAsync(db, Actor.Local, Now), await GatherToday.RunAsync(db, Actor.Local, Now, "Ana"));
        Assert.Equal([ours], all.Matters.Where(m => m.Sort is MatterSort.Action).Select(m => m.Record));
        Assert.Equal([anothers, followed, nobodys], all.Owed.Select(o => o.Row.Record));
        Assert.Equal([followed, nobodys], anas.Owed.Select(o => o.Row.Record));
        Assert.Equal("Norvik Laboratory", anas.Owed[0].Side);
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
        var set = new SetAbsence(at.Journal, at.Clock);
        await set.RunAsync(Actor.Local, "Ana", Now - 3, Now + 3, "Rui", null);
        await set.RunAsync(Actor.Local, "Eva", Now, Now, "Ivo", null);
        await using var db = at.Store.Read(Reader.Local);
        var view = await GatherToday.RunAsync(db, Actor.Local, Now, "Rui");
        Assert.Equal([own, covered, named, action, letter], view.Matters.Select(m => m.Record));
        Assert.EndsWith("For Ana, who is away until 5 March.", view.Matters[1].Why, StringComparison.Ordinal);
        // The deputy whom the record names hears on whose behalf, too.
        Assert.EndsWith("For Eva, who is away until 2 March.", view.Matters[2].Why, StringComparison.Ordinal);
        Assert.DoesNotContain("For ", view.Matters[0].Why, StringComparison.Ordinal);
        Assert.Equal([own], (await GatherToday.RunAsync(db, Actor.Local, Now + 4, "Rui")).Matters.Select(m => m.Record));
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
        Assert.Equal(Now + 7, (await putOff.RunAsync(Actor.Local, null, matter.Key, matter.Title, "9 March 2026")).Value);
        var view = await ViewAsync(at);
        Assert.Empty(view.Matters);
        Assert.Equal((matter.Key, Now + 7), (view.PutOff.Single().Matter, view.PutOff.Single().Until));
        await using (var db = at.Store.Read(Reader.Local)) Assert.Single((await GatherToday.RunAsync(db, Actor.Local, Now + 7)).Matters);
        Assert.True((await at.Journal.SaveAsync(new Deed(Actor.Local, [new Edit(record, AgreementKind.Name, 1, [new Set("ends", "2026-03-10")])]))).Done);
        Assert.Single((await ViewAsync(at)).Matters);
        Assert.True((await at.Journal.UndoAsync(Actor.Local, record, 2)).Done);
        Assert.Empty((await ViewAsync(at)).Matters);
        Assert.True((await putOff.RunAsync(Actor.Local, null, matter.Key, matter.Title, null)).Done);
        Assert.Single((await ViewAsync(at)).Matters);
        await at.VerifiedAsync();
    }

    [Theory]
    [InlineData("2026", "today.not-a-day"), InlineData("1 March 2026", "today.not-ahead"), InlineData("whenever", "date.not-understood"), InlineData("+99999", "date.not-understood")]
    public async Task Only_a_day_ahead_can_be_put_off_to(string until, string code)
    {
        await using var at = await Databases.NewAsync(Database.Sqlite);
        var refused = await new PutOff(at.Journal, new FixedClock(new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero))).RunAsync(Actor.Local, null, "end:x", "X", until);
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
