using System.Collections.Immutable;
using System.Text;
using Concordat.Agreements;
using Concordat.Intake;
using Concordat.Tests.Storage;

namespace Concordat.Tests.Intake;

public sealed class DeskTests
{
    private const string First = """
        Institute and university sign memorandum on altitude nutrition

        PORT ANSELM, 12 March 2026: The Varuna Institute of Cold Physiology (VICP) and Tarnfell Technical University signed a Memorandum of Understanding on altitude nutrition in Port Anselm on 12 March 2026.

        The memorandum was signed by Dr Meera Sandhal, Director of the Varuna Institute of Cold Physiology, and Prof Ingrid Tolvane, Vice-Chancellor of Tarnfell Technical University.
        """;

    private const string Other = """
        Tarnfell and Varuna to work together

        TARNFELL, 16 March 2026: Tarnfell Technical University and the Varuna Institute of Cold Physiology signed a Memorandum of Understanding on altitude nutrition on 14 March 2026.
        """;

    [Theory, BothDatabases]
    public async Task A_second_text_about_the_same_event_adds_its_claims_and_shows_the_difference_as_a_conflict(Database database)
    {
        await using var bed = await Bed.OnAsync(database);
        await bed.AcceptAsync(First);
        var before = await bed.AskAsync(db => db.Agreements);
        var (second, _) = await bed.AcceptAsync(Other);
        var agreement = Assert.Single(await bed.AskAsync(db => db.Agreements));
        Assert.Equal(before.Single().Record, agreement.Record);
        Assert.Equal(2, (await bed.AskAsync(db => db.Organisations)).Count);
        var document = await bed.At.FindAsync(agreement.Record);
        Assert.Equal("2026-03-12", document.As<Agreement>().Signed);
        var rival = Assert.Single(document.ClaimsAt("signed"), c => c.Standing == Standing.Rival);
        Assert.Equal(("2026-03-14", second), ((string)rival.Value!, rival.Citation.Source));
        Assert.Equal(2, document.As<Agreement>().Parties.Length);
        Assert.All(document.As<Agreement>().Parties, p => Assert.Equal(2, document.ClaimsAt($"parties/{p.Id:D}/organisation").Count(c => c.IsHeld)));
        await bed.At.VerifiedAsync();
    }

    [Theory, BothDatabases]
    public async Task Accepting_the_same_text_again_adds_nothing(Database database)
    {
        await using var bed = await Bed.OnAsync(database);
        var (source, first) = await bed.AcceptAsync(First);
        Assert.True(first.Seq > 0);
        Assert.True((await bed.Desk.ReopenAsync(Actor.Local, source)).Done);
        Assert.Equal(0, (await bed.AcceptAsync(source)).Seq);
        Assert.Equal("accepted", (await bed.ShowAsync(source)).State);
    }

    [Theory, BothDatabases]
    public async Task Pressing_twice_accepts_once(Database database)
    {
        await using var bed = await Bed.OnAsync(database);
        var source = (await bed.TakeAsync(Sample.Bytes(First))).Source;
        var view = await bed.ShowAsync(source);
        var decisions = view.Proposals.ToDictionary(p => p.Key, Decision.All);
        var saved = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => bed.Desk.AcceptAsync(Actor.Local, source, decisions, view.ReadStamp, default))));
        // The last press comes when the first is through.
        var late = await bed.Desk.AcceptAsync(Actor.Local, source, decisions, view.ReadStamp, default);
        Assert.Equal("desk.accepted-meanwhile", late.Refusal?.Code);
        Assert.Single(await bed.AskAsync(db => db.Agreements));
        Assert.Contains(saved, s => s.Done);
        Assert.All(saved.Where(s => !s.Done), s => Assert.Equal("desk.accepted-meanwhile", s.Refusal!.Code));
    }

    [Fact]
    public async Task Decisions_on_a_text_that_was_read_anew_are_refused()
    {
        await using var bed = await Bed.OnAsync(Database.Sqlite);
        var source = (await bed.TakeAsync(Sample.Bytes(First))).Source;
        var view = await bed.ShowAsync(source);
        var refused = await bed.Desk.AcceptAsync(Actor.Local, source, view.Proposals.ToDictionary(p => p.Key, Decision.All), "another text:1", default);
        Assert.Equal("desk.read-meanwhile", refused.Refusal?.Code);
        Assert.Empty(await bed.AskAsync(db => db.Agreements));
    }

    [Theory, BothDatabases]
    public async Task A_record_that_changed_meanwhile_keeps_the_change_and_gets_the_evidence(Database database)
    {
        await using var bed = await Bed.OnAsync(database);
        var (_, saved) = await bed.AcceptAsync(First);
        var held = saved.Documents.Single(d => d.Kind == "agreement");
        var edits = Accept.Decide(
            [Sample.Propose("i1", AgreementKind.Kind, "x", ("title", held.As<Agreement>().Title), ("place", "Orsk"))],
            new Dictionary<string, Decision> { ["i1"] = new(true, held.Id, ["title", "place"], ImmutableDictionary<string, string>.Empty) },
            new Dictionary<Guid, Document> { [held.Id] = held }, new(held.Claims[0].Citation.Source, null, _ => 0), bed.At.Clock.GetUtcNow()).Value;
        Assert.True((await bed.At.Journal.SaveAsync(new Deed(Actor.Local, [Edit.Of(held, new Set("deskOfficer", "R. Verdal"))]))).Done);
        var later = await bed.At.Journal.SaveAsync(new Deed(Actor.Local, edits));
        Assert.True(later.Done, later.Refusal?.ToString());
        Assert.Equal("R. Verdal", later.Value.Document.As<Agreement>().DeskOfficer);
    }

    [Fact]
    public async Task A_withdrawn_source_is_not_on_the_desk()
    {
        await using var bed = await Bed.OnAsync(Database.Sqlite);
        var source = (await bed.TakeAsync(Sample.Bytes(First))).Source;
        Assert.True((await bed.At.Journal.UndoAsync(Actor.Local, source, 1)).Done);
        Assert.Equal("record.not-found", (await bed.Desk.ShowAsync(Reader.Local, source)).Refusal?.Code);
        Assert.Equal("record.not-found", (await bed.Desk.SetAsideAsync(Actor.Local, source)).Refusal?.Code);
    }

    [Fact]
    public async Task Every_accepted_quote_is_exactly_at_its_place_in_the_stored_text()
    {
        await using var bed = await Bed.OnAsync(Database.Sqlite);
        var (texts, quotes) = (0, 0);
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Root, "tests", "Gold"), "*.txt").Order())
        {
            await bed.AcceptAsync(await File.ReadAllTextAsync(file));
            texts++;
        }

        foreach (var head in await bed.AskAsync(db => db.Headlines.Where(h => h.Kind != "source")))
            foreach (var claim in (await bed.At.FindAsync(head.Record)).Claims)
            {
                var text = Encoding.UTF8.GetString((await bed.Store.Files.GetAsync(claim.Citation.Text!))!);
                Assert.Equal(claim.Citation.Quote, text.Substring(claim.Citation.Start!.Value, claim.Citation.Length!.Value));
                if (claim.IsHeld) Assert.True(Json.Same(claim.Value, (await bed.At.FindAsync(head.Record)).At(claim.Path)));
                quotes++;
            }

        Assert.True(texts >= 10 && quotes >= 200, $"{texts} texts, {quotes} quotes");
    }
}
