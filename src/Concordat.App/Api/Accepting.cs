using System.Collections.Immutable;
using Concordat.Intake;

namespace Concordat.App.Api;

/// <summary>The body that accepts from a source.</summary>
/// <param name="Reading">The stamp of the proposals that were decided on.</param>
/// <param name="All">True takes every proposal without a decision as it is suggested.</param>
internal sealed record Accepting(string Reading, ImmutableDictionary<string, Deciding>? Decisions = null, bool All = false)
{
    /// <summary>Decisions by key of the proposal.</summary>
    /// <returns>Refusal <c>desk.no-such-proposal</c>.</returns>
    public Outcome<Dictionary<string, Decision>> Read(ImmutableArray<Proposal> proposals)
    {
        var decisions = new Dictionary<string, Decision>();
        foreach (var (key, deciding) in Decisions ?? ImmutableDictionary<string, Deciding>.Empty)
        {
            if (proposals.FirstOrDefault(p => p.Key == key) is not { } proposal) return None(key);
            if (!deciding.Read(proposal).TryGet(out var decision, out var refusal)) return refusal;
            decisions[key] = decision;
        }

        foreach (var proposal in proposals.Where(p => All && !decisions.ContainsKey(p.Key))) decisions[proposal.Key] = Decision.All(proposal);
        return decisions;
    }

    internal static Refusal None(string key) => new("desk.no-such-proposal", $"The document proposes no “{Concordat.Names.Clip.To(key, 60)}”. Read its proposals again.");
}

/// <summary>What is decided about one proposal; what is left out is as suggested.</summary>
/// <param name="As">"new", or the id of the record that it is.</param>
/// <param name="Values">Keys of the values that are taken; a rival is named as <c>signed#0</c>.</param>
/// <param name="Corrected">Values written otherwise, as documents hold them, by key.</param>
internal sealed record Deciding(bool Take = true, string? As = null, ImmutableArray<string>? Values = null, ImmutableDictionary<string, string>? Corrected = null)
{
    private const string New = "new";

    public Outcome<Decision> Read(Proposal proposal)
    {
        var whole = Decision.All(proposal);
        var link = As is null ? whole.Link : As == New ? null : Guid.TryParseExact(As, "D", out var record) ? record : (Guid?)Guid.Empty;
        if (link == Guid.Empty) return new Refusal("value.not-a-record", $"{proposal.Key}: as is “new” or the id of a record.");
        if ((Values ?? []).Concat(Corrected?.Keys ?? []).FirstOrDefault(v => !whole.Values.Contains(v)) is { } unknown) return Accepting.None($"{proposal.Key} {unknown}");
        if (proposal.Values.FirstOrDefault(v => v.Field.Type == FieldType.Record && Corrected?.ContainsKey(v.Key) == true) is { } reference) return new Refusal("value.not-a-record", $"{proposal.Key} {reference.Key}: what it refers to is decided by the proposal {reference.Value}.");
        return new Decision(Take, link, Values is { } named ? [.. named] : whole.Values, Corrected ?? whole.Corrected);
    }
}
