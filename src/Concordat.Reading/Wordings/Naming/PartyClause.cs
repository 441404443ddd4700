using System.Text.RegularExpressions;
using Concordat.Reading.Evidence;
using Concordat.Reading.Wordings.Layout;

namespace Concordat.Reading.Wordings.Naming;

/// <summary>The clause that names each party and says what it is called: '(hereinafter "KUT")', '- hereinafter "HLI" -', '("the Discloser")'.</summary>
internal static class PartyClause
{
    private static readonly Regex Called = Rx.Of(@"\((?:the |hereinafter[^""()]{0,60}|hereafter[^""()]{0,60}|referred to as |abbreviated as |as )?(?:the )?""(?<short>[^""()]{1,60})""(?:[^()]{0,80})?\)|\b(?:hereinafter|hereafter)[,:]? ?(?:also )?(?:(?:individually |to be )?(?:referred to|called|designated|abbreviated|known)(?: to)?(?: as)?:? ?)?(?:the )?(?:""(?<short>[^""]{1,60})""|(?<short>(?-i:[A-Z][\w&/-]{1,24})))(?: or (?:the )?""(?<also>[^""]{1,40})"")?");
    private static readonly Regex All = Rx.Of(@"^(?:the |each |a |an |one )?(?:contracting |two )?(?:part(?:y|ies)|participants?|sides?|signator(?:y|ies)|partners?|beneficiar(?:y|ies)|mou|moa|agreement|deed|memorandum|arrangement|effective date|project|action|loi|consortium|purpose|pa|letter|declaration|universities|institutions|framework agreement|members?|protocol|programme|joint \w+|centre of|collaboration|amendment|contract|permitted purpose|commencement date|grant|parties)$");
    private static readonly Regex Joint = Rx.Of(@"\b(?:jointly|collectively|individually|together|both|respectively)\b");
    private static readonly Regex Acro = Rx.Exact(@"^ ?\((?<a>[A-Z][A-Za-z0-9&-]{1,14})\)");
    private static readonly Regex Between = Rx.Of(@"\b(?:by and between|between|among(?:st)?|by and among|(?:concluded|signed|made|executed)(?: and entered into)? by)\b:?\n?");
    private static readonly Regex Cut = Rx.Of(@",? and |; ?(?:and )?|,?\n(?:and\n)?");
    private static readonly Regex Item = Rx.Of(@"\n\(?(?:\d{1,2}(?:\.\d{1,2})?|[a-h])[.)]? (?-i:[A-Z])");

    public static List<PartyFinding> Read(AgreementPage page, Heading heading, int end)
    {
        var found = new List<PartyFinding>();
        var from = 0;
        foreach (Match called in Called.Matches(page.Flow[..end]))
        {
            if (!IsParty(page.Flow, called)) { if (Joint.IsMatch(called.Value)) from = found.Count == 0 ? from : called.Index + called.Length; continue; }
            if (called.Index < heading.To && heading.To - called.Index > 3) continue;
            if (One(page, found.Count == 0 ? Begin(page, called.Index, heading) : from, called, end, found.Count == 0) is { } party) found.Add(party);
            from = called.Index + called.Length;
        }
        return found;
    }

    private static bool IsParty(string flow, Match called)
    {
        var words = called.Groups["short"].Value;
        if (All.IsMatch(words) && !One(flow, called, words) || words.Length < 2 || Joint.IsMatch(called.Value) || Heading.NamesInstrument(words)) return false;
        var after = flow.AsSpan(called.Index + called.Length, Math.Min(30, flow.Length - called.Index - called.Length));
        return !after.TrimStart(" ,").StartsWith("means", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>("Participant") is one party's short form where no "Participants" are spoken of.</summary>
    private static bool One(string flow, Match called, string words) =>
        words.EndsWith("articipant", StringComparison.Ordinal) && called.Value.StartsWith('(') && !flow.Contains("articipants", StringComparison.Ordinal);

    /// <summary>Where the words about the first party begin: its paragraph, else after "between".</summary>
    private static int Begin(AgreementPage page, int called, Heading heading)
    {
        var paragraph = called == 0 ? 0 : page.Flow.LastIndexOf('\n', called - 1) + 1;
        var between = Between.Matches(page.Flow[Math.Max(0, called - 1200)..called]).Select(m => Math.Max(0, called - 1200) + m.Index + m.Length).DefaultIfEmpty(-1).Last();
        if (between > paragraph) return between;
        var words = page.Flow[paragraph..called];
        if (PartyNames.StartsParty(words) || words.Length > 12 && char.IsUpper(words[0]) && !words.StartsWith("represented", StringComparison.OrdinalIgnoreCase)) return Instrument(page.Flow, paragraph, called);
        return between >= 0 ? between : Math.Max(heading.To, paragraph - 400);
    }

    /// <summary>"By this instrument, the University": past the words before the first comma when these name no organisation.</summary>
    private static int Instrument(string flow, int from, int to)
    {
        var comma = flow.IndexOf(',', from, to - from);
        return comma > 0 && comma - from < 60 && !PartyNames.StartsParty(flow[from..comma]) && PartyNames.StartsParty(flow[(comma + 1)..to]) ? comma + 1 : from;
    }

    private static PartyFinding? One(AgreementPage page, int from, Match called, int end, bool first)
    {
        var flow = page.Flow;
        var start = PartyText.NameStart(flow, Listed(flow, Next(flow, from, called.Index, first) ?? from, called.Index), called.Index);
        var stop = PartyText.NameEnd(flow, start, called.Index);
        if (stop - start is < 2 or > 220 || !char.IsUpper(flow[start]) && !char.IsDigit(flow[start])) return null;
        var group = called.Groups["short"];
        var next = flow.IndexOf("ereinafter", called.Index + called.Length, Math.Min(700, end - called.Index - called.Length), StringComparison.Ordinal);
        var tail = next < 0 ? end : next;
        tail = Next(flow, called.Index + called.Length, tail, false) ?? Math.Min(tail, called.Index + called.Length + 300);
        return new()
        {
            Name = page.Words(start, stop, "wording.party.clause"),
            Short = page.Words(group.Index + Article(group.Value), group.Index + group.Length, "wording.party.short"),
            Acronym = Bracketed(page, stop, called.Index),
            Seat = PartySeat.In(page, stop, called.Index) ?? PartySeat.In(page, called.Index + called.Length, tail) ?? PartySeat.After(page, called.Index + called.Length, Math.Min(tail + 1, flow.Length)) ?? PartySeat.Below(page, stop, called.Index) ?? PartySeat.After(page, stop, called.Index),
            Role = PartySeat.Role(page, stop, called.Index) ?? PartySeat.Role(page, called.Index + called.Length, Math.Min(tail, called.Index + called.Length + 30)),
        };
    }

    /// <summary>In a numbered list a party begins at its number, whatever is still said of the one before.</summary>
    private static int Listed(string flow, int from, int to) => Item.Match(flow, from, to - from) is { Success: true } item ? item.Index : from;

    private static int Article(string words) => words.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? 4 : 0;

    /// <summary>Where the next party begins: after "and", a stop or a line end, if an organisation starts there.</summary>
    private static int? Next(string flow, int from, int to, bool first)
    {
        if (first) return null;
        foreach (Match cut in Cut.Matches(flow[from..to]))
        {
            var at = PartyText.NameStart(flow, from + cut.Index + cut.Length, to);
            if (PartyNames.StartsParty(flow[at..Math.Min(to, at + 160)])) return from + cut.Index;
        }

        return null;
    }

    /// <summary>"(KIMST)" right after the name.</summary>
    public static Finding<string>? Bracketed(AgreementPage page, int at, int to)
    {
        var match = Acro.Match(page.Flow[at..Math.Min(to, at + 20)]);
        return match.Success && match.Groups["a"].Value.Count(char.IsUpper) > 1 && Clauses.Places.Whole(match.Groups["a"].Value) is null ? page.Find(match.Groups["a"].Value, at + match.Groups["a"].Index, at + match.Groups["a"].Index + match.Groups["a"].Length, "wording.party.acronym") : null;
    }
}
