using Concordat.Reading.Evidence;

namespace Concordat.Reading.Wordings.Output;

/// <summary>One value of a wording, flat: for listings.</summary>
/// <param name="Path">"parties[0].short".</param>
/// <param name="Value">As text; a rule in its canonical short form.</param>
/// <param name="Sentence">The rule said back; null for other values.</param>
public sealed record WordingRow(string Path, string Value, string? Sentence, string Quote, TextSpan Evidence, string Rule)
{
    /// <summary>All values in the order of the record.</summary>
    public static IReadOnlyList<WordingRow> All(AgreementWording w)
    {
        ArgumentNullException.ThrowIfNull(w);
        var rows = new List<WordingRow>();
        Add(rows, "title", w.Title);
        Add(rows, "kind", w.Kind);
        Add(rows, "reference", w.Reference);
        for (var i = 0; i < w.Parties.Length; i++) Party(rows, $"parties[{i}].", w.Parties[i]);
        for (var i = 0; i < w.Earlier.Length; i++) Earlier(rows, $"earlier[{i}].", w.Earlier[i]);
        for (var i = 0; i < w.Signatures.Length; i++) Signature(rows, $"signatures[{i}].", w.Signatures[i]);
        Add(rows, "done.place", w.DonePlace);
        Add(rows, "done.date", w.DoneDate);
        Terms(rows, w);
        Legal(rows, w);
        for (var i = 0; i < w.Obligations.Length; i++) Obligation(rows, $"obligations[{i}].", w.Obligations[i]);
        for (var i = 0; i < w.Bodies.Length; i++) Body(rows, $"bodies[{i}].", w.Bodies[i]);
        return rows;
    }

    private static void Terms(List<WordingRow> rows, AgreementWording w)
    {
        Add(rows, "effect", w.Effect, w.Effect?.Value.Sentence);
        Add(rows, "duration", w.Duration, w.Duration?.Value.Sentence);
        Add(rows, "renewal", w.Renewal, w.Renewal?.Value.Sentence);
        Add(rows, "notice.period", w.Notice?.Period);
        Add(rows, "notice.form", w.Notice?.Form);
        Add(rows, "notice.by", w.Notice?.By);
        Each(rows, "survival", w.Survival, s => s.Sentence);
        Add(rows, "suspension", w.Suspension);
    }

    private static void Legal(List<WordingRow> rows, AgreementWording w)
    {
        Each(rows, "languages", w.Languages);
        Add(rows, "originals", w.Originals);
        Add(rows, "prevails", w.Prevails);
        Add(rows, "amendment", w.Amendment);
        Add(rows, "law", w.Law);
        Each(rows, "disputes", w.Disputes);
        Add(rows, "binding", w.Binding);
        Add(rows, "confidentiality", w.Confidentiality);
        Each(rows, "ip", w.Property);
        Each(rows, "funding", w.Funding);
        Each(rows, "annexes", w.Annexes);
    }

    private static void Party(List<WordingRow> rows, string at, PartyFinding p)
    {
        Add(rows, at + "name", p.Name);
        Add(rows, at + "short", p.Short);
        Add(rows, at + "acronym", p.Acronym);
        Add(rows, at + "seat", p.Seat);
        Add(rows, at + "country", p.Country);
        Add(rows, at + "role", p.Role);
    }

    private static void Earlier(List<WordingRow> rows, string at, EarlierFinding e)
    {
        Add(rows, at + "title", e.Title);
        Add(rows, at + "date", e.Date);
        Add(rows, at + "relation", e.Relation);
    }

    private static void Signature(List<WordingRow> rows, string at, SignatureFinding s)
    {
        Add(rows, at + "party", s.Party);
        Add(rows, at + "name", s.Name);
        Add(rows, at + "office", s.Office);
        Add(rows, at + "capacity", s.Capacity);
        Add(rows, at + "place", s.Place);
        Add(rows, at + "date", s.Date);
    }

    private static void Obligation(List<WordingRow> rows, string at, ObligationFinding o)
    {
        Add(rows, at + "owner", o.Owner);
        Add(rows, at + "deed", o.Deed);
        Add(rows, at + "due", o.Due, o.Due?.Value.Sentence);
    }

    private static void Body(List<WordingRow> rows, string at, GoverningBodyFinding b)
    {
        Add(rows, at + "name", b.Name);
        Add(rows, at + "meets", b.Meets, b.Meets?.Value.Sentence);
        Add(rows, at + "chairs", b.Chairs);
    }

    private static void Each<T>(List<WordingRow> rows, string path, IReadOnlyList<Finding<T>> findings, Func<T, string>? sentence = null)
    {
        for (var i = 0; i < findings.Count; i++) Add(rows, $"{path}[{i}]", findings[i], sentence?.Invoke(findings[i].Value));
    }

    private static void Add<T>(List<WordingRow> rows, string path, Finding<T>? finding, string? sentence = null)
    {
        if (finding is not null) rows.Add(new(path, finding.Value?.ToString() ?? "", sentence, finding.Quote, finding.Evidence, finding.Rule));
    }
}
