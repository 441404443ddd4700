using System.Collections.Immutable;
using Concordat.Reading.Evidence;

namespace Concordat.Reading.Wordings.Naming;

/// <summary>The parties, and how the other rules find them again in the text.</summary>
internal sealed class PartyList(ImmutableArray<PartyFinding> all)
{
    public ImmutableArray<PartyFinding> All => all;

    /// <summary>What a party is called in findings: its short form, else its name.</summary>
    public static string Label(PartyFinding party) => party.Short?.Value ?? party.Name.Value;

    /// <summary>The party of which the words are a form, or null.</summary>
    public string? Exactly(string words)
    {
        var plain = Plain(words);
        foreach (var party in all) if (Forms(party).Any(f => Plain(f) == plain)) return Label(party);
        return null;
    }

    /// <summary>The first party named in the words by short form or name.</summary>
    public (string Party, int At, int Length)? First(string words)
    {
        (string Party, int At, int Length)? best = null;
        foreach (var party in all)
            foreach (var form in Forms(party))
                if (Index(words, form) is { } at && (best is null || at < best.Value.At)) best = (Label(party), at, form.Length);
        return best;
    }

    /// <summary>The party that the words of a block of signatures mean: a form as a whole, else the longest form inside, else the name with most words in common.</summary>
    public PartyFinding? Meant(string words)
    {
        var plain = Plain(words);
        if (plain.Length == 0) return null;
        if (all.FirstOrDefault(p => Forms(p).Any(f => Plain(f) == plain)) is { } whole) return whole;
        var inside = all.Select(p => (Party: p, Length: Forms(p).Where(f => Index(words, f) is not null).Select(f => f.Length).DefaultIfEmpty(0).Max())).Where(p => p.Length > 0).OrderByDescending(p => p.Length).ToList();
        if (inside.Count > 0) return inside[0].Party;
        var tokens = plain.Split(' ').ToHashSet();
        var best = all.Select(p => (Party: p, Share: Share(tokens, Plain(p.Name.Value).Split(' ')))).OrderByDescending(p => p.Share).FirstOrDefault();
        return best.Share >= 0.6 ? best.Party : null;
    }

    private static double Share(HashSet<string> tokens, string[] name) => (double)name.Count(tokens.Contains) / Math.Max(name.Length, tokens.Count);

    private static IEnumerable<string> Forms(PartyFinding party)
    {
        yield return party.Name.Value;
        if (party.Short is { } s) yield return s.Value;
        if (party.Acronym is { } a) yield return a.Value;
    }

    private static int? Index(string words, string form)
    {
        for (var at = words.IndexOf(form, StringComparison.OrdinalIgnoreCase); at >= 0; at = words.IndexOf(form, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + form.Length;
            if ((at == 0 || !char.IsLetterOrDigit(words[at - 1])) && (end == words.Length || !char.IsLetterOrDigit(words[end])) && (form.Length > 3 || words.AsSpan(at, form.Length).SequenceEqual(form))) return at;
        }
        return null;
    }

    /// <summary>Lower case, letters and figures only, without "the".</summary>
    public static string Plain(string words)
    {
        var plain = string.Join(' ', string.Concat(words.Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return plain.StartsWith("the ", StringComparison.Ordinal) ? plain[4..] : plain;
    }

    public Finding<string>? Name(string words, Func<string, Finding<string>> find) => words.Length == 0 ? null : find(Meant(words)?.Name.Value ?? words);
}
