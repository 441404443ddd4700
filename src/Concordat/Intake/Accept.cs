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
    /// <returns>
    /// One edit per record, in order of first proposal; records to which nothing is added are left out.
    /// Refusals <c>record.not-found</c> for a link to nothing or to a withdrawn record, <c>desk.other-kind</c>.
    /// </returns>
    public static Outcome<ImmutableArray<Edit>> Decide(
        ImmutableArray<Proposal> proposals, IReadOnlyDictionary<string, Decision> decisions, IReadOnlyDictionary<Guid, Document> held, ReadText text, DateTimeOffset now)
    {
        var records = new Dictionary<string, Guid>();
        foreach (var proposal in proposals)
        {
            if (!decisions.TryGetValue(proposal.Key, out var decision) || !decision.Take) continue;
            if (decision.Link is { } link && Refuse(proposal, link, held.GetValueOrDefault(link)) is { } refusal) return refusal;
            records[proposal.Key] = decision.Link ?? Ids.New(now);
        }

        var edits = ImmutableArray.CreateBuilder<Edit>();
        // Two proposals that are the same record make one edit, in which each sees what the other brought.
        foreach (var same in proposals.Where(p => records.ContainsKey(p.Key)).GroupBy(p => records[p.Key]))
        {
            var (document, kind) = (held.GetValueOrDefault(same.Key), Kinds.Of(same.First().Kind));
            var additions = new Additions(kind, document, records, text, now);
            foreach (var proposal in same) additions.Take(proposal, decisions[proposal.Key]);
            if (document is null) edits.Add(Edit.Create(same.Key, kind.Name, additions.Changes));
            else if (additions.Changes.Count > 0) edits.Add(Edit.Of(document, additions.Changes));
        }

        return edits.ToImmutable();
    }

    private static Refusal? Refuse(Proposal proposal, Guid link, Document? document)
    {
        if (document is null || document.Gone) return JournalRefusals.NotFound(link);
        return document.Kind == proposal.Kind ? null : DeskRefusals.OtherKind(proposal.Title, Kinds.Of(document.Kind).Head(document).Title);
    }

    /// <summary>A value as documents hold it.</summary>
    internal static JsonNode Node(Field field, string value) => field.Type switch
    {
        FieldType.Number => int.TryParse(value, out var number) ? JsonValue.Create(number) : JsonValue.Create(value),
        FieldType.Flag => JsonValue.Create(true),
        _ => JsonValue.Create(value),
    };
}

/// <summary>Gathers what accepted proposals add to one record.</summary>
/// <param name="records">Records by proposal key: what references between proposals become.</param>
internal sealed class Additions(RecordKind kind, Document? document, Dictionary<string, Guid> records, ReadText text, DateTimeOffset now)
{
    // What the record will hold: the document with everything that was added so far.
    private readonly JsonObject _root = document?.Root() ?? Document.Empty(kind.Name, kind.Schema, Guid.Empty);

    public List<Change> Changes { get; } = [];

    public void Take(Proposal proposal, Decision decision)
    {
        foreach (var value in proposal.Values.Where(v => v.List is null)) Value(value, decision, value.Field.Name);
        foreach (var element in proposal.Values.Where(v => v.List is not null && Taken(v, decision)).GroupBy(v => (v.List, v.Element))) Element(element.Key.List!, [.. element], decision);
    }

    private bool Taken(ProposedValue value, Decision decision) =>
        decision.Values.Contains(value.Key) && (value.Field.Type != FieldType.Record || records.ContainsKey(value.Value));

    /// <summary>An element that the record holds already gets further evidence; a new one gets an id.</summary>
    private void Element(string list, List<ProposedValue> values, Decision decision)
    {
        var field = kind.Find(list)!;
        // Nothing can be said of an element without what it is about.
        if (!values.Exists(v => v.Field.Name == field.Items[0].Name)) return;
        var said = values.ToDictionary(v => v.Field.Name, v => Final(v, decision));
        var known = SameElement.Find(field, Tree.Get(_root, list) as JsonArray, said);
        var path = new FieldPath(list).Element(known?.Id ?? Ids.New(now));
        foreach (var value in values)
            if (known is not { IsOtherWords: true } || value.Field.Name != field.Items[0].Name) Value(value, decision, path.Child(value.Field.Name));
    }

    private void Value(ProposedValue value, Decision decision, FieldPath path)
    {
        if (Taken(value, decision))
        {
            var corrected = decision.Corrected.TryGetValue(value.Key, out var typed) && typed != value.Value;
            Say(path, value.Field, Final(value, decision), value.Evidence, byPerson: corrected);
        }

        for (var i = 0; i < value.Rivals.Length; i++)
            if (decision.Values.Contains($"{value.Key}#{i}")) Say(path, value.Field, Accept.Node(value.Field, value.Rivals[i].Value), value.Rivals[i].Evidence, byPerson: false);
    }

    private void Say(FieldPath path, Field field, JsonNode node, Evidence? evidence, bool byPerson)
    {
        var held = Tree.Get(_root, path);
        // What says the same in other words confirms; it is no rival. A person's own words are taken as they are.
        if (held is not null && (byPerson ? SameValue.IsSame(field, held, node) : SameValue.Confirms(kind, path, field, held, node))) node = held.DeepClone();
        if (held is null) Tree.Set(_root, path, node);
        if (evidence is not null) Changes.Add(new Witness(path, node, Cite.Place(text.Source, text.Digest, evidence.Place, evidence.Quote, text.PageAt(evidence.Place.Start), byPerson ? null : evidence.Rule)));
        else if (held is null) Changes.Add(new Set(path, node));
    }

    private JsonNode Final(ProposedValue value, Decision decision) => value.Field.Type == FieldType.Record
        ? JsonValue.Create(records[value.Value].ToString("D"))
        : Accept.Node(value.Field, decision.Corrected.GetValueOrDefault(value.Key, value.Value));
}
