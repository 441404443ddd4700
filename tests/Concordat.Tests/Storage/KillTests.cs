using Concordat.Storage;

namespace Concordat.Tests.Storage;

/// <summary>50 kills of a process amid saves into three embedded registers.</summary>
[Trait("speed", "slow")]
public class KillTests
{
    [Fact]
    public Task Killed_at_any_point_an_embedded_register_keeps_every_acknowledged_save_whole() => Kills.RunAsync(Database.Sqlite, kills: 50, registers: 3);
}

/// <summary>25 kills of a process amid saves into two registers on PostgreSQL.</summary>
[Trait("speed", "slow")]
public class PostgresKillTests
{
    [Fact]
    public Task Killed_at_any_point_a_register_on_PostgreSQL_keeps_every_acknowledged_save_whole() => Kills.RunAsync(Database.Postgres, kills: 25, registers: 2);
}

/// <summary>Kills processes that write several registers at once, and looks at each register. CONCORDAT_SEED repeats a run.</summary>
internal static class Kills
{
    private const int Round = 10;

    public static async Task RunAsync(Database database, int kills, int registers)
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("CONCORDAT_SEED"), out var given) ? given : Random.Shared.Next(1, 1_000_000);
        Console.WriteLine($"Kills on {database}: CONCORDAT_SEED={seed}");
        var random = new Random(seed);
        var beds = new List<TestStore>();
        for (var i = 0; i < registers; i++) beds.Add(await HammerBed.SharedAsync(database));
        // Nobody but the processes has a register open, so that the first to open it afterwards recovers it.
        foreach (var bed in beds) await bed.Store.DisposeAsync();
        var killed = new List<HammerProcess>();
        while (killed.Count < kills)
        {
            await RoundAsync(beds, killed, Math.Min(Round, kills - killed.Count), seed, random);
            await CheckAsync(beds, killed, $"{seed}, kill {killed.Count}");
        }

        for (var register = 0; register < registers; register++)
            Assert.True(killed.Sum(k => k.SavedIn(register).Length) >= kills * 3 / 2, $"Seed {seed}: too few saves were under way in register {register}.");
        var amid = killed.Count(k => k.Under > 0);
        Assert.True(amid >= kills * 9 / 10, $"Seed {seed}: only {amid} of {kills} kills came amid a save.");
        foreach (var process in killed) process.Dispose();
        foreach (var bed in beds) await bed.DisposeAsync();
    }

    private static async Task RoundAsync(List<TestStore> beds, List<HammerProcess> killed, int kills, int seed, Random random)
    {
        var places = beds.ConvertAll(b => b.Store.Place);
        // Starting takes a second of a processor and saving before the kill very little: so some start beside the one that is killed.
        var starting = new Queue<HammerProcess>();
        for (var number = 0; number < kills; number++)
        {
            for (var ahead = number + starting.Count; starting.Count < 3 && ahead < kills; ahead++) starting.Enqueue(HammerProcess.StartKilled(places, seed + ((killed.Count + starting.Count) * 20)));
            var victim = starting.Dequeue();
            killed.Add(victim);
            // Counted in saves, one at least, not in time alone, so that a busy machine is killed amid saves too.
            await victim.GoAsync(random.Next(1, 5 * places.Count));
            await Task.Delay(random.Next(0, 10));
            await victim.KillAsync();
            Assert.True(victim.Other.TrueForAll(o => !o.StartsWith("refused", StringComparison.Ordinal) && !o.Contains("Unhandled", StringComparison.Ordinal)), $"Seed {seed}, kill {killed.Count}: {string.Join('\n', victim.Other)}");
        }
    }

    private static async Task CheckAsync(List<TestStore> beds, List<HammerProcess> killed, string seed)
    {
        for (var register = 0; register < beds.Count; register++)
        {
            await using var again = (await Store.OpenAsync(beds[register].Store.Place)).Value;
            var found = await new Verifier(again).RunAsync();
            Assert.True(found.Clean, $"Seed {seed}, register {register}: {string.Join('\n', found.Faults)}");
            HammerBed.AllThere(killed, (await HammerBed.JournalAsync(again, seed)).Versions, seed, register);
        }
    }
}
