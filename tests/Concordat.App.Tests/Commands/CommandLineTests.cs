using Concordat.App.Commands;

namespace Concordat.App.Tests.Commands;

public sealed class CommandLineTests
{
    [Fact]
    public async Task Help_names_every_command()
    {
        var said = await Said.ByAsync("help");
        Assert.Equal(0, said.Exit);
        Assert.All(["serve", "demo", "read", "verify", "rebuild", "backup", "restore", "publish", "completion", "help", "version"], name => Assert.Contains($"  {name} ", said.Out));
        Assert.Equal(said, await Said.ByAsync());
    }

    [Theory]
    [InlineData("verify", "--expect DIGEST")]
    [InlineData("serve", "--port N")]
    public async Task Help_of_a_command_lists_its_options(string name, string option)
    {
        var said = await Said.ByAsync(name, "--help");
        Assert.Equal(0, said.Exit);
        Assert.Contains($"Usage: ./concordat {name}", said.Out);
        Assert.Contains(option, said.Out);
    }

    [Fact]
    public async Task Version_says_which_one_it_is()
    {
        Assert.Matches(@"^Concordat \d+\.\d+\.\d+ on \.NET 10", (await Said.ByAsync("--version")).Out);
        Assert.Equal(await Said.ByAsync("--version"), await Said.ByAsync("version"));
    }

    [Theory]
    [InlineData("usage.unknown-command", "serv")]
    [InlineData("usage.unknown-option", "serve", "--prot", "5081")]
    [InlineData("usage.value-missing", "serve", "--port")]
    [InlineData("usage.value-missing", "serve", "--port=")]
    [InlineData("usage.value-unwanted", "read", "--json=yes", "a.txt")]
    [InlineData("usage.twice", "serve", "--port", "1", "--port", "2")]
    [InlineData("usage.operand-unwanted", "verify", "data")]
    [InlineData("usage.operand-missing", "read", "--json")]
    [InlineData("usage.operand-missing", "backup", "--data", "data")]
    [InlineData("usage.operand-twice", "backup", "a", "b")]
    [InlineData("usage.shell", "completion", "fish")]
    [InlineData("usage.port", "serve", "--port", "99999")]
    [InlineData("usage.port", "demo", "--port", "http")]
    public async Task Wrong_usage_is_answered_with_the_right_one(string code, params string[] words)
    {
        var said = await Said.ByAsync(words);
        Assert.Equal(2, said.Exit);
        Assert.Empty(said.Out);
        Assert.Contains($"({code})", said.Error);
        Assert.Contains("Usage: ./concordat ", said.Error);
    }

    [Fact]
    public void An_option_takes_its_value_after_a_space_or_an_equals_sign()
    {
        var command = new Command("c", "", (_, _, _) => Task.FromResult(0)) { Operands = "FILE…", Options = [new("--out", "DIR", ""), new("--json", null, "")] };
        var spaced = Arguments.Parse(command, ["--out", "a=b", "x"]).Value;
        var joined = Arguments.Parse(command, ["--out=a=b", "x"]).Value;
        Assert.Equal(("a=b", "a=b"), (spaced.Value("--out"), joined.Value("--out")));
        Assert.False(spaced.Has("--json"));
        Assert.Equal(["--json", "-"], Arguments.Parse(command, ["--", "--json", "-"]).Value.Operands);
    }
}
