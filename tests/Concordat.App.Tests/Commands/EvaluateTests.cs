namespace Concordat.App.Tests.Commands;

public sealed class EvaluateTests : IDisposable
{
    private const string Text = "OTTAWA, March 3, 2026 - A Memorandum of Understanding (MoU) was signed on March 2, 2026 between the Cold Ocean Laboratory and the Fundy Institute of Technology.\n";

    private readonly Scratch _scratch = new();

    [Fact]
    public async Task It_prints_how_much_of_the_labels_was_found()
    {
        await LabelAsync("""{ "instruments": [{ "kind": "mou", "parties": ["Cold Ocean Laboratory", "Fundy Institute of Technology"], "event": "signed", "date": "2026-03-01" }] }""");
        var said = await Said.ByAsync("evaluate", _scratch["set"]);
        Assert.Equal(0, said.Exit);
        Assert.Contains("instruments     P 1.000  R 1.000  F1 1.000  (1 labelled, 1 found)", said.Out);
        Assert.Contains("instrument date          0/1  0.000", said.Out);
        Assert.DoesNotContain("in place of", said.Out);
    }

    [Fact]
    public async Task Labels_of_agreement_wordings_are_scored_field_by_field()
    {
        await LabelAsync("""{ "wording": { "kind": "mou", "duration": "5 years from signature" } }""");
        var said = await Said.ByAsync("evaluate", _scratch["set"]);
        Assert.Equal(0, said.Exit);
        Assert.Contains("right value", said.Out);
        Assert.Contains("1 agreement texts  not recognised 1  false quotes 0", said.Out);
        Assert.DoesNotContain("over-claims", said.Out);
    }

    [Fact]
    public async Task Every_miss_and_wrong_value_is_listed_when_asked()
    {
        await LabelAsync("""{ "people": [{ "name": "Anna Berg" }], "instruments": [{ "kind": "mou", "parties": [], "title": null, "event": "signed" }] }""");
        var said = await Said.ByAsync("evaluate", "--detail", _scratch["set"]);
        Assert.Contains("release: missed person: Anna Berg", said.Out);
        Assert.Contains("release: extra instrument:", said.Out);
    }

    [Fact]
    public async Task Labels_that_are_none_are_refused_by_name()
    {
        await LabelAsync("[1");
        var said = await Said.ByAsync("evaluate", _scratch["set"]);
        Assert.Equal(1, said.Exit);
        Assert.Contains("(evaluate.not-labels)", said.Error);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_or_holds_nothing_is_refused()
    {
        Assert.Contains("(evaluate.not-found)", (await Said.ByAsync("evaluate", _scratch["nowhere"])).Error);
        Directory.CreateDirectory(_scratch["empty"]);
        Assert.Contains("(evaluate.no-labels)", (await Said.ByAsync("evaluate", _scratch["empty"])).Error);
    }

    public void Dispose() => _scratch.Dispose();

    private async Task LabelAsync(string labels)
    {
        Directory.CreateDirectory(_scratch["set"]);
        await File.WriteAllTextAsync(_scratch["set/release.txt"], Text);
        await File.WriteAllTextAsync(_scratch["set/release.json"], labels);
    }
}
