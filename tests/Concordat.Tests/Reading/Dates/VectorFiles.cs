using System.Globalization;
using System.Text.Json;
using Concordat.Reading.Dates;

namespace Concordat.Tests.Reading.Dates;

/// <summary>One row of the shared vectors; bounds are days, null where the source does not say.</summary>
public sealed record Vector(string Source, string Input, bool IsValid, string? Kind = null, long? Lo = null, long? Hi = null, string? Normal = null)
{
    /// <summary>What differs, or null.</summary>
    public string? Fault()
    {
        var parsed = Edtf.TryParse(Input, out var edtf);
        if (parsed != IsValid) return parsed ? "taken, the source refuses it" : "refused, the source takes it";
        if (edtf is null) return null;
        if (Kind is not null && Kind != edtf.Kind.ToString()) return $"{edtf.Kind}, not {Kind}";
        if (Lo is { } lo && lo != edtf.Lo) return $"from day {edtf.Lo}, not {lo}";
        if (Hi is { } hi && hi != edtf.Hi) return $"to day {edtf.Hi}, not {hi}";
        return Normal is not null && Normal != edtf.ToString() ? $"written {edtf}, not {Normal}" : null;
    }

    public override string ToString() => $"{Source} `{Input}`";
}

public static class VectorFiles
{
    public static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Concordat.slnx"))) folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("No folder above the tests holds Concordat.slnx.");
    }

    /// <summary>All rows, or a skipped test where the shared folder is absent.</summary>
    public static IReadOnlyList<Vector> All()
    {
        var shared = Environment.GetEnvironmentVariable("CONCORDAT_SHARED") ?? Path.Combine(Root(), "..", "shared");
        var folder = Path.Combine(shared, "data", "edtf");
        if (!Directory.Exists(folder)) Assert.Skip($"No EDTF vectors at {folder}; set CONCORDAT_SHARED.");
        return [.. Directory.EnumerateFiles(folder, "ohm-*.tsv").Order(StringComparer.Ordinal).SelectMany(Tsv), .. Lists(Path.Combine(folder, "unt-lists.json"))];
    }

    private static IEnumerable<Vector> Tsv(string file) =>
        File.ReadLines(file).Skip(1).Where(l => !l.StartsWith('#') && l.Length > 0).Select(l => Row(Path.GetFileNameWithoutExtension(file), l.Split('\t')));

    private static Vector Row(string source, string[] cells)
    {
        var valid = cells.Length < 7 || cells[6] == "VALID";
        if (!valid) return new(source, cells[0], false);
        // The source writes 0 for "not checked", in both bounds.
        var isChecked = cells[3] != "0" || cells[4] != "0";
        return new(source, cells[0], true, cells[1], isChecked ? Day(cells[3], -1) : null, isChecked ? Day(cells[4], 1) : null, cells[5]);
    }

    /// <summary>Epoch milliseconds as the day they fall on; infinity and the unknown end are no bound.</summary>
    private static long Day(string cell, int side) => cell is "" or "Infinity" or "-Infinity"
        ? side * DayNumber.Unbounded
        : (long)Math.Floor(decimal.Parse(cell, CultureInfo.InvariantCulture) / 86_400_000m);

    private static IEnumerable<Vector> Lists(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        return [.. json.RootElement.EnumerateObject().SelectMany(list => list.Value.EnumerateArray()
            .Select(v => new Vector("unt " + list.Name, v.GetString()!, !list.Name.StartsWith("invalid", StringComparison.Ordinal))))];
    }
}
