using System.Text.Json.Nodes;
using Concordat.Agreements;
using Concordat.Storage;
using Concordat.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.Tests.Journals;

public class UndoTests
{
    private static async Task<Document> ChangeAsync(TestStore bed, Guid record, string? reason, params Change[] changes)
    {
        var saved = await bed.Journal.SaveAsync(new Deed(Actor.Local, [Edit.Of(await bed.FindAsync(record), changes)]) { Reason = reason });
        Assert.True(saved.Done, saved.Refusal?.ToString());
        return saved.Value.Document;
    }

    /// <summary>All that a document says but its version.</summary>
    private static string Content(Document document)
    {
        var root = document.Root();
        root.Remove("version");
        return System.Text.Encoding.UTF8.GetString(CanonicalJson.Bytes(root));
    }

    [Theory, BothDatabases]
    public async Task Undo_puts_back_exactly_what_stood_and_undoing_that_what_was_undone(Database database)
    {
        await using var bed = await Databases.NewAsync(database);
        var records = await SampleRecords.SaveAsync(bed);
        var before = await bed.FindAsync(records.Agreement);
        var rival = before.Claims.Single(c => c.Standing == Standing.Rival);
        var after = await ChangeAsync(bed, records.Agreement, "the letter", new Prefer("signed", rival.Id), new Set($"parties/{records.Party}", null), new Set("place", "Oslo"));
        var undone = await bed.Journal.UndoAsync(Actor.Local, records.Agreement, after.Version);
        Assert.Equal(Content(before), Content(undone.Value.Document));
        var redone = await bed.Journal.UndoAsync(Actor.Local, records.Agreement, after.Version + 1);
        Assert.Equal(Content(after), Content(redone.Value.Document));
        var again = await bed.Journal.UndoAsync(Actor.Local, records.Agreement, after.Version);
        Assert.Equal(Content(before), Content(again.Value.Document));
        await bed.VerifiedAsync();
    }

    [Theory, BothDatabases]
    public async Task What_a_later_entry_rests_on_is_not_undone_and_the_later_one_is_named(Database database)
    {
        await using var bed = await Databases.NewAsync(database);
        var records = await SampleRecords.SaveAsync(bed);
        var second = await ChangeAsync(bed, records.Agreement, null, new Set("place", "Oslo"), new Set("unit", "Ice desk"));
        await ChangeAsync(bed, records.Agreement, null, new Set("deputy", "T. Orrel"));
        var fourth = await ChangeAsync(bed, records.Agreement, null, new Set("place", "Bergen"));
        var refused = (await bed.Journal.UndoAsync(Actor.Local, records.Agreement, second.Version)).Refusal!;
        Assert.Equal("entry.rested-on", refused.Code);
        Assert.Contains($"Version {fourth.Version}", refused.Message, StringComparison.Ordinal);
        Assert.Contains("place", refused.Message, StringComparison.Ordinal);
        Assert.True((await bed.Journal.UndoAsync(Actor.Local, records.Agreement, fourth.Version)).Done);
        Assert.True((await bed.Journal.UndoAsync(Actor.Local, records.Agreement, second.Version)).Done);
    }

    [Theory, BothDatabases]
    public async Task An_undoing_that_was_itself_undone_rests_nothing_and_a_restored_change_does(Database database)
    {
        await using var bed = await Databases.NewAsync(database);
        var records = await SampleRecords.SaveAsync(bed);
        await ChangeAsync(bed, records.Agreement, null, new Set("place", "Oslo"));
        await ChangeAsync(bed, records.Agreement, null, new Set("place", "Bergen"));
        Assert.True((await bed.Journal.UndoAsync(Actor.Local, records.Agreement, 3)).Done);
        Assert.True((await bed.Journal.UndoAsync(Actor.Local, records.Agreement, 4)).Done);
        var refused = (await bed.Journal.UndoAsync(Actor.Local, records.Agreement, 2)).Refusal!;
        Assert.Equal("entry.rested-on", refused.Code);
        Assert.Contains("Version 3", refused.Message, StringComparison.Ordinal);
        Assert.Equal("entry.nothing-to-undo", (await bed.Journal.UndoAsync(Actor.Local, records.Agreement, 4)).Refusal?.Code);
    }

    [Theory, BothDatabases]
    public async Task A_value_that_another_source_confirmed_since_is_not_undone_under_it(Database database)
    {
        await using var bed = await Databases.NewAsync(database);
        var records = await SampleRecords.SaveAsync(bed);
        await ChangeAsync(bed, records.Agreement, null, new Set("inForce", "2025-04-01"));
        await ChangeAsync(bed, records.Agreement, null, new Witness("inForce", "2025-04-01", records.Cited("in force from 1 April")));
        Assert.Equal("entry.rested-on", (await bed.Journal.UndoAsync(Actor.Local, records.Agreement, 2)).Refusal?.Code);
    }

    [Theory, BothDatabases]
    public async Task What_is_not_there_or_undone_already_is_refused(Database database)
    {
        await using var bed = await Databases.NewAsync(database);
        var records = await SampleRecords.SaveAsync(bed);
        await ChangeAsync(bed, records.Agreement, null, new Set("place", "Oslo"));
        Assert.True((await bed.Journal.UndoAsync(Actor.Local, records.Agreement, 2)).Done);
        foreach (var (record, version) in new[] { (records.Agreement, 2), (records.Agreement, 0), (records.Agreement, 99), (Ids.New(bed.Clock), 1) })
            Assert.Equal("entry.nothing-to-undo", (await bed.Journal.UndoAsync(Actor.Local, record, version)).Refusal?.Code);
    }

    [Theory, BothDatabases]
    public async Task A_withdrawn_record_is_in_no_list_cannot_be_changed_and_comes_back_whole(Database database)
    {
        await using var bed = await Databases.NewAsync(database);
        var records = await SampleRecords.SaveAsync(bed);
        var rows = await bed.ShownAsync();
        Assert.True((await bed.Journal.UndoAsync(Actor.Local, records.Session, 1)).Done);
        Assert.DoesNotContain(await bed.ShownAsync(), r => r.Contains(records.Session.ToString(), StringComparison.OrdinalIgnoreCase) && !r.StartsWith("change:", StringComparison.Ordinal) && !r.StartsWith("document:", StringComparison.Ordinal));
        await using (var db = bed.Store.Read(Reader.Local)) Assert.False(await db.Meetings.AnyAsync());
        var withdrawn = await bed.FindAsync(records.Session);
        Assert.Equal("record.not-found", (await bed.Journal.SaveAsync(new Deed(Actor.Local, [Edit.Of(withdrawn, new Set("title", "x"))]))).Refusal?.Code);
        var reference = Edit.Of(await bed.FindAsync(records.Body), new Set("reportsTo", records.Session.ToString("D")));
        Assert.Equal("record.wrong-shape", (await bed.Journal.SaveAsync(new Deed(Actor.Local, [reference]))).Refusal?.Code);
        await bed.VerifiedAsync();
        Assert.True((await bed.Journal.UndoAsync(Actor.Local, records.Session, 2)).Done);
        string[] history = ["change:", "document:"];
        Assert.Equal(rows.Where(r => !history.Any(r.StartsWith)), (await bed.ShownAsync()).Where(r => !history.Any(r.StartsWith)));
        await bed.VerifiedAsync();
    }

    [Theory, BothDatabases]
    public async Task A_record_that_others_refer_to_or_that_was_changed_since_is_not_withdrawn(Database database)
    {
        await using var bed = await Databases.NewAsync(database);
        var records = await SampleRecords.SaveAsync(bed);
        var referenced = (await bed.Journal.UndoAsync(Actor.Local, records.Body, 1)).Refusal!;
        Assert.Equal("record.referenced", referenced.Code);
        Assert.Contains("First session", referenced.Message, StringComparison.Ordinal);
        Assert.Equal("record.referenced", (await bed.Journal.UndoAsync(Actor.Local, records.Source, 1)).Refusal?.Code);
        await ChangeAsync(bed, records.Session, null, new Set("note", "moved twice"));
        Assert.Equal("entry.rested-on", (await bed.Journal.UndoAsync(Actor.Local, records.Session, 1)).Refusal?.Code);
    }

    [Theory, BothDatabases]
    public async Task Nothing_comes_back_that_refers_to_what_was_withdrawn_meanwhile(Database database)
    {
        await using var bed = await Databases.NewAsync(database);
        var records = await SampleRecords.SaveAsync(bed);
        Assert.True((await bed.Journal.UndoAsync(Actor.Local, records.Session, 1)).Done);
        Assert.True((await bed.Journal.UndoAsync(Actor.Local, records.Body, 1)).Done);
        Assert.Equal("record.wrong-shape", (await bed.Journal.UndoAsync(Actor.Local, records.Session, 2)).Refusal?.Code);
    }
}
