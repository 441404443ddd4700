using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Concordat.Reading.Evidence;
using Concordat.Reading.Wordings.Layout;

namespace Concordat.Reading.Wordings.Naming;

/// <summary>The parties: from the clause that says what each is called, else from "Party A: ...", else from the title or the opening sentence.</summary>
internal static class PartyReading
{
    private static readonly Regex Labelled = Rx.Of(@"^party (?<mark>[a-e1-5])\)?(?: \([\w ]{1,20}\))? ?[:：] ?(?<name>[^\n]{3,160})$");
    private static readonly Regex Note = Rx.Of(@"\bthe (?<from>[^.,;\n]{5,120}?) presents its compliments to the (?<to>[^.,;\n]{5,120}?)(?: and has|,| and,)");
    private static readonly Regex AddressLine = Rx.Of(@"^(?:address|registered (?:address|office)|domicile|seat) ?[:：] ?(?<seat>[^\n]{5,160})$");

    public static PartyList Read(AgreementPage page, Heading heading)
    {
        var end = Math.Min(page.FirstArticle, 12_000);
        if (end < heading.To + 40) end = Math.Min(page.Flow.Length, Math.Max(heading.To + 3000, 3000));
        var labelled = FromLabels(page, Math.Max(end, 3000));
        var defined = labelled.Count >= 2 ? labelled : PartyClause.Read(page, heading, Math.Min(end, page.Flow.Length));
        if (defined.Count < 2) defined = PartyClause.Read(page, heading, Math.Min(page.Flow.Length, 6000));
        var titled = heading.Title is null ? [] : PartyNames.After(page, heading.From, heading.To);
        if (defined.Count < 2 && FromNote(page) is { Count: 2 } noted) defined = noted;
        if (defined.Count < 2 && titled.Count < 2 && heading.To > 0 && page.FirstArticle < heading.To + 1500 && page.FirstArticle > heading.To) titled = PartyNames.After(page, heading.To, page.FirstArticle);
        if (defined.Count < 2) defined = titled.Count >= 2 ? titled : PartyNames.Opening(page, heading.To, Math.Min(page.Flow.Length, heading.To + 3000));
        return new([.. defined.Select(p => Complete(page, p, titled, heading))]);
    }

    /// <summary>"The Ministry of Foreign Affairs of A presents its compliments to the Embassy of B".</summary>
    private static List<PartyFinding> FromNote(AgreementPage page)
    {
        if (Note.Match(page.Flow) is not { Success: true } note) return [];
        return [.. ((Group[])[note.Groups["from"], note.Groups["to"]]).Select(g => new PartyFinding { Name = page.Words(g.Index, g.Index + g.Length, "wording.party.note") })];
    }

    private static List<PartyFinding> FromLabels(AgreementPage page, int end)
    {
        var found = new List<PartyFinding>();
        foreach (var (from, to) in Paragraph.All(page.Flow))
        {
            if (from > end) break;
            var words = page.Flow[from..to];
            if (Labelled.Match(words) is { Success: true } party && found.TrueForAll(f => !f.Short!.Value.EndsWith(party.Groups["mark"].Value, StringComparison.OrdinalIgnoreCase)))
            {
                var name = party.Groups["name"];
                var cut = PartyText.NameEnd(page.Flow, from + name.Index, to);
                found.Add(new() { Name = page.Words(from + name.Index, cut, "wording.party.labelled"), Short = page.Find($"Party {party.Groups["mark"].Value.ToUpperInvariant()}", from, from + 7, "wording.party.short.label") });
            }
            else if (found.Count > 0 && found[^1].Seat is null && AddressLine.Match(words) is { Success: true } seat)
                found[^1] = found[^1] with { Seat = page.Words(from + seat.Groups["seat"].Index, from + seat.Groups["seat"].Index + seat.Groups["seat"].Value.TrimEnd().Length, "wording.party.seat") };
        }
        return found;
    }

    /// <summary>Adds what the title says of the same party, and its country.</summary>
    private static PartyFinding Complete(AgreementPage page, PartyFinding party, List<PartyFinding> titled, Heading heading)
    {
        var plain = PartyList.Plain(party.Name.Value);
        var same = titled.FirstOrDefault(t => PartyList.Plain(t.Name.Value) is var other && (other == plain || other.StartsWith(plain, StringComparison.Ordinal) || plain.StartsWith(other, StringComparison.Ordinal)));
        var acronym = party.Acronym ?? same?.Acronym;
        return party with { Acronym = acronym, Country = Country(page, party) ?? (same is null ? null : Country(page, same)) ?? Beside(page, party, heading) };
    }

    private static Finding<string>? Country(AgreementPage page, PartyFinding party)
    {
        if (Named(page, party.Name) is { } named) return named;
        var next = page.FlowAt(party.Name.Evidence.End);
        if (next + 3 < page.Flow.Length && page.Flow.AsSpan(next).TrimStart(' ').StartsWith("(") && page.Flow.IndexOf(')', next) is var close && close > next && close - next < 40 && Clauses.Places.Whole(page.Flow[(page.Flow.IndexOf('(', next) + 1)..close]) is { } beside) return page.Find(beside.Code, page.Flow.IndexOf('(', next) + 1, close, "wording.party.country.bracket");
        return party.Seat is { } seat && Clauses.Places.In(seat.Value, adjectives: false) is { } code ? seat with { Value = code, Rule = "wording.party.country.seat" } : null;
    }

    private static Finding<string>? Named(AgreementPage page, Finding<string>? name) =>
        name is not null && Clauses.Places.In(name.Value, adjectives: true) is { } code ? name with { Value = code, Rule = "wording.party.country.name" } : null;

    /// <summary>A stop that is none of "P. R. China".</summary>
    private static bool Ends(string flow, int at) => flow[at] is ',' or '\n' or '(' or ';' || flow[at] == '.' && !(at > 1 && char.IsUpper(flow[at - 1]) && !char.IsLetter(flow[at - 2]));

    /// <summary>"the Fenno Snow Institute, Finland": the word after the name, in the title or the opening.</summary>
    private static Finding<string>? Beside(AgreementPage page, PartyFinding party, Heading heading)
    {
        var from = page.Flow.IndexOf(party.Name.Value, 0, Math.Min(page.Flow.Length, Math.Max(heading.To, 4000)), StringComparison.OrdinalIgnoreCase);
        if (from < 0) return null;
        var at = from + party.Name.Value.Length;
        if (at < page.Flow.Length && page.Flow[at] == ' ' && at + 1 < page.Flow.Length && page.Flow[at + 1] == '(' && page.Flow.IndexOf(')', at) is var close && close > 0 && close - at < 16) at = close + 1;
        if (at + 2 >= page.Flow.Length || page.Flow[at] != ',') return null;
        var to = at + 2;
        while (to < page.Flow.Length && to - at < 40 && !Ends(page.Flow, to)) to++;
        var words = page.Flow[(at + 2)..to];
        if (Clauses.Places.Whole(words) is null && to + 2 < page.Flow.Length && page.Flow[to] == ',' && words.Split(' ').Length < 4)
        {
            // "Faisalabad, Pakistan": the town comes first.
            at = to;
            for (to = at + 2; to < page.Flow.Length && to - at < 40 && !Ends(page.Flow, to);) to++;
            words = page.Flow[(at + 2)..to];
        }
        var and = words.IndexOf(" and ", StringComparison.OrdinalIgnoreCase);
        if (and > 0) words = words[..and];
        return (Clauses.Places.Whole(words)?.Code ?? (words.Length < 12 ? Clauses.Places.In(words, adjectives: false) : null)) is { } country ? page.Find(country, at + 2, at + 2 + words.Length, "wording.party.country.beside") : null;
    }
}
