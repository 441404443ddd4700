using Concordat.App.Commands;

namespace Concordat.App.Tests.Commands;

/// <summary>Asks real shells what they would complete.</summary>
public sealed class CompletionTests : IDisposable
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(60);

    private readonly Scratch _scratch = new();

    public CompletionTests()
    {
        File.WriteAllText(_scratch["report one.txt"], "");
        Directory.CreateDirectory(_scratch["register"]);
        File.WriteAllText(_scratch["bash.sh"], Completion.Bash());
        File.WriteAllText(_scratch["zsh.sh"], Completion.Zsh());
    }

    public static TheoryData<string, string[], string> Words => new()
    {
        { "be", ["be"], "" },
        { "ver", ["ver"], "verify version" },
        { "backup --p", ["backup", "--p"], "--passphrase-file --postgres" },
        { "backup --d", ["backup", "x", "--d"], "--data" },
        { "backup --data", ["backup", "--data", "re"], "register" },
        { "backup FILE", ["backup", "rep"], "report one.txt" },
        { "backup --passphrase-file", ["backup", "b", "--passphrase-file", "rep"], "report one.txt" },
        { "publish DIR", ["publish", "re"], "register" },
        { "serve --port takes no name", ["serve", "--port", ""], "" },
        { "verify has options alone", ["verify", ""], "--data --expect --postgres --help" },
        { "completion", ["completion", "z"], "zsh" },
        { "no such command", ["nothing", ""], "" },
    };

    [Theory]
    [MemberData(nameof(Words))]
    public async Task Bash_completes(string what, string[] words, string expected)
    {
        var line = string.Join(' ', words.Select(w => $"'{w}'"));
        var script = $"source bash.sh; COMP_WORDS=(concordat {line}); COMP_CWORD={words.Length}; _concordat 2>&1; IFS=' '; printf '%s\\n' \"${{COMPREPLY[*]}}\"";
        await using var bash = Running.Start(_scratch.Folder, null, "bash", "--norc", "-c", script);
        Assert.Equal((0, expected), await bash.EndAsync(Soon));
        Assert.True(bash.Error.Trim().Length == 0, $"{what}: {bash.Error}");
    }

    [Theory]
    [InlineData("ver", "verify version")]
    [InlineData("backup --p", "--passphrase-file --postgres")]
    [InlineData("backup --data re", "register")]
    [InlineData("completion z", "zsh")]
    [InlineData("publish re", "register")]
    [InlineData("restore rep", "report\\ one.txt")]
    public async Task Zsh_completes(string typed, string expected)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/zsh") || File.Exists("/bin/zsh"), "There is no zsh on this machine.");
        await File.WriteAllTextAsync(_scratch["ask.zsh"], """
            zmodload zsh/zpty
            zpty asked "zsh -f -i"
            zpty -w asked 'PS1=; autoload -Uz compinit; compinit -u -D; source ./zsh.sh; zstyle ":completion:*" list-grouped false; LISTMAX=0; bindkey "^I" list-choices; print is"-"ready'
            # The editor is at work once it has asked for pasted text to be marked.
            zpty -r asked said $'*is-ready*2004h*'
            zpty -w -n asked "concordat $1"$'\t'
            zpty -w -n asked $'\C-u\C-mprint is"-"done\C-m'
            zpty -r asked said '*is-done*'
            print -r -- "$said"
            zpty -d asked
            """);
        await using var zsh = Running.Start(_scratch.Folder, new Dictionary<string, string?> { ["HOME"] = _scratch.Folder, ["TERM"] = "dumb" }, "zsh", "-f", "ask.zsh", typed);
        var (_, said) = await zsh.EndAsync(Soon);
        Assert.All(expected.EndsWith(".txt", StringComparison.Ordinal) ? [expected] : expected.Split(' '), word => Assert.Contains(word, said + zsh.Error));
    }

    [Fact]
    public void Both_shells_know_every_command_and_every_option()
    {
        Assert.All(CommandLine.Commands, command => Assert.All(new[] { Completion.Bash(), Completion.Zsh() }, script =>
        {
            Assert.Contains(command.Name, script);
            Assert.All(command.Options, option => Assert.Contains(option.Name, script));
        }));
    }

    [Fact]
    public async Task The_command_prints_it_and_knows_two_shells()
    {
        Assert.Equal(Completion.Bash(), (await Said.ByAsync("completion", "bash")).Out);
        Assert.Equal(Completion.Zsh(), (await Said.ByAsync("completion", "zsh")).Out);
        var other = await Said.ByAsync("completion", "fish");
        Assert.Equal(2, other.Exit);
        Assert.Contains("(usage.shell)", other.Error);
    }

    public void Dispose() => _scratch.Dispose();
}
