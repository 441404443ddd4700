using System.Text.Json.Nodes;
using Concordat.Agreements;
using Concordat.Intake;
using Concordat.Organisations;
using Concordat.Sources;
using Concordat.Storage;
using Concordat.Tests.Storage;

namespace Concordat.Tests.Journals;

public class SaveTests
{
    private static readonly Actor Second = new("second", "Second desk");

    private static Task<Outcome<Saved>> SaveAsync(TestStore bed, Edit edit, string? reason = null, Actor? by = null) =>
        bed.Journal.SaveAsync(new Deed(by ?? Actor.Local, [edit]) { Reason = reason });

    [Theory, BothDatabases]
    public async Task A_stale_path_is_refused_and_shows_both_values(Database database)
    {
        await using var bed = await Databases.NewAsync(database);
        var records = await SampleRecords.SaveAsync(bed);
        var seen = await bed.FindAsync(records.Agreement);
        Assert.True((await SaveAsync(bed, Edit.Of(seen, new Set("title", "Sea ice and currents")), by: Second)).Done);
        var late = await SaveAsync(bed, Edit.Of(seen, new Set("title", "Ice"), new Set("place", "Oslo")));
        var refused = Assert.IsType<ChangedMeanwhile>(late.Refusal);
        Assert.Equal("record.changed-meanwhile", refused.Code);
        var collision = Assert.Single(refused.Both);
        Assert.Equal(("title", "Sea ice and currents", "Ice", "Second desk"), (collision.Path.Text, (string)collision.Theirs!, (string)collision.Yours!, refused.Who));
        Assert.Null((await bed.FindAsync(records.Agreement)).TextAt("place"));
        await bed.VerifiedAsync();
    }

    [Theory, BothDatabases]
    public async Task A_path_that_nobody_else_changed_is_merged(Database database)
    {
        await using var bed = await Databases.NewAsync(database);
        var records = await SampleRecords.SaveAsync(bed);
        var seen = await bed.FindAsync(records.Agreement);
        Assert.True((await SaveAsync(bed, Edit.Of(seen, new Set("title", "Sea ice and currents"), new Set("note", "same words")), by: Second)).Done);
        var saved = (await SaveAsync(bed, Edit.Of(seen, new Set("place", "Oslo"), new Set("note", "same words"), new Set($"parties/{records.Party}/side", "A")))).Value;
        Assert.Equal(("Sea ice and currents", "Oslo", 3), (saved.Document.TextAt("title"), saved.Document.TextAt("place"), saved.Document.Version));
        await bed.VerifiedAsync();
    }

    [Theory, BothDatabases]
    public async Task Removing_an_element_that_somebody_changed_is_refused_and_so_is_preferring_over_a_change(Database database)
    {
        await using var bed = await Databases.NewAsync(database);
        var records = await SampleRecords.SaveAsync(bed);
        var seen = await bed.FindAsync(records.Agreement);
        Assert.True((await SaveAsync(bed, Edit.Of(seen, new Set($"parties/{records.Party}/side", "A"), new Set("signed", "2025-03-09")), "telephone", Second)).Done);
        Assert.Equal("record.changed-meanwhile", (await SaveAsync(bed, Edit.Of(seen, new Set($"parties/{records.Party}", null)))).Refusal?.Code);
        var rival = seen.Claims.Single(c => c.Standing == Standing.Rival);
        Assert.Equal("record.changed-meanwhile", (await SaveAsync(bed, Edit.Of(seen, new Prefer("signed", rival.Id)), "the letter")).Refusal?.Code);
    }

    [Theory, BothDatabases]
    public async Task No_change_makes_no_entry(Database database)
    {
        await using var bed = await Databases.NewAsync(database);
        var records = await SampleRecords.SaveAsync(bed);
        var seen = await bed.FindAsync(records.Agreement);
        var before = await bed.RowsAsync("SELECT seq FROM entry");
        var same = await SaveAsync(bed, Edit.Of(seen, new Set("title", "Sea ice study"), new Set("place", null), new Witness("signed", "2025-03-03", records.Cited())), "no reason");
        Assert.Equal((0, seen.Version), (same.Value.Seq, same.Value.Document.Version));
        var back = await bed.Journal.SaveAsync(new Deed(Actor.Local, [Edit.Of(seen, new Set("place", "Oslo")), Edit.Of(seen, new Set("place", null))]));
        Assert.Equal((0, seen.Version), (back.Value.Seq, back.Value.Document.Version));
        Assert.Equal(before.Count, (await bed.RowsAsync("SELECT seq FROM entry")).Count);
    }

    [Theory, BothDatabases]
    public async Task Several_edits_of_one_record_in_one_deed_are_one_entry(Database database)
    {
        await using var bed = await Databases.NewAsync(database);
        var id = Ids.New(bed.Clock);
        var saved = (await bed.Journal.SaveAsync(new Deed(Actor.Local, [Edit.Create(id, AgreementKind.Name, [new Set("title", "One")]), Edit.Create(id, AgreementKind.Name, [new Set("place", "Oslo")])]))).Value;
        Assert.Equal((1, "One", "Oslo"), (saved.Document.Version, saved.Document.TextAt("title"), saved.Document.TextAt("place")));
        Assert.Single(await bed.RowsAsync("SELECT seq FROM entry"));
        await bed.VerifiedAsync();
    }

    [Theory, BothDatabases]
    public async Task A_refused_edit_takes_the_whole_deed_with_it(Database database)
    {
        await using var bed = await Databases.NewAsync(database);
        var good = Edit.Create(Ids.New(bed.Clock), AgreementKind.Name, [new Set("title", "One")]);
        var bad = Edit.Create(Ids.New(bed.Clock), AgreementKind.Name, [new Set("title", "")]);
        var row = new IntakeRow { Source = good.Record, Title = "x", State = "waiting", At = 1 };
        Assert.Equal("record.value-missing", (await bed.Journal.SaveAsync(new Deed(Actor.Local, [good, bad]) { Workshop = [row] })).Refusal?.Code);
        Assert.Empty(await bed.ShownAsync());
        Assert.Empty(await bed.RowsAsync("SELECT source FROM intake"));
    }

    [Theory, BothDatabases]
    public async Task References_and_citations_must_lead_to_a_record_of_the_right_kind(Database database)
    {
        await using var bed = await Databases.NewAsync(database);
        var records = await SampleRecords.SaveAsync(bed);
        var seen = await bed.FindAsync(records.Agreement);
        Set[] wrong = [new("under", Ids.New(bed.Clock).ToString("D")), new("under", records.Lab.ToString("D")), new($"parties/{Ids.New(bed.Clock)}/organisation", records.Person.ToString("D"))];
        foreach (var set in wrong) Assert.Equal("record.wrong-shape", (await SaveAsync(bed, Edit.Of(seen, set))).Refusal?.Code);
        var cited = new Witness("ends", "2029", records.Cited() with { Source = records.Lab });
        Assert.Equal("record.wrong-shape", (await SaveAsync(bed, Edit.Of(seen, cited))).Refusal?.Code);
        Assert.True((await SaveAsync(bed, Edit.Of(seen, new Witness("ends", "2029", records.Cited())))).Done);
    }

    [Theory, BothDatabases]
    public async Task A_record_is_made_once_and_changed_only_as_what_it_is(Database database)
    {
        await using var bed = await Databases.NewAsync(database);
        var records = await SampleRecords.SaveAsync(bed);
        Assert.Equal("record.exists", (await SaveAsync(bed, Edit.Create(records.Lab, OrganisationKind.Name, []))).Refusal?.Code);
        Assert.Equal("record.not-found", (await SaveAsync(bed, new Edit(records.Lab, AgreementKind.Name, 1, [new Set("title", "x")]))).Refusal?.Code);
        Assert.Equal("record.not-found", (await SaveAsync(bed, new Edit(records.Lab, OrganisationKind.Name, 9, [new Set("acronym", "x")]))).Refusal?.Code);
        Assert.Equal("record.not-found", (await SaveAsync(bed, new Edit(Ids.New(bed.Clock), "nothing", 0, []))).Refusal?.Code);
        Assert.Equal("record.not-found", (await SaveAsync(bed, new Edit(Ids.New(bed.Clock), AgreementKind.Name, 1, []))).Refusal?.Code);
    }

    [Theory, BothDatabases]
    public async Task The_same_batch_again_changes_nothing(Database database)
    {
        await using var bed = await Databases.NewAsync(database);
        Deed Batch() => new(Actor.Local, [Edit.Create(Ids.New(bed.Clock), AgreementKind.Name, [new Set("title", "One")])]) { Batch = "feed/0" };
        var both = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => bed.Journal.SaveAsync(Batch())));
        Assert.Equal([0, 0, 0, 1], both.Select(b => b.Value.Seq).Order());
        Assert.Single(await bed.RowsAsync("SELECT id FROM document"));
    }

    [Theory, BothDatabases]
    public async Task Time_never_runs_backwards_along_the_chain(Database database)
    {
        await using var bed = await Databases.NewAsync(database);
        var records = await SampleRecords.SaveAsync(bed);
        var early = new Concordat.Journal(bed.Store, new TestClock());
        Assert.True((await early.SaveAsync(new Deed(Actor.Local, [Edit.Of(await bed.FindAsync(records.Lab), new Set("place", "Bodø"))]))).Done);
        var times = (await bed.RowsAsync("SELECT at FROM \"commit\" ORDER BY seq")).ConvertAll(r => (long)r[0]!);
        Assert.Equal(times.Order(), times);
        await bed.VerifiedAsync();
    }

    [Theory, BothDatabases]
    public async Task Eight_tasks_that_change_one_record_all_get_through(Database database)
    {
        await using var bed = await Databases.NewAsync(database);
        var records = await SampleRecords.SaveAsync(bed);
        async Task WriteAsync(int writer)
        {
            for (var i = 0; i < 6; i++)
            {
                var seen = await bed.FindAsync(records.Lab);
                var saved = await SaveAsync(bed, Edit.Of(seen, new Set($"identifiers/{Ids.New(TimeProvider.System)}", new JsonObject { ["scheme"] = $"w{writer}", ["value"] = $"{i}" })));
                Assert.True(saved.Done, saved.Refusal?.ToString());
            }
        }

        await Task.WhenAll(Enumerable.Range(0, 8).Select(w => Task.Run(() => WriteAsync(w))));
        var lab = await bed.FindAsync(records.Lab);
        Assert.Equal((49, 48), (lab.Version, lab.As<Organisation>().Identifiers.Length));
        await bed.VerifiedAsync();
    }

    [Theory, BothDatabases]
    public async Task Workshop_rows_are_replaced_and_register_rows_are_refused_there(Database database)
    {
        await using var bed = await Databases.NewAsync(database);
        var row = new IntakeRow { Source = Ids.New(bed.Clock), Title = "x", State = "waiting", At = 1 };
        await bed.Journal.KeepAsync(Actor.Local, row);
        await bed.Journal.KeepAsync(Actor.Local, row with { State = "set-aside" });
        Assert.Equal("set-aside", Assert.Single(await bed.RowsAsync("SELECT state FROM intake"))[0]);
        await Assert.ThrowsAsync<InvalidOperationException>(() => bed.Journal.KeepAsync(Actor.Local, new DocumentRow { Id = row.Source, Kind = "x", Version = 1, Content = [] }));
    }

    [Theory, BothDatabases]
    public async Task A_source_that_is_cited_cannot_be_withdrawn_whoever_is_first(Database database)
    {
        for (var round = 0; round < 6; round++)
        {
            await using var bed = await Databases.NewAsync(database);
            var source = Ids.New(bed.Clock);
            await SaveAsync(bed, Edit.Create(source, SourceKind.Name, [new Set("title", "Release"), new Set("digest", new string('a', 64))]));
            var claim = Edit.Create(Ids.New(bed.Clock), AgreementKind.Name, [new Witness("title", "One", new Citation { Source = source })]);
            var both = await Task.WhenAll(Task.Run(() => bed.Journal.UndoAsync(Actor.Local, source, 1)), Task.Run(() => SaveAsync(bed, claim)));
            Assert.Single(both, b => b.Done);
            Assert.Contains(both.Single(b => !b.Done).Refusal!.Code, new[] { "record.referenced", "record.wrong-shape" });
        }
    }
}
