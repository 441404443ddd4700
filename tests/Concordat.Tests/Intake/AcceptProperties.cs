using System.Collections.Immutable;
using Concordat.Agreements;
using Concordat.Intake;
using Concordat.Meetings;
using FsCheck;
using FsCheck.Fluent;

namespace Concordat.Tests.Intake;

/// <summary>What holds whatever is proposed and however a person decides.</summary>
public class AcceptProperties
{
    private static readonly string[] Words = ["Alpha", "Beta", "alpha", "Gamma Delta"];
    private static readonly string[] Days = ["2026-02-03", "2026-02", "../2026-02-14", "2026-02-05", "2024"];

    private static Proposal Any(int seed)
    {
        string Word(int at) => Words[(seed / (at + 1)) % Words.Length];
        string Day(int at) => Days[(seed / (at + 1)) % Days.Length];
        return (seed % 4) switch
        {
            0 => Sample.Org($"o{seed}", Word(1), seed % 3 == 0 ? Word(2) : null),
            1 => Sample.Who($"p{seed}", Word(1), Word(3)),
            2 => Sample.Propose($"i{seed}", AgreementKind.Kind, Word(1), ("place", Word(2)), ("events.0.sort", "renewed"), ("events.0.on", Day(1)), ("events.1.sort", "signed"), ("events.1.on", Day(2))) is var a
                ? a with { Values = a.Values.Insert(0, Sample.Value(AgreementKind.Kind, "title", Word(1))).Add(Sample.Value(AgreementKind.Kind, "signed", Day(1), Day(2), Day(3))) } : null!,
            _ => Sample.Propose($"m{seed}", MeetingKind.Kind, Word(1), ("title", Word(1)), ("place", Word(3)), ("dates", Day(1)), ("topics.0.text", Word(2)), ("topics.1.text", Word(4))),
        };
    }

    private static Decision Decide(Proposal proposal, int seed, List<Document> held)
    {
        var same = held.Where(d => d.Kind == proposal.Kind).ToList();
        var all = Decision.All(proposal).Values;
        var values = seed % 5 == 0 ? all.Where((_, i) => (seed >> i) % 2 == 0).ToImmutableHashSet() : all;
        var needed = proposal.Values.Select(v => v.Key).Where(k => k is "name" or "title" or "names.0.text");
        var corrected = seed % 7 == 0 && proposal.Values.Any(v => v.Key == "signed") ? ImmutableDictionary<string, string>.Empty.Add("signed", Days[seed % Days.Length]) : ImmutableDictionary<string, string>.Empty;
        return new(seed % 11 != 0, same.Count > 0 && seed % 3 != 0 ? same[seed % same.Count].Id : null, values.Union(needed), corrected);
    }

    [Fact]
    public void The_held_claims_say_what_the_record_holds_and_the_same_decisions_again_change_nothing()
    {
        var texts = Gen.Choose(0, 100_000).ArrayOf(3).ArrayOf(4);
        Prop.ForAll(Arb.From(texts), rounds =>
        {
            var held = new List<Document>();
            foreach (var seeds in rounds)
            {
                ImmutableArray<Proposal> proposals = [.. seeds.Distinct().Select(Any).DistinctBy(p => p.Key)];
                var decisions = proposals.ToDictionary(p => p.Key, p => Decide(p, seeds.Sum(), held));
                var text = new ReadText(Ids.New(Sample.Now), new string('b', 64), _ => 0);
                var after = AcceptTests.After(proposals, decisions, text, [.. held]);
                foreach (var document in after) Holds(document);
                held = [.. held.Where(h => after.All(a => a.Id != h.Id)), .. after];
                var linked = decisions.Where(d => d.Value.Link is not null).ToDictionary();
                foreach (var again in AcceptTests.After(proposals, linked, text, [.. held])) Assert.Equal(held.Single(h => h.Id == again.Id).Canonical(), again.Canonical());
            }
        }).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(150));
    }

    private static void Holds(Document document)
    {
        foreach (var claim in document.Claims.Where(c => c.IsHeld)) Assert.True(Json.Same(document.At(claim.Path), claim.Value), $"{claim.Path}: {claim.Value} is not {document.At(claim.Path)}");
        foreach (var claim in document.Claims.Where(c => c.Standing == Standing.Rival)) Assert.False(Json.Same(document.At(claim.Path), claim.Value), $"{claim.Path}: {claim.Value} is no rival");
        Assert.DoesNotContain(document.Claims, c => c.Standing == Standing.SetAside);
    }
}
