using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Concordat.Reading.Evidence;
using Concordat.Reading.Gazetteer;
using Concordat.Reading.Wordings.Layout;

namespace Concordat.Reading.Wordings.Clauses;

/// <summary>How it is amended, which law governs, how disputes are settled.</summary>
internal static class LegalClauses
{
    private static readonly Regex Change = Rx.Of(@"\b(?:amend(?:ed|ments?)?|modif(?:ied|ications?|y)|revis(?:ed|ions?|e)|alter(?:ed|ations?)?|var(?:ied|iations?|y)|chang(?:ed|es?)|addition(?:s)?|supplement(?:ed|ary)?|matters not covered)\b");
    private static readonly Regex How = Rx.Of(@"\b(?<letters>exchange of (?:official )?letters)\b|\b(?<notes>exchange of (?:diplomatic )?notes)\b|\b(?<protocol>(?:separate |additional )?protocols?)\b|\b(?<written>in writing|written|a writing|addend(?:um|a)|signed by|supplementary agreement|written-form)\b|\b(?<agreed>(?:mutual|common) (?:consent|agreement)|by agreement|consent of|agreement of)\b");
    private static readonly Regex Not = Rx.Of(@"\b(?:considering|whereas|recalling|have agreed to amend|hereby amend|remain unchanged|renewed|extended for|replaced by|amended to read|obligations?)\b|\bterm of this");
    private static readonly Regex Governed = Rx.Of(@"\b(?:governed by|construed (?:and enforced )?(?:in accordance with|under)|subject to|interpreted (?:in accordance with|under)|in accordance with)(?: and (?:construed|interpreted)(?: and \w+)? (?:in accordance with|under))? (?:the )?(?:(?:substantive |applicable |national |federal )?(?:laws?|legislation)(?: in force)? (?:of|in) (?<of>[^.,;]{3,70}(?:, (?-i:[A-Z])\w+)?)|(?<word>\w+) law\b|(?<inter>international law|principles of international law))|\b(?:the )?laws? of (?<of>[^.,;]{3,60}?) (?:applies|apply|shall apply|governs?|shall govern)\b|\b(?<word>\w+) law (?:applies|shall apply)");
    private static readonly Regex End = Rx.Of(@" (?:applies|apply|shall|without|and the|and shall|and (?:any|all)|excluding|to the exclusion|with the|as |are|is )");
    private static readonly Regex Quarrel = Rx.Of(@"\b(?:disputes?|differences?|disagreements?|controvers(?:y|ies)|doubts|problems?|issues|conflicts? (?:arising|between)|jurisdiction)\b");
    private static readonly Regex Ways = Rx.Of(@"\b(?<negotiation>negotiations?|negotiating|mutual (?:understanding|agreement|consent)|discussions?)\b|\b(?<consultation>consult(?:ations?|ing)?)\b|\b(?<mediation>mediation|conciliation|mediator)\b|\b(?<arbitration>arbitrat\w+|arbitral)\b|\b(?<courts>courts?|place of jurisdiction)\b|\b(?<diplomatic>diplomatic channels?)\b|\b(?<amicable>amicabl[ey]|amicable)\b");
    private static readonly Regex Never = Rx.Of(@"[,;]? (?:and )?(?:shall not|will not|without (?:reference|recourse|referral)|and not|not be referred|may not be referred|nor be)\b.*$");

    public static Finding<string>? Amendment(AgreementPage page)
    {
        foreach (var clause in page.Clauses)
        {
            if (!clause.HasAny("may", "shall", "require", "only", "must", "can ", "valid", "will", "done by") || Change.Match(clause.Text) is not { Success: true } change || Not.IsMatch(clause.Text) && !clause.Heads("amend", "modif", "revis")) continue;
            if (!clause.HasAny("amend", "modif", "revis", "alter", "varied", "variation", "changes", "supplement", "changed", "additions")) continue;
            var how = How.Matches(clause.Text).FirstOrDefault(h => h.Index >= change.Index) ?? How.Match(clause.Text);
            if (!how.Success) continue;
            var value = how.Groups["letters"].Success || clause.Has("exchange of letters") ? "exchange of letters" : how.Groups["notes"].Success || clause.Has("exchange of notes") ? "exchange of notes"
                : clause.HasAny("protocol", "protocols") && clause.HasAny("separate protocol", "a protocol", "additional protocol", "form of protocol") ? "protocol"
                : clause.HasAny("written", "writing", "addendum", "addenda", "signed by", "supplementary agreement") ? "written agreement" : "agreement";
            return page.Find(value, clause, "wording.amendment");
        }
        return null;
    }

    public static Finding<string>? Law(AgreementPage page)
    {
        foreach (var clause in page.Clauses)
        {
            if (!clause.HasAny(" law", "legislation") || Governed.Match(clause.Text) is not { Success: true } match || clause.HasAny("protection of intellectual", "export", "personal data") && !clause.HasAny("governed", "construed")) continue;
            if (match.Groups["inter"] is { Success: true } inter) return page.Find("international law", clause.From + inter.Index, clause.From + inter.Index + inter.Length, "wording.law");
            var group = match.Groups["of"].Success ? match.Groups["of"] : match.Groups["word"];
            if (match.Groups["of"].Success && !clause.HasAny("govern", "construed", "interpreted", "applies", "shall apply", "applicable law") || !group.Success) continue;
            var words = End.Match(group.Value) is { Success: true } end ? group.Value[..end.Index] : group.Value;
            words = words.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? words[4..] : words;
            var country = Places.Whole(words);
            if (match.Groups["word"].Success && country is null) continue;
            return page.Find(country?.Name ?? words, clause.From + group.Index, clause.From + group.Index + group.Length, "wording.law");
        }
        return null;
    }

    public static ImmutableArray<Finding<string>> Disputes(AgreementPage page)
    {
        var found = new List<Finding<string>>();
        foreach (var clause in page.Clauses)
        {
            var near = clause.Heads("dispute", "settlement", "jurisdiction", "difference", "governing law", "applicable law") || clause.Heads("consultation") && clause.HasAny("dispute", "settle", "resolve", "difficult") || Quarrel.IsMatch(clause.Text) && clause.HasAny("settle", "resolv", "referred", "submit", "jurisdiction", "solved", "decided", "dealt with");
            if (!near || clause.Heads("preamble") || clause.Text.Length > 1200) continue;
            var text = clause.Text[..^Never.Match(clause.Text).Length];
            var ways = Ways.Matches(text);
            foreach (Match way in ways)
            {
                var value = way.Groups["amicable"].Success ? ways.Any(w => w.Groups["negotiation"].Success || w.Groups["consultation"].Success) || found.Count > 0 ? null : "negotiation"
                    : way.Groups["diplomatic"].Success ? "diplomatic-channels" : Groups.FirstOrDefault(g => way.Groups[g].Success);
                if (value == "mediation" && text[..way.Index].EndsWith("of ", StringComparison.OrdinalIgnoreCase)) continue;
                if (value is not null && found.TrueForAll(f => f.Value != value)) found.Add(page.Find(value, clause.From + way.Index, clause.From + way.Index + way.Length, "wording.disputes"));
            }
        }
        return [.. found];
    }

    private static readonly string[] Groups = ["negotiation", "consultation", "mediation", "arbitration", "courts"];
}
