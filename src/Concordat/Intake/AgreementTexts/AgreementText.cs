using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Concordat.Names;
using Concordat.Reading.Evidence;

namespace Concordat.Intake;

/// <summary>What the text of an agreement says of itself: title, partners, signature and term. News about agreements is read by the reader, not here.</summary>
public sealed partial record AgreementText
{
    private const int Beginning = 4000;

    public SaidValue? Title { get; private init; }
    public SaidValue? Sort { get; private init; }
    /// <summary>In the order of the title, else of the first clause.</summary>
    public ImmutableArray<SaidValue> Partners { get; private init; } = [];
    /// <summary>EDTF day of the last signature.</summary>
    public SaidValue? Signed { get; private init; }
    /// <summary>EDTF last day of the term; computed where the clause counts from a day that the text states, with the clause as the quote.</summary>
    public SaidValue? Ends { get; private init; }

    /// <summary>Null when the text is no agreement: it begins with no title of one, or has no clauses.</summary>
    /// <param name="text">As stored; spans are places in it.</param>
    public static AgreementText? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var start = text[..Math.Min(text.Length, Beginning)];
        if (AgreementTitle.Find(start) is not { } title || Clauses().Count(text) < 2) return null;
        var signed = AgreementSigned.Find(text);
        return new()
        {
            Title = new(title.Value, Evidence(text, title.Place, "agreement-text.title")), Sort = new(title.Sort, Evidence(text, title.Noun, "agreement-text.kind")),
            Partners = [.. title.Parties.Select(p => new SaidValue(AgreementTitle.Cased(Clip.Line(p.Of(text))), Evidence(text, p, "agreement-text.partner")))],
            Signed = signed, Ends = AgreementTerm.Find(text, signed?.Value),
        };
    }

    internal static Evidence Evidence(string text, TextSpan place, string rule) => new(place, place.Of(text), rule);

    // What stands in agreements and hardly ever in reports about them.
    [GeneratedRegex(@"\b(?:hereinafter|hereafter referred|whereas\b|in witness whereof|the (?:parties|participants|signatories|sides) (?:shall|will|agree|have (?:agreed|reached)|intend|desir|wish)|(?:^|\n)\s*(?:article|section|clause|paragraph)\s+[0-9IVX]+|(?:this|the present) (?:memorandum|agreement|arrangement|mou|loi|letter of intent) (?:shall|will|enters?|comes?|remains?|is|may)|duly authori[sz]ed|done (?:at|in)\b|signed (?:at|in duplicate|for and on behalf)|for and on behalf of)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Clauses();
}
