using System.Text.Json.Nodes;
using Concordat.Agreements;
using Concordat.Agreements.Terms;
using Concordat.Import.Rows;
using Concordat.Names;

namespace Concordat.Import.Run;

/// <summary>What a row changes in a record: it fills what is empty and stands as a rival beside what differs; nothing is overwritten, nothing removed.</summary>
/// <param name="source">The source of the table.</param>
/// <param name="text">Digest of the table's text; null where it is too long to be kept.</param>
internal sealed class Compose(Guid source, string? text)
{
    /// <param name="Filled">Values that were not there.</param>
    /// <param name="Rivals">Values that differ from what is held.</param>
    internal sealed record Result(List<Change> Changes, int Filled, int Rivals);

    public Citation Cite(Place place) => new()
    {
        Source = source, Text = text, Start = text is null ? null : place.Start, Length = text is null ? null : place.Quote.Length, Quote = place.Quote, Rule = $"{TableText.Extractor} {TableText.Version}: {place.Cell}",
    };

    public Result Changes(Document? held, Guid record, IEnumerable<Said> values, IEnumerable<SaidElement> elements)
    {
        var (changes, filled, rivals) = (new List<Change>(), 0, 0);
        void Add(FieldPath path, string value, Place place, JsonNode? now)
        {
            changes.Add(new Witness(path, value, Cite(place)));
            if (now is null) filled++;
            else rivals++;
        }

        foreach (var said in values)
            if (held is null || !IsSaid(held, said.Field, said.Value)) Add(said.Field, said.Value, said.Place, held?.At(said.Field));
        var ordinal = 0;
        foreach (var said in elements)
        {
            ordinal++;
            if (changes.Exists(c => c is Witness w && c.Path.First == said.List && c.Path.Last == said.Key && (string?)w.Value == said.Value)) continue;
            if (held is null || Find(held, said) is not { } element)
            {
                if (held is not null && WasThere(held, said)) continue;
                var path = new FieldPath(said.List).Element(DerivedIds.Of(record, ordinal, $"{source:D}/{said.List}/{said.Value}/{string.Join('/', said.Beside)}"));
                changes.AddRange(said.Beside.Select(b => new Set(path.Child(b.Field), b.Value)));
                Add(path.Child(said.Key), said.Value, said.Place, null);
            }
            else if (new FieldPath(said.List).Element(element).Child(said.Key) is var there && said.ByBeside && !IsSaid(held, there, said.Value)) Add(there, said.Value, said.Place, held.At(there));
        }

        return new(changes, filled, rivals);
    }

    /// <summary>True where the record holds or computes the value, or a source said it before; what a person set aside is not raised again.</summary>
    private static bool IsSaid(Document held, FieldPath path, string value) =>
        IsComputed(held, path.Text, value) || held.TextAt(path) is { } now && Same(path, now, value) || held.ClaimsAt(path).Any(c => (string?)c.Value == value);

    // Our own lists show what was computed: brought back it is no statement of anybody's.
    private static bool IsComputed(Document held, string field, string value) =>
        held.Kind == AgreementKind.Name && (field is "ends" or "inForce" or "statedTerm") && TermTimes.Of(held.As<Agreement>()).Says(field, value);

    // Line ends and blanks that a spreadsheet changed are no difference.
    private static bool Same(FieldPath path, string now, string value) => now == value || (path.First is "title" or "note" or "subject" && Clip.Line(now) == Clip.Line(value));

    /// <summary>The element that says the same, or that is meant.</summary>
    private static Guid? Find(Document held, SaidElement said)
    {
        foreach (var element in held.At(said.List) as JsonArray ?? [])
        {
            var it = element!.AsObject();
            var same = said.ByBeside ? said.Beside.All(b => (string?)it[b.Field] == b.Value) : Key(said.List, (string?)it[said.Key]) == Key(said.List, said.Value);
            if (same) return Guid.Parse((string)it["id"]!);
        }

        return null;
    }

    private static string? Key(string list, string? text) => list is "names" or "references" or "identifiers" && text is not null ? Fold.Key(text) : text;

    /// <summary>True where the same was an element once and a person removed it.</summary>
    private static bool WasThere(Document held, SaidElement said) =>
        held.Claims.Any(c => c.Path.StartsWith(said.List + "/", StringComparison.Ordinal) && c.Path.EndsWith("/" + said.Key, StringComparison.Ordinal) && (string?)c.Value == said.Value);
}
