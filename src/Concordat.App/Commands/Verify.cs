namespace Concordat.App.Commands;

/// <summary>Holds the register against its journal and says what does not fit.</summary>
internal static class Verify
{
    private static readonly Option Expect = new("--expect", "DIGEST", "a head digest noted earlier: it must still be in the chain");

    public static readonly Command Command = new("verify", "Check every commit, record, row and file against the journal.", RunAsync)
    {
        Options = [DataPlace.Data, Expect, DataPlace.Postgres],
    };

    private static async Task<int> RunAsync(Arguments arguments, Terminal terminal, CancellationToken stop)
    {
        if (!(await DataPlace.OpenExistingAsync(arguments, stop)).TryGet(out var store, out var refusal)) return terminal.Refuse(refusal);
        await using var open = store;
        await terminal.Error.WriteLineAsync($"Verifying {store.Place.Folder} …");
        var found = await new Verifier(store).RunAsync(arguments.Value(Expect.Name), stop);
        foreach (var fault in found.Faults) await terminal.Out.WriteLineAsync($"{fault.Code}: {fault.What}");
        await terminal.Out.WriteLineAsync($"{Counted.Of(found.Commits, "commit")}, {Counted.Of(found.Entries, "entry", "entries")}, {Counted.Of(found.Records, "record")}, {Counted.Of(found.Files, "file")}");
        if (found.Commits > 0) await terminal.Out.WriteLineAsync($"Head {found.Head} (note it elsewhere; --expect {found.Head[..8]}… in full shows a cut end)");
        await terminal.Out.WriteLineAsync(Verdict(found));
        return found.Clean ? Exit.Done : Exit.Refused;
    }

    private static string Verdict(Verification found)
    {
        var holes = found.Faults.Count(f => f.Code == "entry.purged");
        var faults = found.Faults.Length - holes;
        var purged = holes == 0 ? "" : $" {holes:N0} {(holes == 1 ? "entry was" : "entries were")} purged on purpose.";
        return faults switch
        {
            0 => "No fault found." + purged,
            1 => "1 fault found." + purged,
            >= 1000 => "1,000 faults are shown; there may be more." + purged,
            _ => $"{faults:N0} faults found." + purged,
        };
    }
}
