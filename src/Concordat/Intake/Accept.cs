using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Concordat.Reading;

namespace Concordat.Intake;

/// <summary>What a person decided about one proposal.</summary>
/// <param name="Take">False leaves the whole proposal out.</param>
/// <param name="Link">The record of the register that it is; null makes a new one.</param>
/// <param name="Values">Keys of the values that are accepted; rivals as <c>signed#0</c>.</param>
/// <param name="Corrected">Values written otherwise than read, in document form, by key.</param>
public sealed record Decision(bool Take, Guid? Link, ImmutableHashSet<string> Values, ImmutableDictionary<string, string> Corrected)
{
    /// <summary>Everything as proposed, linked where the register holds the same.</summary>
    public static Decision All(Proposal proposal) => new(true, proposal.Suggested?.Record,
        [.. proposal.Values.SelectMany(v => v.Rivals.Select((_, i) => $"{v.Key}#{i}").Prepend(v.Key))], ImmutableDictionary<string, string>.Empty);
}

/// <summary>The text that proposals were read from, as citations name it.</summary>
/// <param name="PageAt">Page of an offset, 0 where there are none.</param>
public sealed record ReadText(Guid Source, string? Digest, Func<int, int> PageAt);

/// <summary>Turns decisions into edits: pure, and one commit for a whole text.</summary>
public static class Accept
{
    /// <param name="held">The records that are linked to, as they stand now.</param>
    /// <param name="now">Time from which new identifiers are made.</param>
    /// <returns>Edits of new records first; those to which nothing is added are left out. Refusal <c>record.not-found</c> for a link to nothing.</returns>
    public static Outcome<ImmutableArray<Edit>> Decide(
        ImmutableArray<Proposal> proposals, IReadOnlyDictionary<string, Decision> decisions, IReadOnlyDictionary<Guid, Document> held, ReadText text, DateTimeOffset now)
    {
        var records = new Dictionary<string, Guid>();
        foreach (var proposal in proposals)
        {
            if (!decisions.TryGetValue(proposal.Key, out var decision) || !decision.Take) continue;
            if (decision.Link is { } link && !held.ContainsKey(link)) return JournalRefusals.NotFound(link);
            records[proposal.Key] = decision.Link ?? Ids.New(now);
        }

        var edits = ImmutableArray.CreateBuilder<Edit>();
        foreach (var proposal in proposals.Where(p => records.ContainsKey(p.Key)))
        {
            var decision = decisions[proposal.Key];
            var document = decision.Link is { } link ? held[link] : null;
            var changes = new Changes(decision, document, records, text, now).Of(proposal).ToImmutableArray();
            if (document is null) edits.Add(Edit.Create(records[proposal.Key], proposal.Kind, changes));
            else if (changes.Length > 0) edits.Add(Edit.Of(document, changes));
        }

        return edits.ToImmutable();
    }

    /// <summary>A value as documents hold it.</summary>
    internal static JsonNode Node(Field field, string value) => field.Type switch
    {
        FieldType.Number => int.TryParse(value, out var number) ? JsonValue.Create(number) : JsonValue.Create(value),
        FieldType.Flag => JsonValue.Create(true),
        _ => JsonValue.Create(value),
    };

    private sealed class Changes(Decision decision, Document? document, Dictionary<string, Guid> records, ReadText text, DateTimeOffset now)
    {
        public IEnumerable<Change> Of(Proposal proposal)
        {
            foreach (var value in proposal.Values.Where(v => v.List is null && Taken(v)))
                foreach (var change in Value(value, value.Field.Name)) yield return change;
            foreach (var element in proposal.Values.Where(v => v.List is not null && Taken(v)).GroupBy(v => (v.List, v.Element)))
                foreach (var change in Element(element.Key.List!, [.. element])) yield return change;
        }

        private bool Taken(ProposedValue value) => decision.Values.Contains(value.Key) && (value.Field.Type != FieldType.Record || records.ContainsKey(value.Value));

        /// <summary>An element that the record holds already gets further evidence; a new one gets an id.</summary>
        private IEnumerable<Change> Element(string list, List<ProposedValue> values)
        {
            var first = Kinds.Find(document?.Kind ?? "") is { } kind ? kind.Find(list)!.Items[0] : values[0].Field;
            var about = values.Find(v => v.Field.Name == first.Name);
            if (about is null) return [];
            var id = Existing(list, first, Final(about)) ?? Ids.New(now);
            return values.SelectMany(v => Value(v, new FieldPath(list).Element(id).Child(v.Field.Name).Text));
        }

        private Guid? Existing(string list, Field first, JsonNode value)
        {
            foreach (var element in document?.At(list) as JsonArray ?? [])
                if (Alike(first, element![first.Name], value)) return Guid.Parse((string)element["id"]!);
            return null;
        }

        private static bool Alike(Field field, JsonNode? held, JsonNode value) =>
            Json.Same(held, value) || (field.Type is FieldType.Text or FieldType.LongText && held is not null && Names.Fold.Key((string)held!) == Names.Fold.Key((string)value!));

        private IEnumerable<Change> Value(ProposedValue value, string path)
        {
            var corrected = decision.Corrected.TryGetValue(value.Key, out var typed) && typed != value.Value;
            var node = Final(value);
            var held = document?.At(path);
            // The same words in another spelling confirm; they are no rival.
            if (held is not null && Alike(value.Field, held, node)) node = held;
            if (value.Evidence is { } evidence) yield return new Witness(path, node, Cite(evidence, byPerson: corrected));
            else if (held is null) yield return new Set(path, node);
            for (var i = 0; i < value.Rivals.Length; i++)
                if (decision.Values.Contains($"{value.Key}#{i}"))
                    yield return new Witness(path, Node(value.Field, value.Rivals[i].Value), Cite(value.Rivals[i].Evidence, byPerson: false));
        }

        private JsonNode Final(ProposedValue value) => value.Field.Type == FieldType.Record
            ? JsonValue.Create(records[value.Value].ToString("D"))
            : Node(value.Field, decision.Corrected.GetValueOrDefault(value.Key, value.Value));

        private Citation Cite(Evidence evidence, bool byPerson) => new()
        {
            Source = text.Source, Text = text.Digest, Start = evidence.Place.Start, Length = evidence.Place.Length, Quote = evidence.Quote,
            Page = text.PageAt(evidence.Place.Start) is var page and > 0 ? page : null,
            Rule = byPerson ? null : $"{DocumentReader.Name} {DocumentReader.Version}: {evidence.Rule}",
        };
    }
}
