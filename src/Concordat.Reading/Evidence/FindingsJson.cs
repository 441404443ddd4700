using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Concordat.Reading.Wordings.Output;

namespace Concordat.Reading.Evidence;

/// <summary>Findings as JSON: organisations, people, instruments and meetings with names in place of keys, and one quote for each instrument and meeting.</summary>
public static class FindingsJson
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>UTF-8 JSON. Parties and hosts are organisation names or English country names; lone surrogates become U+FFFD.</summary>
    public static byte[] Write(Findings findings)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Indented))
        {
            var names = Names(findings);
            json.WriteStartObject();
            if (findings.Published is { } day) json.WriteString("published", day.Value);
            Organisations(json, findings, names);
            People(json, findings, names);
            Instruments(json, findings, names);
            Meetings(json, findings, names);
            Opportunities(json, findings, names);
            Evidence(json, findings);
            if (findings.Wording is { } wording) WordingJson.Write(json, wording);
            json.WriteEndObject();
        }
        return stream.ToArray();
    }

    private static Dictionary<string, string> Names(Findings f)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var o in f.Organisations) names[o.Key] = o.Name.Value;
        foreach (var p in f.People) names[p.Key] = p.Name.Value;
        foreach (var i in f.Instruments) names[i.Key] = i.Title?.Value ?? i.Kind.Value;
        foreach (var m in f.Meetings) names[m.Key] = m.Body?.Value ?? m.Kind.Value;
        return names;
    }

    private static void Organisations(Utf8JsonWriter json, Findings f, Dictionary<string, string> names)
    {
        json.WriteStartArray("organisations");
        foreach (var o in f.Organisations)
        {
            if (!o.TakesPart || o.Kind.Value is "state") continue;
            json.WriteStartObject();
            String(json, "name", o.Name.Value);
            Strings(json, "aliases", o.Aliases.Select(a => a.Value));
            String(json, "acronym", o.Acronym?.Value);
            String(json, "kind", o.Kind.Value);
            String(json, "country", o.Country?.Value);
            if (o.Parent is { } parent) String(json, "parent", names[parent.Value]);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void People(Utf8JsonWriter json, Findings f, Dictionary<string, string> names)
    {
        json.WriteStartArray("people");
        foreach (var p in f.People)
        {
            json.WriteStartObject();
            String(json, "name", p.Name.Value);
            String(json, "honorific", p.Honorific?.Value);
            String(json, "role", p.Role?.Value);
            String(json, "organisation", p.Organisation is { } o ? names[o.Value] : null);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Instruments(Utf8JsonWriter json, Findings f, Dictionary<string, string> names)
    {
        json.WriteStartArray("instruments");
        foreach (var i in f.Instruments)
        {
            json.WriteStartObject();
            String(json, "kind", i.Kind.Value);
            String(json, "title", i.Title?.Value);
            Strings(json, "parties", i.Parties.Select(p => names[p.Value]));
            String(json, "event", i.Event.Value);
            String(json, "date", i.Date?.Value);
            Strings(json, "rival_dates", i.RivalDates.Select(d => d.Value));
            Strings(json, "signatories", i.Signatories.Select(s => names[s.Value]));
            String(json, "subject", i.Subject?.Value);
            String(json, "under", i.Under?.Value);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Meetings(Utf8JsonWriter json, Findings f, Dictionary<string, string> names)
    {
        json.WriteStartArray("meetings");
        foreach (var m in f.Meetings)
        {
            var (start, end) = Days(m.Dates?.Value);
            json.WriteStartObject();
            String(json, "body", m.Body?.Value);
            if (m.Ordinal is { } ordinal) json.WriteNumber("ordinal", ordinal.Value); else json.WriteNull("ordinal");
            String(json, "kind", m.Kind.Value);
            String(json, "start", start);
            String(json, "end", end);
            Strings(json, "rival_dates", m.RivalDates.Select(d => d.Value));
            String(json, "place", m.Place?.Value);
            String(json, "host", m.Host is { } host ? names[host.Value] : null);
            Strings(json, "co_chairs", m.CoChairs.Select(c => names[c.Value]));
            Strings(json, "topics", m.Topics.Select(t => t.Value));
            Strings(json, "outcomes", m.Outcomes.Select(o => o.Value));
            Strings(json, "guided_by", m.GuidedBy.Select(g => names[g.Value]));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Opportunities(Utf8JsonWriter json, Findings f, Dictionary<string, string> names)
    {
        json.WriteStartArray("opportunities");
        foreach (var o in f.Opportunities)
        {
            json.WriteStartObject();
            String(json, "text", o.Text.Value);
            Strings(json, "between", o.Between.Select(b => names[b.Value]));
            String(json, "initiative", o.Initiative?.Value);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Evidence(Utf8JsonWriter json, Findings f)
    {
        json.WriteStartObject("evidence");
        for (var i = 0; i < f.Instruments.Length; i++) String(json, $"instruments[{i}]", f.Instruments[i].Event.Quote);
        for (var i = 0; i < f.Meetings.Length; i++) String(json, $"meetings[{i}]", f.Meetings[i].Kind.Quote);
        json.WriteEndObject();
    }

    private static (string? Start, string? End) Days(string? edtf)
    {
        if (edtf is null || edtf.StartsWith("..", StringComparison.Ordinal)) return (edtf, null);
        var slash = edtf.IndexOf('/');
        return slash < 0 ? (edtf, null) : (edtf[..slash], edtf[(slash + 1)..]);
    }

    private static void Strings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(Whole(value));
        json.WriteEndArray();
    }

    private static void String(Utf8JsonWriter json, string name, string? value)
    {
        if (value is null) json.WriteNull(name); else json.WriteString(name, Whole(value));
    }

    /// <summary>Valid UTF-16: the writer refuses lone surrogates.</summary>
    private static string Whole(string value) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(value));
}
