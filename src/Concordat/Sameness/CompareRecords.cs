using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Concordat.Records;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.Sameness;

/// <summary>Records of one kind side by side.</summary>
/// <param name="Pairs">What was found between them, best first.</param>
public sealed record SideBySide(RecordKind Kind, ImmutableArray<ComparedRecord> Records, ImmutableArray<ComparedField> Fields, ImmutableArray<ProposedPair> Pairs);

/// <param name="Referring">How many records refer to it; counting stops at 1,000.</param>
public sealed record ComparedRecord(Guid Record, Headline Head, int Version, int Referring);

/// <summary>One field of all the records.</summary>
/// <param name="Cells">The words of each record's values, in order of the records; empty where it has none.</param>
/// <param name="Differs">True when two of them state it, and not the same.</param>
/// <param name="Single">A single value, of which one can be chosen.</param>
public sealed record ComparedField(Field Field, ImmutableArray<ImmutableArray<ComparedText>> Cells, bool Differs, bool Single);

/// <param name="Alone">True when another record states this field and does not say that.</param>
public sealed record ComparedText(string Text, bool Alone);

/// <summary>Lays records side by side, field by field.</summary>
public static class CompareRecords
{
    private const int MostCounted = 1000;

    /// <returns>Null unless there are two or more, of one kind, none of them withdrawn or merged.</returns>
    public static async Task<SideBySide?> RunAsync(ReadDb db, IReadOnlyCollection<Guid> records, PairsView pairs, CancellationToken stop = default)
    {
        var found = await db.FindAsync(records, stop);
        var documents = records.Distinct().Select(r => found.GetValueOrDefault(r)).OfType<Document>().Where(d => !d.Gone).ToImmutableArray();
        if (documents.Length < 2 || documents.Any(d => d.Kind != documents[0].Kind)) return null;
        var kind = Kinds.Of(documents[0].Kind);
        var names = await db.NamesAsync([.. documents.SelectMany(d => Project.Links(d, kind)).Select(l => l.Target).Distinct()], stop);
        var compared = ImmutableArray.CreateBuilder<ComparedRecord>();
        foreach (var document in documents)
        {
            var referring = await db.Links.Where(l => l.Target == document.Id).Select(l => l.Record).Distinct().Take(MostCounted).CountAsync(stop);
            compared.Add(new(document.Id, kind.Head(document), document.Version, referring));
        }

        var fields = kind.Fields.Select(f => Compare(f, documents, names)).Where(f => f.Cells.Any(c => c.Length > 0)).ToImmutableArray();
        return new(kind, compared.ToImmutable(), fields, [.. pairs.Pairs.Values.Where(p => found.ContainsKey(p.One) && found.ContainsKey(p.Other)).OrderByDescending(p => p.Score)]);
    }

    private static ComparedField Compare(Field field, ImmutableArray<Document> documents, IReadOnlyDictionary<Guid, HeadlineRow> names)
    {
        var texts = documents.Select(d => Texts(field, d, names).ToList()).ToList();
        var stating = texts.Where(t => t.Count > 0).ToList();
        var cells = texts.Select(t => t.Select(text => new ComparedText(text, stating.Exists(o => !o.Contains(text)))).ToImmutableArray()).ToImmutableArray();
        return new(field, cells, cells.Any(c => c.Any(t => t.Alone)), field.Type != FieldType.List);
    }

    private static IEnumerable<string> Texts(Field field, Document document, IReadOnlyDictionary<Guid, HeadlineRow> names) => document.Values[field.Name] switch
    {
        null => [],
        JsonArray list => list.Select(e => string.Join(", ", field.Items.Where(i => e![i.Name] is not null).Select(i => Say.Value(i, e![i.Name]!.ToString(), names)))).Distinct(),
        var value => [Say.Value(field, value.ToString(), names)],
    };
}
