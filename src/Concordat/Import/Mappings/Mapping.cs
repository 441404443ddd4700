using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Concordat.Agreements;

namespace Concordat.Import.Mappings;

/// <summary>What becomes of a partner that the register does not know.</summary>
public static class Unknown
{
    /// <summary>An organisation is made of its name.</summary>
    public const string Make = "make";

    /// <summary>It is left out and listed for a person.</summary>
    public const string List = "list";
}

/// <summary>How the columns of a table become values of records: made in the browser, saved under a name, or given as a file.</summary>
public sealed record Mapping
{
    /// <summary><c>agreement</c> or <c>organisation</c>.</summary>
    public string Kind { get; init; } = AgreementKind.Name;

    /// <summary>Name of the sheet; null is the first that is not hidden.</summary>
    public string? Sheet { get; init; }

    /// <summary>Number of the row that holds the header, or its first line.</summary>
    public int HeaderRow { get; init; } = 1;

    /// <summary>Lines of the header: 1, or 2 where groups stand over the names.</summary>
    public int HeaderLines { get; init; } = 1;

    public ImmutableArray<Column> Columns { get; init; } = [];

    /// <summary>One of <see cref="Mappings.Unknown"/>.</summary>
    public string UnknownPartners { get; init; } = Mappings.Unknown.Make;

    /// <summary>What a person decided about names, by the name as written: names of organisations with semicolons between, <c>=new</c>, or <c>=leave</c>.</summary>
    public ImmutableSortedDictionary<string, string> Partners { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>What words of a choice mean, by the word as written: <c>"Accord": "mou"</c>; empty leaves the word out.</summary>
    public ImmutableSortedDictionary<string, string> Words { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    public string Write() => Json.Of(this).ToJsonString(new JsonSerializerOptions(Json.Options) { WriteIndented = true });

    /// <summary>Ten digits that stand for what the mapping says.</summary>
    public string Digest() => Convert.ToHexStringLower(SHA256.HashData(CanonicalJson.Bytes(Json.Of(this))))[..10];

    /// <returns>Refusals <c>import.mapping-unreadable</c>, <c>import.no-such-field</c>.</returns>
    public static Outcome<Mapping> Read(string json)
    {
        try
        {
            if (JsonSerializer.Deserialize<Mapping>(json, Json.Options) is not { } mapping) return ImportRefusals.BadMapping("it is empty.");
            return mapping.Fault() is { } refusal ? refusal : mapping;
        }
        catch (JsonException error)
        {
            return ImportRefusals.BadMapping(error.Message);
        }
    }

    private Refusal? Fault()
    {
        if (!Targets.IsKind(Kind)) return ImportRefusals.BadMapping($"“{Kind}” is no kind that tables bring; agreement and organisation are.");
        if (HeaderRow < 1 || HeaderLines is < 1 or > 3) return ImportRefusals.BadMapping("the header has one to three lines, from row 1 on.");
        if (Columns.IsDefault || Columns.Any(c => c?.Header is null || c.Field is null)) return ImportRefusals.BadMapping("each column needs a header and a field.");
        return Columns.FirstOrDefault(c => Targets.Find(Kind, c.Field) is null) is { } wrong ? ImportRefusals.NoField(wrong.Field) : null;
    }

    /// <summary>What keeps the mapping from being used; null when it is complete.</summary>
    /// <returns>Refusals <c>import.not-mapped</c>, <c>import.mapped-twice</c>.</returns>
    public Refusal? Lacking()
    {
        var fields = Columns.Select(c => c.Field).ToList();
        var title = Targets.Title(Kind);
        if (!fields.Contains(title.Name) && !fields.Contains("record") && !fields.Contains("key") && !fields.Contains("fileNumber")) return ImportRefusals.Unmapped(title.Label);
        var twice = fields.GroupBy(f => f).FirstOrDefault(g => g.Count() > 1 && Targets.Find(Kind, g.Key) is { Many: false });
        return twice is null ? null : ImportRefusals.Twice(Targets.Find(Kind, twice.Key)!.Label);
    }
}

/// <summary>One column of the table that is used.</summary>
/// <param name="Header">Its header; lines of a header with two are joined by " · ".</param>
/// <param name="Field">Name of a <see cref="Target"/>.</param>
public sealed record Column(string Header, string Field)
{
    public const string DayFirst = "day-first", MonthFirst = "month-first";

    /// <summary>For dates: which of two numbers is the day; null where no date leaves that open.</summary>
    public string? Order { get; init; }

    /// <summary>For partners: signs that separate them besides line ends, semicolons and bars; of <c>,/</c>.</summary>
    public string? Separators { get; init; }

    /// <summary>For numbers: whose they are; null takes the header.</summary>
    public string? Scheme { get; init; }
}
