using System.Text.Json.Nodes;

namespace Concordat.App.Tests.Commands;

public sealed class ReadTests : IDisposable
{
    private const string Text = "OTTAWA, March 3, 2026 - A Memorandum of Understanding (MoU) was signed on March 2, 2026 between the Cold Ocean Laboratory and the Fundy Institute of Technology.\n";

    private readonly Scratch _scratch = new();

    [Fact]
    public async Task It_says_what_a_text_states_with_its_words()
    {
        await File.WriteAllTextAsync(_scratch["release.txt"], Text);
        var said = await Said.ByAsync("read", _scratch["release.txt"]);
        Assert.Equal(0, said.Exit);
        Assert.Contains("2026-03-02", said.Out);
        Assert.Contains("\"March 2, 2026\"", said.Out);
        Assert.Contains("Fundy Institute of Technology", said.Out);
    }

    [Fact]
    public async Task It_prints_JSON_when_asked()
    {
        await File.WriteAllTextAsync(_scratch["release.txt"], Text);
        var said = await Said.ByAsync("read", "--json", _scratch["release.txt"]);
        Assert.Equal("2026-03-02", (string?)JsonNode.Parse(said.Out)!["instruments"]![0]!["date"]);
    }

    [Fact]
    public async Task The_wording_of_an_agreement_is_read_with_its_rules_said_back()
    {
        const string Agreement = "MEMORANDUM OF UNDERSTANDING\n\nBETWEEN\n\nTHE COLD OCEAN LABORATORY\n\nAND\n\nTHE FUNDY INSTITUTE OF TECHNOLOGY\n\nARTICLE 1\nCOOPERATION\n\nThe Parties shall exchange data.\n\nARTICLE 2\nDURATION\n\nThis MoU shall enter into force on signature and shall remain in force for five years.\n\nARTICLE 3\nDISPUTES\n\nAny dispute shall be settled by negotiation.\n\nDone at Halifax on 2 March 2026 in two originals in English.\n";
        await File.WriteAllTextAsync(_scratch["mou.txt"], Agreement);
        var plain = await Said.ByAsync("read", _scratch["mou.txt"]);
        Assert.Contains("It runs for 5 years from entry into force.", plain.Out);
        var json = JsonNode.Parse((await Said.ByAsync("read", "--json", _scratch["mou.txt"])).Out)!["wording"]!;
        Assert.Equal("5 years from entry-into-force", (string?)json["duration"]);
        Assert.Equal("FUNDY INSTITUTE OF TECHNOLOGY", (string?)json["parties"]![1]!["name"]);
    }

    [Fact]
    public async Task It_writes_a_file_for_each_text_and_makes_the_folder()
    {
        await File.WriteAllTextAsync(_scratch["a.txt"], Text);
        await File.WriteAllTextAsync(_scratch["b.html"], $"<html><body><p>{Text}</p></body></html>");
        var said = await Said.ByAsync("read", _scratch["a.txt"], _scratch["b.html"], "--out", _scratch["new/out"]);
        Assert.Equal(0, said.Exit);
        foreach (var name in new[] { "a", "b" })
            Assert.Equal("signed", (string?)JsonNode.Parse(await File.ReadAllTextAsync(_scratch[$"new/out/{name}.json"]))!["instruments"]![0]!["event"]);
    }

    [Fact]
    public async Task One_file_that_is_not_there_does_not_stop_the_others()
    {
        await File.WriteAllTextAsync(_scratch["there.txt"], Text);
        var said = await Said.ByAsync("read", _scratch["missing.txt"], _scratch["there.txt"]);
        Assert.Equal(1, said.Exit);
        Assert.Contains("missing.txt is not there, or may not be read. (read.not-found)", said.Error);
        Assert.Contains("2026-03-02", said.Out);
    }

    [Fact]
    public async Task Two_files_of_one_name_are_not_written_over_each_other()
    {
        Directory.CreateDirectory(_scratch["x"]);
        await File.WriteAllTextAsync(_scratch["a.txt"], Text);
        await File.WriteAllTextAsync(_scratch["x/a.txt"], Text);
        var said = await Said.ByAsync("read", _scratch["a.txt"], _scratch["x/a.txt"], "--out", _scratch["out"]);
        Assert.Equal(1, said.Exit);
        Assert.Contains("(read.same-name)", said.Error);
        Assert.False(Directory.Exists(_scratch["out"]));
    }

    [Fact]
    public async Task An_empty_file_and_a_huge_one_are_refused_by_name()
    {
        await File.WriteAllTextAsync(_scratch["empty.txt"], "");
        await using (var huge = File.Create(_scratch["huge.txt"])) huge.SetLength(60_000_000);
        var said = await Said.ByAsync("read", _scratch["empty.txt"], _scratch["huge.txt"]);
        Assert.Equal(1, said.Exit);
        Assert.Contains("(source.empty)", said.Error);
        Assert.Contains("(source.too-large)", said.Error);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_named()
    {
        await File.WriteAllTextAsync(_scratch["a.txt"], Text);
        var said = await Said.ByAsync("read", _scratch["a.txt"], "--out", _scratch["a.txt/out"]);
        Assert.Equal(1, said.Exit);
        Assert.Contains("(read.not-written)", said.Error);
    }

    public void Dispose() => _scratch.Dispose();
}
