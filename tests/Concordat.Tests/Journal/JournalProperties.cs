using Concordat.Storage;
using Concordat.Tests.Storage;
using FsCheck;
using FsCheck.Fluent;

namespace Concordat.Tests.Journals;

/// <summary>What holds after any sequence of saves and undoings, on both databases.</summary>
public class JournalProperties
{
    [Theory, BothDatabases]
    public void Any_sequence_of_saves_verifies_and_rebuilds_to_the_same_rows(Database database) => Prop.ForAll(Pick.Sequences(30), picks =>
    {
        RunAsync(database, picks).GetAwaiter().GetResult();
    }).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(database == Database.Sqlite ? 12 : 8));

    private static async Task RunAsync(Database database, Pick[] picks)
    {
        await using var bed = await Databases.NewAsync(database);
        var walk = new Walk(bed, await SampleRecords.SaveAsync(bed));
        await walk.LoadAsync();
        foreach (var pick in picks) await walk.StepAsync(pick);
        var rows = await bed.ShownAsync();
        await bed.VerifiedAsync();
        var withdrawn = walk.Newest.Values.Where(d => d.Withdrawn).Select(d => d.Id.ToString()).ToList();
        Assert.DoesNotContain(rows, r => r.StartsWith("headline:", StringComparison.Ordinal) && withdrawn.Exists(w => r.Contains(w, StringComparison.OrdinalIgnoreCase)));
        Assert.Equal(walk.Newest.Count, (await new Rebuilder(bed.Store).RunAsync()).Value);
        Assert.Equal(rows, await bed.ShownAsync());
    }

    /// <summary>Walks through saves, keeping beside the database what ought to be there.</summary>
    private sealed class Walk(TestStore bed, SampleRecords records)
    {
        private readonly List<Document> _seen = [];

        public Dictionary<Guid, Document> Newest { get; } = [];

        public async Task StepAsync(Pick pick)
        {
            // Lag: the person may look at an older version than the newest.
            var now = Newest.Values.OrderBy(d => d.Id).ElementAt(pick.Record % Newest.Count);
            var seen = pick.Lag % 3 == 0 ? _seen.FindAll(d => d.Id == now.Id)[pick.Value % _seen.Count(d => d.Id == now.Id)] : now;
            var undo = pick.Verb % 7 == 6 ? 1 + (pick.Value % now.Version) : 0;
            var saved = undo > 0 ? await bed.Journal.UndoAsync(Actor.Local, now.Id, undo) : await EditAsync(seen, pick);
            if (!saved.Done) { Assert.Equal(now.Canonical(), (await bed.FindAsync(now.Id)).Canonical()); return; }
            // Undoing the newest version brings back exactly what stood before it.
            if (undo == now.Version && undo > 1) Assert.Equal(Content(_seen.Last(d => d.Id == now.Id && d.Version == undo - 1)), Content(saved.Value.Document));
            Keep(saved.Value.Document, now);
        }

        private async Task<Outcome<Saved>> EditAsync(Document seen, Pick pick)
        {
            if (AnyChange.Of(seen, Kinds.Of(seen.Kind), pick, Refer, records.Source) is not { } change) return new Saved(0, [Newest[seen.Id]]);
            return await bed.Journal.SaveAsync(new Deed(Actor.Local, [Edit.Of(seen, change)]) { Reason = pick.Reason ? "because" : null });
        }

        private void Keep(Document document, Document before)
        {
            Assert.InRange(document.Version, before.Version, before.Version + 1);
            if (!document.Withdrawn) Assert.All(document.Claims, c => Assert.Equal(c.IsHeld, Json.Same(document.At(c.Path), c.Value)));
            Newest[document.Id] = document;
            _seen.Add(document);
        }

        public async Task LoadAsync()
        {
            Guid[] all = [records.Lab, records.University, records.Person, records.Source, records.Agreement, records.Body, records.Session, records.Action, records.Letter];
            foreach (var id in all)
            {
                Newest[id] = await bed.FindAsync(id);
                _seen.Add(Newest[id]);
            }
        }

        private static string Content(Document document)
        {
            var root = document.Root();
            root.Remove("version");
            return System.Text.Encoding.UTF8.GetString(CanonicalJson.Bytes(root));
        }

        private Guid? Refer(string kind) => kind switch
        {
            "organisation" => records.University, "person" => records.Person, "agreement" => records.Agreement, "body" => records.Body, "source" => records.Source, _ => null,
        };
    }
}
