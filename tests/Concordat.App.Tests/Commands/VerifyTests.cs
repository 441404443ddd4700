using Concordat.App.Demo;
using Concordat.Storage;
using Microsoft.Data.Sqlite;

namespace Concordat.App.Tests.Commands;

public sealed class VerifyTests : IAsyncLifetime, IDisposable
{
    private readonly Scratch _scratch = new();

    private string Data => _scratch["data"];

    public async ValueTask InitializeAsync()
    {
        await using var store = (await Store.OpenAsync(new StorePlace(Data))).Value;
        Assert.True((await new LoadSamples(store, TimeProvider.System).ProgrammeAsync()).Done);
    }

    [Fact]
    public async Task A_sound_register_is_counted_and_its_head_can_be_expected_next_time()
    {
        var said = await Said.ByAsync("verify", "--data", Data);
        Assert.Equal(0, said.Exit);
        Assert.Contains("1 commit, 73 entries, 73 records, 0 files", said.Out);
        Assert.EndsWith("No fault found.\n", said.Out);
        var head = said.Out.Split('\n').Single(l => l.StartsWith("Head ")).Split(' ')[1];
        Assert.Equal(0, (await Said.ByAsync("verify", "--data", Data, "--expect", head)).Exit);
    }

    [Fact]
    public async Task A_head_that_is_not_there_is_a_fault()
    {
        var said = await Said.ByAsync("verify", "--data", Data, "--expect", new string('a', 64));
        Assert.Equal(1, said.Exit);
        Assert.Contains("commit.head: ", said.Out);
        Assert.EndsWith("1 fault found.\n", said.Out);
    }

    [Fact]
    public async Task A_changed_row_is_named_and_rebuilding_mends_it()
    {
        await TamperAsync("UPDATE agreement SET title = 'Another' WHERE title LIKE 'Letter of Intent%'");
        var found = await Said.ByAsync("verify", "--data", Data);
        Assert.Equal(1, found.Exit);
        Assert.Contains("row.differs: ", found.Out);
        var rebuilt = await Said.ByAsync("rebuild", "--data", Data);
        Assert.Equal((0, "73 records rebuilt from the journal\nsearch index built\n"), (rebuilt.Exit, rebuilt.Out));
        Assert.Equal(0, (await Said.ByAsync("verify", "--data", Data)).Exit);
    }

    [Theory]
    [InlineData("verify")]
    [InlineData("rebuild")]
    public async Task A_mistyped_folder_is_refused_and_not_made(string command)
    {
        var said = await Said.ByAsync(command, "--data", _scratch["dta"]);
        Assert.Equal(1, said.Exit);
        Assert.Contains("(data.not-found)", said.Error);
        Assert.False(Directory.Exists(_scratch["dta"]));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_named()
    {
        Directory.CreateDirectory(_scratch["other"]);
        await File.WriteAllTextAsync(_scratch["other/concordat.db"], new string('x', 5000));
        var said = await Said.ByAsync("verify", "--data", _scratch["other"]);
        Assert.Equal(1, said.Exit);
        Assert.Contains("(storage.damaged)", said.Error);
    }

    private async Task TamperAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Data}/concordat.db;Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        Assert.Equal(1, await command.ExecuteNonQueryAsync());
    }

    public ValueTask DisposeAsync() { Dispose(); return ValueTask.CompletedTask; }

    public void Dispose() => _scratch.Dispose();
}
