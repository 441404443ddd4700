using System.Text.Json;
using Concordat.Reading.Evidence;

namespace Concordat.Reading.Wordings.Output;

/// <summary>A wording as JSON, in the shape of its labels (docs/reading.md), with every quote and its place under <c>evidence</c>.</summary>
public static class WordingJson
{
    /// <summary>Writes the value of the property <c>wording</c>.</summary>
    public static void Write(Utf8JsonWriter json, AgreementWording w)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(w);
        json.WriteStartObject("wording");
        Text(json, "title", w.Title);
        Text(json, "kind", w.Kind);
        Text(json, "reference", w.Reference);
        Each(json, "parties", w.Parties, p => Texts(json, ("name", p.Name), ("short", p.Short), ("acronym", p.Acronym), ("seat", p.Seat), ("country", p.Country), ("role", p.Role)));
        Each(json, "earlier", w.Earlier, e => Texts(json, ("title", e.Title), ("date", e.Date), ("relation", e.Relation)));
        Each(json, "signatures", w.Signatures, s => Texts(json, ("party", s.Party), ("name", s.Name), ("office", s.Office), ("capacity", s.Capacity), ("place", s.Place), ("date", s.Date)));
        if (w.DonePlace is not null || w.DoneDate is not null) Object(json, "done", () => Texts(json, ("place", w.DonePlace), ("date", w.DoneDate)));
        Terms(json, w);
        Legal(json, w);
        Evidence(json, w);
        json.WriteEndObject();
    }

    private static void Terms(Utf8JsonWriter json, AgreementWording w)
    {
        Text(json, "effect", w.Effect);
        Text(json, "duration", w.Duration);
        Text(json, "renewal", w.Renewal);
        if (w.Notice is { } n) Object(json, "notice", () => { Text(json, "period", n.Period); Texts(json, ("form", n.Form), ("by", n.By)); });
        List(json, "survival", w.Survival);
        Text(json, "suspension", w.Suspension);
    }

    private static void Legal(Utf8JsonWriter json, AgreementWording w)
    {
        List(json, "languages", w.Languages);
        if (w.Originals is { } n) json.WriteNumber("originals", n.Value);
        Texts(json, ("prevails", w.Prevails), ("amendment", w.Amendment), ("law", w.Law));
        List(json, "disputes", w.Disputes);
        Text(json, "binding", w.Binding);
        Each(json, "obligations", w.Obligations, o => { Texts(json, ("owner", o.Owner), ("deed", o.Deed)); Text(json, "due", o.Due); });
        List(json, "annexes", w.Annexes);
        Each(json, "bodies", w.Bodies, b => { Text(json, "name", b.Name); Text(json, "meets", b.Meets); Text(json, "chairs", b.Chairs); });
        Text(json, "confidentiality", w.Confidentiality);
        List(json, "ip", w.Property);
        List(json, "funding", w.Funding);
    }

    private static void Evidence(Utf8JsonWriter json, AgreementWording w)
    {
        json.WriteStartArray("evidence");
        foreach (var row in WordingRow.All(w))
        {
            json.WriteStartObject();
            json.WriteString("of", row.Path);
            if (row.Sentence is not null) json.WriteString("sentence", row.Sentence);
            json.WriteString("quote", row.Quote);
            json.WriteNumber("start", row.Evidence.Start);
            json.WriteNumber("length", row.Evidence.Length);
            json.WriteString("rule", row.Rule);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Text<T>(Utf8JsonWriter json, string name, Finding<T>? finding)
    {
        if (finding is not null) json.WriteString(name, finding.Value?.ToString());
    }

    private static void Texts(Utf8JsonWriter json, params ReadOnlySpan<(string Name, Finding<string>? Finding)> values)
    {
        foreach (var (name, finding) in values) Text(json, name, finding);
    }

    private static void List<T>(Utf8JsonWriter json, string name, IReadOnlyList<Finding<T>> findings)
    {
        if (findings.Count == 0) return;
        json.WriteStartArray(name);
        foreach (var finding in findings) json.WriteStringValue(finding.Value?.ToString());
        json.WriteEndArray();
    }

    private static void Each<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<T> write)
    {
        if (items.Count == 0) return;
        json.WriteStartArray(name);
        foreach (var item in items) { json.WriteStartObject(); write(item); json.WriteEndObject(); }
        json.WriteEndArray();
    }

    private static void Object(Utf8JsonWriter json, string name, Action write)
    {
        json.WriteStartObject(name);
        write();
        json.WriteEndObject();
    }
}
