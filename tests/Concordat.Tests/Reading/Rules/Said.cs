using Concordat.Reading;
using Concordat.Reading.Evidence;

namespace Concordat.Tests.Reading.Rules;

/// <summary>What the reader says of a text, one short line for each finding.</summary>
internal static class Said
{
    /// <summary>"mou signed 2024-03-14 [A; B] (X; Y)".</summary>
    public static string Instruments(string text)
    {
        var found = DocumentReader.Read(text);
        return string.Join('\n', found.Instruments.Select(i => $"{i.Kind.Value} {i.Event.Value} {i.Date?.Value} [{Houses(found, i.Parties)}] ({People(found, i.Signatories)})"));
    }

    /// <summary>"dialogue 3 2024-03-14/2024-03-15 at Oslo, host A (X; Y)".</summary>
    public static string Meetings(string text)
    {
        var found = DocumentReader.Read(text);
        return string.Join('\n', found.Meetings.Select(m => $"{m.Kind.Value} {m.Ordinal?.Value} {m.Dates?.Value} at {m.Place?.Value}, host {(m.Host is { } h ? Houses(found, [h]) : "none")} ({People(found, m.CoChairs)})"));
    }

    /// <summary>"X, rector, of A".</summary>
    public static string People(string text)
    {
        var found = DocumentReader.Read(text);
        return string.Join('\n', found.People.Select(p => $"{p.Name.Value}, {p.Role?.Value ?? "no office"}, of {(p.Organisation is { } o ? Houses(found, [o]) : "none")}"));
    }

    /// <summary>Names of those who take part, states left out.</summary>
    public static string Organisations(string text) =>
        string.Join("; ", DocumentReader.Read(text).Organisations.Where(o => o.TakesPart && o.Kind.Value != "state").Select(o => o.Name.Value));

    private static string Houses(Findings found, IEnumerable<Finding<string>> keys) => string.Join("; ", keys.Select(k => found.Organisations.Single(o => o.Key == k.Value).Name.Value));
    private static string People(Findings found, IEnumerable<Finding<string>> keys) => string.Join("; ", keys.Select(k => found.People.Single(p => p.Key == k.Value).Name.Value));
}
