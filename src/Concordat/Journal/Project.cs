using System.Text.Json.Nodes;
using Concordat.Names;
using Concordat.Storage;

namespace Concordat;

/// <summary>Writes a document out as rows: those of its kind, and the ones that every kind has. Pure.</summary>
internal static class Project
{
    /// <summary>All rows of a document, none for a withdrawn one; the same document gives the same rows.</summary>
    /// <param name="redirects">Where references to merged records lead; the rows name the survivor.</param>
    public static IEnumerable<IRow> Rows(Document document, RecordKind kind, Redirects? redirects = null)
    {
        if (document.Withdrawn) return [];
        if (document.MergedInto is { } into) return [new RedirectRow { Record = document.Id, Kind = kind.Name, Target = into }];
        document = redirects?.Follow(document, kind) ?? document;
        return [.. Apart(document),Head(document, kind), .. KnownAs(document, kind), .. Links(document, kind), .. Claims(document), .. kind.Rows(document)];
    }

    private static HeadlineRow Head(Document document, RecordKind kind)
    {
        var head = kind.Head(document);
        return new() { Record = document.Id, Kind = kind.Name, Title = head.Title, Detail = head.Detail, SortKey = Fold.SortKey(head.Title), Label = document.Label, DeskOfficer = Clip.Name(document.TextAt("deskOfficer")), Deputy = Clip.Name(document.TextAt("deputy")) };
    }

    private static IEnumerable<ApartRow> Apart(Document document) => document.Apart.Select(other => new ApartRow { Record = document.Id, Other = other });

    private static IEnumerable<KnownRow> KnownAs(Document document, RecordKind kind)
    {
        var seen = new HashSet<(string, string)>();
        var ordinal = 0;
        KnownRow? Row(string key, string sort) => key.Length is > 0 and <= 400 && seen.Add((key, sort))
            ? new() { Record = document.Id, Ordinal = ordinal++, Kind = kind.Name, Key = key, Sort = sort } : null;
        foreach (var known in kind.Names(document).Concat(document.Absorbed.SelectMany(a => a.Known)))
        {
            if (Row(Fold.Key(known.Text), known.Sort) is { } whole) yield return whole;
            if (known.Sort != "name") continue;
            foreach (var word in Fold.Words(known.Text))
                if (!CommonWords.Contains(word) && Row(word, "word") is { } row) yield return row;
        }
    }

    /// <summary>The references of a document, by its kind's fields.</summary>
    internal static IEnumerable<LinkRow> Links(Document document, RecordKind kind)
    {
        var ordinal = 0;
        foreach (var (path, field, target) in References(document.Values, kind.Fields, "", ""))
            yield return new() { Record = document.Id, Ordinal = ordinal++, Path = path, Field = field, Target = target };
    }

    private static IEnumerable<(string Path, string Field, Guid Target)> References(JsonObject values, IReadOnlyList<Field> fields, string path, string name)
    {
        foreach (var field in fields)
        {
            if (values[field.Name] is not { } value) continue;
            if (field.Type == FieldType.Record) yield return (path + field.Name, name + field.Name, Guid.Parse((string)value!));
            if (field.Type != FieldType.List) continue;
            foreach (var element in value.AsArray())
                foreach (var inner in References(element!.AsObject(), field.Items, $"{path}{field.Name}/{element["id"]}/", $"{name}{field.Name}/"))
                    yield return inner;
        }
    }

    private static IEnumerable<ClaimRow> Claims(Document document) => document.Claims.Select(c => new ClaimRow
    {
        Record = document.Id, Id = c.Id, Path = c.Path, Standing = Claim.Word(c.Standing), Source = c.Citation.Source,
        Start = c.Citation.Start, Length = c.Citation.Length,
    });

    private static readonly HashSet<string> CommonWords = ["of", "the", "and", "for", "in", "on", "de", "la", "le", "du", "des", "der", "die", "und", "et", "a", "an", "to", "at"];
}
