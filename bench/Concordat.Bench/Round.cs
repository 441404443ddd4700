using Concordat.Bench.Parts;
using Concordat.Bench.Programme;
using Concordat.Bench.Shell;
using Concordat.Storage;
using Npgsql;

namespace Concordat.Bench;

/// <summary>All that is measured on one database.</summary>
internal sealed class Round(string name, StorePlace place, Register register, Sizes sizes)
{
    private Filled? _filled;

    public StorePlace Place => place;
    public IReadOnlyList<PageTime> Pages { get; private set; } = [];
    public IReadOnlyList<Share> Shares { get; private set; } = [];
    public List<IReadOnlyList<string>> Saved { get; } = [];
    public IReadOnlyList<string> Kept { get; private set; } = [];
    public IReadOnlyList<SearchTime> Found { get; private set; } = [];
    public IReadOnlyList<string> Indexed { get; private set; } = [];
    public IReadOnlyList<string> Imported { get; private set; } = [];

    /// <summary>Fills the database, then measures what is only read.</summary>
    public async Task<Round> PagesAsync(Settings settings)
    {
        await Run.StepAsync($"{name}: fill", async () =>
        {
            await using var store = (await Store.OpenAsync(place)).Value;
            _filled = await register.FillAsync(store);
            if (place.Postgres is not null) await TellAsync("VACUUM ANALYZE");
        });
        await using var server = await Child.ServeAsync("dotnet", [Settings.Host, "host", place.Folder, .. place.Postgres is { } postgres ? [postgres] : Array.Empty<string>()]);
        using var client = Parts.Pages.Client(server.Address);
        await Run.StepAsync($"{name}: the server's index", () => Searches.ReadyAsync(client));
        await Run.StepAsync($"{name}: pages", async () => Pages = await Parts.Pages.MeasureAsync(client, await PageList.OfAsync(register, _filled!, client), settings.Requests));
        await Run.StepAsync($"{name}: search", async () => Found = await Searches.MeasureAsync(client, register, settings.Requests));
        await Run.StepAsync($"{name}: list against a bare page", async () => Shares = await Throughput.MeasureAsync(name, server.Address, client, settings.Spell));
        return this;
    }

    /// <summary>Measures search alone, for registers too large for the rest.</summary>
    public async Task<Round> SearchAsync(int requests)
    {
        await Run.StepAsync($"{name}: fill", async () =>
        {
            // A folder that is filled already is measured again as it is.
            var there = File.Exists(place.File);
            await using var store = (await Store.OpenAsync(place)).Value;
            if (!there) await register.FillAsync(store);
            if (place.Postgres is not null) await TellAsync("VACUUM ANALYZE");
            Indexed = await Searches.BuildAsync(name, store, sizes);
        });
        await using var server = await Child.ServeAsync("dotnet", [Settings.Host, "host", place.Folder, .. place.Postgres is { } postgres ? [postgres] : Array.Empty<string>()]);
        using var client = Parts.Pages.Client(server.Address);
        await Run.StepAsync($"{name}: search", async () => Found = await Searches.MeasureAsync(client, register, requests));
        return this;
    }

    /// <summary>Verifies, rebuilds, and saves single records; on PostgreSQL also with durability off.</summary>
    public async Task WritesAsync(Settings settings)
    {
        await Run.StepAsync($"{name}: import", async () => Imported = await Imports.RowAsync(name, place, register));
        await using var store = (await Store.OpenAsync(place)).Value;
        await Run.StepAsync($"{name}: search index", async () => Indexed = await Searches.BuildAsync(name, store, sizes));
        await Run.StepAsync($"{name}: verify and rebuild", async () => Kept = await Upkeep.RowAsync(name, store, _filled!, sizes));
        await Run.StepAsync($"{name}: saves", async () => Saved.Add(await Saves.RowAsync($"{name}{(place.Postgres is null ? "" : ", its default settings")}", store, register, settings.Spell)));
        if (place.Postgres is null) return;
        await TellAsync("ALTER SYSTEM SET fsync = off", "ALTER SYSTEM SET full_page_writes = off", "ALTER SYSTEM SET synchronous_commit = off", "SELECT pg_reload_conf()");
        await Task.Delay(TimeSpan.FromSeconds(1));
        await Run.StepAsync($"{name}, not flushed: saves", async () => Saved.Add(await Saves.RowAsync($"{name}, durability off (for comparison only)", store, register, settings.Spell)));
    }

    private async Task TellAsync(params string[] statements)
    {
        await using var source = NpgsqlDataSource.Create(place.Postgres!);
        foreach (var statement in statements)
        {
            await using var command = source.CreateCommand(statement);
            await command.ExecuteNonQueryAsync();
        }
    }
}
