using Concordat.Correspondence;
using Concordat.Lists;
using Concordat.Organisations;
using Concordat.Reading.Dates;
using Concordat.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.Tests.Correspondence;

public sealed class RepliesTests
{
    private static async Task<Guid> LetterAsync(TestStore at, string title, string direction, params (string Path, string Value)[] values)
    {
        var id = Ids.New(at.Clock);
        var saved = await at.Journal.SaveAsync(new Deed(Actor.Local, [Edit.Create(id, CorrespondenceKind.Name, [new Set("title", title), new Set("direction", direction), .. values.Select(v => new Set(v.Path, v.Value))])]));
        Assert.True(saved.Done, saved.Refusal?.ToString());
        return id;
    }

    private static async Task<Guid> OrganisationAsync(TestStore at, string name)
    {
        var id = Ids.New(at.Clock);
        Assert.True((await at.Journal.SaveAsync(new Deed(Actor.Local, [Edit.Create(id, OrganisationKind.Name, [new Set($"names/{Ids.New(at.Clock)}/text", name)])]))).Done);
        return id;
    }

    private static async Task<List<Guid>> AwaitedAsync(TestStore at)
    {
        await using var db = at.Store.Read(Reader.Local);
        return await db.Correspondence.Awaited(db).OrderBy(l => l.Record).Select(l => l.Record).ToListAsync();
    }

    private static string Id(Guid id) => id.ToString("D");

    [Theory, BothDatabases]
    public async Task A_letter_that_asks_for_a_reply_waits_until_one_names_it_and_again_when_that_is_undone(Database database)
    {
        await using var at = await Databases.NewAsync(database);
        var asked = await LetterAsync(at, "Invitation", "out", ("sent", "2026-02-02"), ("replyDue", "2026-03-04"));
        await LetterAsync(at, "Thanks", "out", ("sent", "2026-02-02"));
        Assert.Equal([asked], await AwaitedAsync(at));
        var reply = await LetterAsync(at, "We accept", "in", ("received", "2026-02-20"), ("repliesTo", Id(asked)));
        Assert.Empty(await AwaitedAsync(at));
        Assert.True((await at.Journal.UndoAsync(Actor.Local, reply, 1)).Done);
        Assert.Equal([asked], await AwaitedAsync(at));
        await at.VerifiedAsync();
    }

    [Theory, BothDatabases]
    public async Task A_reminder_waits_in_place_of_its_letter_and_a_reply_to_either_ends_both(Database database)
    {
        await using var at = await Databases.NewAsync(database);
        var asked = await LetterAsync(at, "Draft for comments", "out", ("sent", "2026-01-05"), ("replyDue", "2026-02-04"));
        await LetterAsync(at, "First reminder", "out", ("sent", "2026-02-10"), ("replyDue", "2026-03-12"), ("remindsOf", Id(asked)));
        var last = await LetterAsync(at, "Second reminder", "out", ("sent", "2026-03-20"), ("replyDue", "2026-04-19"), ("remindsOf", Id(asked)));
        Assert.Equal([last], await AwaitedAsync(at));
        var reply = await LetterAsync(at, "Comments", "in", ("repliesTo", Id(asked)));
        Assert.Empty(await AwaitedAsync(at));
        Assert.True((await at.Journal.UndoAsync(Actor.Local, reply, 1)).Done);
        await LetterAsync(at, "Comments", "in", ("repliesTo", Id(last)));
        Assert.Empty(await AwaitedAsync(at));
    }

    [Theory, BothDatabases]
    public async Task The_latest_letters_of_a_record_come_first_whatever_part_it_has_in_them(Database database)
    {
        await using var at = await Databases.NewAsync(database);
        var (lab, office) = (await OrganisationAsync(at, "Norvik Polar Laboratory"), await OrganisationAsync(at, "Coastal Office"));
        var about = await LetterAsync(at, "On the laboratory", "in", ("received", "2026-02"), ($"about/{Ids.New(at.Clock)}/record", Id(lab)));
        var from = await LetterAsync(at, "From it", "in", ("received", "2026-03-01"), ("fromOrganisation", Id(lab)), ("toOrganisation", Id(office)), ($"about/{Ids.New(at.Clock)}/record", Id(lab)));
        var undated = await LetterAsync(at, "To it", "out", ("toOrganisation", Id(lab)), ("fromOrganisation", Id(office)));
        await LetterAsync(at, "Of nobody", "out", ("sent", "2026-03-02"));
        await using var db = at.Store.Read(Reader.Local);
        var latest = await Replies.LatestAsync(db, lab, 10);
        Assert.Equal([from, about, undated], latest.Select(l => l.Letter.Record));
        Assert.Equal(["Norvik Polar Laboratory", null, "Norvik Polar Laboratory"], latest.Select(l => l.Other));
        Assert.Equal([from], (await Replies.LatestAsync(db, lab, 1)).Select(l => l.Letter.Record));
        Assert.Equal(office, await Replies.OwnAsync(db));
        await at.VerifiedAsync();
    }

    [Theory, BothDatabases]
    public async Task The_first_day_on_which_a_reply_may_be_due_is_kept(Database database)
    {
        await using var at = await Databases.NewAsync(database);
        var letter = await LetterAsync(at, "Vague", "out", ("sent", "2026"), ("replyDue", "2026-05"));
        await using var db = at.Store.Read(Reader.Local);
        var row = await db.Correspondence.SingleAsync(l => l.Record == letter);
        Assert.Equal((DayNumber.Of(2026, 5, 1), DayNumber.Of(2026, 5, 31), DayNumber.Of(2026, 1, 1)), (row.ReplyDueLo, row.ReplyDueHi, row.Day));
    }

    [Theory, BothDatabases]
    public async Task The_list_follows_replies_that_come_are_turned_to_another_letter_and_are_withdrawn(Database database)
    {
        await using var at = await Databases.NewAsync(database);
        var indexes = new ListIndexes(at.Store);
        var today = DayNumber.Of(2026, 3, 2);
        async Task<List<Guid>> ListAsync(string reply, long day) =>
            [.. (await indexes.AskAsync(CorrespondencePlan.Plan, await at.Store.HeadAsync(), day, i => i.Slice(new ListWish(new Dictionary<string, string> { ["reply"] = reply }, [], null, null, null, 50)))).Records];
        var first = await LetterAsync(at, "First", "out", ("sent", "2026-02-02"), ("replyDue", "2026-03-04"));
        var second = await LetterAsync(at, "Second", "out", ("sent", "2026-02-03"), ("replyDue", "2026-03-01"));
        Assert.Equal([second, first], await ListAsync("theirs", today));
        Assert.Equal([second], await ListAsync("overdue", today));
        Assert.Equal([second, first], await ListAsync("overdue", today + 3));
        var reply = await LetterAsync(at, "Yes", "in", ("repliesTo", Id(first)));
        Assert.Equal([second], await ListAsync("theirs", today + 3));
        Assert.True((await at.Journal.SaveAsync(new Deed(Actor.Local, [new Edit(reply, CorrespondenceKind.Name, 1, [new Set("repliesTo", Id(second))])]))).Done);
        Assert.Equal([first], await ListAsync("theirs", today + 3));
        Assert.True((await at.Journal.UndoAsync(Actor.Local, reply, 2)).Done);
        Assert.True((await at.Journal.UndoAsync(Actor.Local, reply, 1)).Done, "withdrawn");
        Assert.Equal([second, first], await ListAsync("theirs", today + 3));
        var reminder = await LetterAsync(at, "Reminder", "out", ("sent", "2026-03-05"), ("replyDue", "2026-04-05"), ("remindsOf", Id(first)));
        Assert.Equal([reminder, second], await ListAsync("theirs", today + 3));
        await LetterAsync(at, "Late yes", "in", ("repliesTo", Id(first)));
        Assert.Equal([second], await ListAsync("theirs", today + 3));
    }

    [Theory, InlineData("repliesTo"), InlineData("remindsOf")]
    public async Task A_letter_can_neither_answer_itself_nor_remind_of_itself(string path)
    {
        await using var at = await Databases.NewAsync(Database.Sqlite);
        var letter = await LetterAsync(at, "Round", "in");
        var saved = await at.Journal.SaveAsync(new Deed(Actor.Local, [new Edit(letter, CorrespondenceKind.Name, 1, [new Set(path, Id(letter))])]));
        Assert.Equal("record.wrong-shape", saved.Refusal?.Code);
    }
}
