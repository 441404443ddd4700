using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Concordat.Reading.Evidence;
using Concordat.Reading.Gazetteer;
using Concordat.Reading.Wordings.Layout;

namespace Concordat.Reading.Wordings.Naming;

/// <summary>Parties that are only joined by "and": in a title, or in an opening sentence that calls them all "the Parties".</summary>
internal static class PartyNames
{
    private static readonly Regex Between = Rx.Of(@"\b(?:by and between|between themselves|between|among(?:st)?|(?:concluded|signed|made) by)\b:?");
    private static readonly Regex Cut = Rx.Of(@",? and (?:the )?|\n(?:and\n)?|; (?:and )?|, ");
    private static readonly Regex Purpose = Rx.Of(@"(?:^|\s)(?:on|concerning|regarding|for (?:the )?(?:co-?operation|collaboration|purpose|exchange|establish|promotion|conduct|development|joint|operation|implementation|years)|in the (?:field|area)s?|relating to|in respect of|with respect to|for a )\b");
    private static readonly Regex Collective = Rx.Of(@",? ?\(?(?:hereinafter|hereafter|together|jointly|collectively|both|referred to as|have\b|desiring|\(the ""(?:parties|participants)|each a)");
    private static readonly FrozenSet<string> States = "government kingdom republic state commonwealth union".Split(' ').ToFrozenSet();

    /// <summary>Names after "between" in a stretch.</summary>
    public static List<PartyFinding> After(AgreementPage page, int from, int to)
    {
        var between = Between.Match(page.Flow, from, to - from);
        if (!between.Success) return [];
        var start = between.Index + between.Length;
        var end = Purpose.Match(page.Flow, start, to - start) is { Success: true } purpose ? purpose.Index : to;
        return Split(page, start, end, "wording.party.title");
    }

    /// <summary>Names that open the first sentence: "The Government of A and the Government of B, hereinafter ...".</summary>
    public static List<PartyFinding> Opening(AgreementPage page, int from, int to)
    {
        foreach (var (start, end) in Paragraph.All(page.Flow))
        {
            if (start < from || end - start < 20) continue;
            if (start >= to) break;
            var at = start;
            if (!page.Flow.AsSpan(start, end - start).StartsWith("The ", StringComparison.OrdinalIgnoreCase))
            {
                if (Between.Match(page.Flow, start, end - start) is { Success: true } between) at = between.Index + between.Length;
                else if (!Collective.IsMatch(page.Flow.AsSpan(start, end - start)) || !StartsParty(page.Flow[start..end])) continue;
            }
            var stop = Collective.Match(page.Flow, at, end - at) is { Success: true } collective ? collective.Index : Math.Min(end, at + 400);
            if (Split(page, at, stop, "wording.party.opening") is { Count: >= 2 } found) return found;
        }
        return [];
    }

    /// <summary>Cuts at each "and", comma or line end after which a new organisation starts.</summary>
    private static List<PartyFinding> Split(AgreementPage page, int from, int to, string rule)
    {
        var found = new List<PartyFinding>();
        var start = from;
        foreach (var (at, length) in Cut.Matches(page.Flow[from..to]).Select(m => (At: from + m.Index, m.Length)).Append((to, 0)))
        {
            if (at < to && (!StartsParty(page.Flow[(at + length)..to]) || page.Flow[at] == ',' && page.Flow.AsSpan(at).StartsWith(", Government", StringComparison.OrdinalIgnoreCase) || !HasHead(page.Flow[start..at]))) continue;
            if (One(page, start, at, rule) is { } party) found.Add(party);
            start = at + length;
        }
        return found;
    }

    private static PartyFinding? One(AgreementPage page, int from, int to, string rule)
    {
        var start = PartyText.NameStart(page.Flow, from, to);
        var end = PartyText.NameEnd(page.Flow, start, to);
        if (end - start is < 3 or > 200 || !char.IsUpper(page.Flow[start])) return null;
        return new() { Name = page.Words(start, end, rule), Acronym = PartyClause.Bracketed(page, end, to) ?? Behind(page, end, to) };
    }

    /// <summary>", Switzerland (LSF)": letters in brackets after the place.</summary>
    private static Finding<string>? Behind(AgreementPage page, int from, int to)
    {
        var open = page.Flow.IndexOf(" (", from, Math.Min(to - from, 50), StringComparison.Ordinal);
        return open > from && page.Flow[from] == ',' ? PartyClause.Bracketed(page, open, to) : null;
    }

    /// <summary>True where the words open with the name of an organisation or a government: its head noun before any "of", bracket or stop.</summary>
    public static bool StartsParty(string words)
    {
        var n = 0;
        foreach (var word in words.Split((char[])[' ', '\n'], 14, StringSplitOptions.RemoveEmptyEntries))
        {
            var low = word.Trim(',', '.', '(', ')', ';', '"').ToLowerInvariant();
            if (n++ == 0 && low is "the" or "a") continue;
            if (low.Length > 1 && (Heads.Is(low) || Heads.Is(low + ".") && low.Length > 2 || States.Contains(low))) return true;
            if (low is "of" or "for" or "on" or "in" or "and" || word.EndsWith(',') || word.EndsWith(')') || n > 9 || low.Length > 0 && char.IsLower(word.TrimStart('(', '"').FirstOrDefault('a'))) return false;
        }
        return false;
    }

    private static bool HasHead(string words) => words.Split((char[])[' ', '\n', ',', '(', ')', '"', ';'], StringSplitOptions.RemoveEmptyEntries).Any(w => Heads.Is(w.ToLowerInvariant()) || States.Contains(w.ToLowerInvariant()));
}
