using Concordat.Agreements;
using Concordat.Records;
using Concordat.Sources;
using Concordat.Storage;
using Concordat.Tests.Intake;
using Concordat.Tests.Storage;

namespace Concordat.Tests.Records;

public sealed class ShowRecordTests
{
    private static async Task<RecordView> ShowAsync(TestStore bed, Guid record)
    {
        await using var db = bed.Store.Read(Reader.Local);
        return (await ShowRecord.RunAsync(db, record))!;
    }

    private static async Task SaveAsync(TestStore bed, string? reason, params Edit[] edits)
    {
        var saved = await bed.Journal.SaveAsync(new Deed(Actor.Local, [.. edits]) { Reason = reason });
        Assert.True(saved.Done, saved.Refusal?.ToString());
    }

    [Theory, BothDatabases]
    public async Task A_record_is_gathered_in_five_statements(Database database)
    {
        await using var bed = await Databases.NewAsync(database);
        var samples = await SampleRecords.SaveAsync(bed);
        foreach (var record in new[] { samples.Agreement, samples.Lab, samples.Source, samples.Session })
        {
            var before = bed.Store.Statements.Count;
            var view = await ShowAsync(bed, record);
            Assert.InRange(bed.Store.Statements.Count - before, 1, 5);
            Assert.NotEmpty(view.Fields);
        }
    }

    [Fact]
    public async Task Footnotes_are_numbered_by_first_use_and_shared()
    {
        await using var bed = await Databases.NewAsync(Database.Sqlite);
        var samples = await SampleRecords.SaveAsync(bed);
        var view = await ShowAsync(bed, samples.Agreement);
        Assert.Equal(Enumerable.Range(1, view.Footnotes.Length), view.Footnotes.Select(n => n.Number));
        Assert.All(view.Fields.SelectMany(f => f.Values), v => Assert.NotEmpty(v.Notes));
        var signed = view.Fields.Single(f => f.Field.Name == "signed").Values[0];
        Assert.Equal(("3 March 2025", "4 March 2025"), (signed.Text, Assert.Single(signed.Rivals).Text));
        Assert.NotNull(view.Footnotes[signed.Notes[0] - 1].Citation);
        Assert.Equal(view.Fields.Single(f => f.Field.Name == "title").Values[0].Notes, view.Fields.Single(f => f.Field.Name == "ends").Values[0].Notes);
        Assert.True(view.HasConflicts);
    }

    [Fact]
    public async Task Near_copies_are_one_witness()
    {
        await using var bed = await Databases.NewAsync(Database.Sqlite);
        var samples = await SampleRecords.SaveAsync(bed);
        Guid Source() => Ids.New(bed.Clock);
        var (copy, other) = (Source(), Source());
        Change[] Values(char digit) => [new Set("title", "Copy"), new Set("digest", new string(digit, 64))];
        await SaveAsync(bed, null, Edit.Create(copy, SourceKind.Name, [.. Values('1'), new Set("nearCopyOf", samples.Source.ToString("D"))]), Edit.Create(other, SourceKind.Name, Values('2')));
        var held = await bed.FindAsync(samples.Agreement);
        await SaveAsync(bed, null, Edit.Of(held, new Witness("signed", "2025-03-03", new() { Source = copy, Start = 1, Length = 2, Quote = "x" })));
        Assert.Equal(1, (await ShowAsync(bed, samples.Agreement)).Witnesses);
        held = await bed.FindAsync(samples.Agreement);
        await SaveAsync(bed, null, Edit.Of(held, new Witness("signed", "2025-03-03", new() { Source = other, Start = 1, Length = 2, Quote = "x" })));
        Assert.Equal(2, (await ShowAsync(bed, samples.Agreement)).Witnesses);
    }

    [Fact]
    public async Task Claims_of_what_was_taken_away_are_still_shown()
    {
        await using var bed = await Databases.NewAsync(Database.Sqlite);
        var samples = await SampleRecords.SaveAsync(bed);
        var chair = Ids.New(bed.Clock);
        var session = await bed.FindAsync(samples.Session);
        await SaveAsync(bed, null, Edit.Of(session, new Witness($"chairs/{chair:D}/person", samples.Person.ToString("D"), samples.Cited("Orrel")), new Witness($"chairs/{chair:D}/role", "Director", samples.Cited("the director"))));
        await SaveAsync(bed, "wrong", Edit.Of(await bed.FindAsync(samples.Session), new Set($"chairs/{chair:D}/role", null)));
        var element = (await ShowAsync(bed, samples.Session)).Fields.Single(f => f.Field.Name == "chairs").Values.Single();
        Assert.Equal(("not stated", "Director"), (element.Beside.Single().Text, element.Beside.Single().Aside.Single().Text));
        await SaveAsync(bed, "not there", Edit.Of(await bed.FindAsync(samples.Session), new Set($"chairs/{chair:D}", null)));
        var removed = (await ShowAsync(bed, samples.Session)).Fields.Single(f => f.Field.Name == "chairs").Values.Single();
        Assert.Equal(("removed", "Tamsin Orrel"), (removed.Text, removed.Aside.Single().Text));
        await SaveAsync(bed, "unknown", Edit.Of(await bed.FindAsync(samples.Agreement), new Set("signed", null)));
        Assert.Equal("not stated", (await ShowAsync(bed, samples.Agreement)).Fields.Single(f => f.Field.Name == "signed").Values.Single().Text);
    }

    [Fact]
    public async Task A_value_says_who_set_it_however_long_ago()
    {
        await using var bed = await Databases.NewAsync(Database.Sqlite);
        var samples = await SampleRecords.SaveAsync(bed);
        for (var i = 0; i < ShowRecord.MostChanges + 5; i++) await SaveAsync(bed, null, Edit.Of(await bed.FindAsync(samples.Session), new Set("note", $"Note {i}")));
        var view = await ShowAsync(bed, samples.Session);
        Assert.Equal(ShowRecord.MostChanges, view.History.Length);
        var title = view.Fields.Single(f => f.Field.Name == "title").Values[0];
        Assert.Equal(1, view.Footnotes[Assert.Single(title.Notes) - 1].Change?.Version);
    }

    [Fact]
    public async Task Relations_read_from_here_and_say_when_there_are_more()
    {
        await using var bed = await Databases.NewAsync(Database.Sqlite);
        var samples = await SampleRecords.SaveAsync(bed);
        await SaveAsync(bed, null, [.. Enumerable.Range(0, 14).Select(i => Edit.Create(Ids.New(bed.Clock), AgreementKind.Name, [new Set("title", $"Study {i}"), new Set($"parties/{Sample.New()}/organisation", samples.Lab.ToString("D"))]))]);
        var agreements = (await ShowAsync(bed, samples.Lab)).Relations.Single(r => r.Label == "Agreements");
        Assert.Equal((ShowRecord.ShownPerRelation, true), (agreements.Records.Length, agreements.More));
    }
}
