using Concordat.Intake;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.App.Demo;

/// <summary>Fills an empty register with the sample programme, once; an interrupted filling is taken up where it stopped.</summary>
public sealed class LoadSamples(Store store, TimeProvider clock)
{
    /// <summary>Whom histories name for the samples.</summary>
    public static Actor By { get; } = new("demo", "Sample programme");

    private readonly Journal _journal = new(store, clock);

    /// <summary>Written when everything is in, so that a source which somebody withdrew does not come back.</summary>
    private string Mark => Path.Combine(store.Place.Folder, "demo-loaded");

    /// <summary>Where the register stands: nothing in it, samples (perhaps not all of them), or something of somebody's own.</summary>
    public async Task<SampleState> StateAsync(CancellationToken stop = default)
    {
        await using var db = store.Read(Reader.Local);
        var first = await db.Changes.OrderBy(c => c.Seq).Select(c => c.ActorId).FirstOrDefaultAsync(stop);
        return first is null ? SampleState.Empty : first != By.Id ? SampleState.Other : File.Exists(Mark) ? SampleState.Loaded : SampleState.Begun;
    }

    /// <summary>Saves the programme in one commit; the same again changes nothing.</summary>
    /// <returns>Refusals of <see cref="Journal.SaveAsync"/>.</returns>
    public Task<Outcome<Saved>> ProgrammeAsync(CancellationToken stop = default) =>
        _journal.SaveAsync(new Deed(By, Programme.Edits(Samples.Programme, clock.GetUtcNow())) { Batch = "samples/programme.json 1" }, stop);

    /// <summary>Takes the press releases in as anybody's would be: they wait at the intake desk, but for those accepted already.</summary>
    /// <returns>The number that waits; refusals of <see cref="TakeIn.RunAsync"/> and the desk.</returns>
    public async Task<Outcome<int>> ReleasesAsync(CancellationToken stop = default)
    {
        var (takeIn, desk) = (new TakeIn(store, _journal, clock), new Desk(store, _journal, clock));
        foreach (var release in Samples.Releases)
        {
            var incoming = new Incoming(Samples.Bytes("releases/" + release.File), release.File, "text/plain") { Outlet = release.Outlet, Published = release.Published, Sort = release.Sort };
            if (!(await takeIn.RunAsync(By, incoming, stop)).TryGet(out var taken, out var refusal)) return refusal;
            if (release.Accepted && await AcceptAsync(desk, taken.Source, stop) is { } unaccepted) return unaccepted;
        }

        await File.WriteAllTextAsync(Mark, "The samples are in; the next start of the demo adds nothing.\n", stop);
        return Samples.Releases.Count(r => !r.Accepted);
    }

    private static async Task<Refusal?> AcceptAsync(Desk desk, Guid source, CancellationToken stop)
    {
        if (!(await desk.ShowAsync(Reader.Local, source, stop)).TryGet(out var view, out var refusal)) return refusal;
        if (view.State == "accepted") return null;
        return (await desk.AcceptAsync(By, source, view.Proposals.ToDictionary(p => p.Key, Decision.All), seen: null, stop)).Refusal;
    }
}

public enum SampleState { Empty, Begun, Loaded, Other }
