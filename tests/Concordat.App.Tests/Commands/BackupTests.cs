using System.Net;
using Concordat.App.Demo;
using Concordat.Storage;

namespace Concordat.App.Tests.Commands;

public sealed class BackupTests : IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(60);

    private readonly Scratch _scratch = new();

    private string Data => _scratch["data"];

    public async ValueTask InitializeAsync()
    {
        await using var store = (await Store.OpenAsync(new StorePlace(Data))).Value;
        Assert.True((await new LoadSamples(store, TimeProvider.System).ProgrammeAsync()).Done);
    }

    [Fact]
    public async Task A_register_that_is_being_served_is_backed_up_and_served_again_elsewhere()
    {
        await using (var serve = Running.Concordat(_scratch.Folder, null, "serve", "--data", Data, "--port", "0"))
        {
            await serve.LineAsync(Soon);
            await using var backup = Running.Concordat(_scratch.Folder, null, "backup", "my backup.tar.gz", "--data", Data);
            var (exit, output) = await backup.EndAsync(Soon);
            Assert.True(exit == 0, backup.Error);
            Assert.Contains("not encrypted, read back and found whole", output);
            Assert.Contains("1 commit, 73 entries, 0 files", output);
        }

        var restored = await Said.ByAsync("restore", _scratch["my backup.tar.gz"], "--data", _scratch["again"]);
        Assert.Equal(0, restored.Exit);
        Assert.Contains("restored and verified", restored.Out);
        var head = restored.Out.Split('\n').Single(l => l.StartsWith("Head ", StringComparison.Ordinal)).Split(' ')[1];
        Assert.Equal(0, (await Said.ByAsync("verify", "--data", Data, "--expect", head)).Exit);
        await using var again = Running.Concordat(_scratch.Folder, null, "serve", "--data", _scratch["again"], "--port", "0");
        using var client = new HttpClient();
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri(await again.LineAsync(Soon) + "/agreements"))).StatusCode);
    }

    [Theory]
    [InlineData("six words picked by chance each\n")]
    [InlineData("six words picked by chance each\r\n")]
    [InlineData("six words picked by chance each")]
    public async Task A_passphrase_is_the_one_line_of_its_file(string line)
    {
        await File.WriteAllTextAsync(_scratch["secret"], line);
        await File.WriteAllTextAsync(_scratch["same"], "six words picked by chance each");
        var made = await Said.ByAsync("backup", _scratch["b"], "--data", Data, "--passphrase-file", _scratch["secret"]);
        Assert.Equal(0, made.Exit);
        Assert.Contains(", encrypted, read back", made.Out);
        Assert.DoesNotContain("six words", made.Out + made.Error);
        Assert.Equal(0, (await Said.ByAsync("restore", _scratch["b"], "--data", _scratch["again"], "--passphrase-file", _scratch["same"])).Exit);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("two\nlines of it")]
    public async Task A_file_that_is_no_passphrase_is_refused(string text)
    {
        await File.WriteAllTextAsync(_scratch["secret"], text);
        var said = await Said.ByAsync("backup", _scratch["b"], "--data", Data, "--passphrase-file", _scratch["secret"]);
        Assert.Equal(1, said.Exit);
        Assert.Contains("(backup.no-passphrase)", said.Error);
        Assert.False(File.Exists(_scratch["b"]));
    }

    [Fact]
    public async Task Refusals_say_the_code_and_what_to_do()
    {
        Assert.Equal(0, (await Said.ByAsync("backup", _scratch["b"], "--data", Data)).Exit);
        Assert.Contains("(backup.exists)", (await Said.ByAsync("backup", _scratch["b"], "--data", Data)).Error);
        Assert.Contains("(restore.not-empty)", (await Said.ByAsync("restore", _scratch["b"], "--data", Data)).Error);
        await File.WriteAllBytesAsync(_scratch["cut"], (await File.ReadAllBytesAsync(_scratch["b"]))[..2000]);
        var cut = await Said.ByAsync("restore", _scratch["cut"], "--data", _scratch["again"]);
        Assert.Equal(1, cut.Exit);
        Assert.Contains("(backup.cut)", cut.Error);
        Assert.Empty(Directory.GetFileSystemEntries(_scratch["again"]));
        Assert.Contains("(data.not-found)", (await Said.ByAsync("backup", _scratch["c"], "--data", _scratch["dta"])).Error);
    }

    public ValueTask DisposeAsync() { Dispose(); return ValueTask.CompletedTask; }

    public void Dispose() => _scratch.Dispose();
}
