using System.Globalization;
using System.Xml;

namespace Concordat.Import.Tables;

/// <summary>Which formats show a number as a day.</summary>
internal sealed class XlsxStyles
{
    private readonly HashSet<int> _days = [];
    private bool _from1904;

    public static XlsxStyles Read(XlsxParts parts, string? path, bool from1904)
    {
        var styles = new XlsxStyles { _from1904 = from1904 };
        if (path is null || !parts.Has(path)) return styles;
        using var xml = parts.Read(path);
        var (formats, style, inside) = (new HashSet<int>(), 0, false);
        while (xml.Read())
        {
            if (xml.LocalName == "cellXfs") inside = xml.NodeType == XmlNodeType.Element;
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "numFmt" && int.TryParse(xml.GetAttribute("numFmtId"), out var own) && IsDay(xml.GetAttribute("formatCode") ?? "")) formats.Add(own);
            if (!inside || xml.LocalName != "xf") continue;
            if (int.TryParse(xml.GetAttribute("numFmtId"), out var format) && (formats.Contains(format) || IsBuiltIn(format))) styles._days.Add(style);
            style++;
        }

        return styles;
    }

    /// <summary>Built-in formats with a day in them; 27 to 36 and 50 to 58 are those of East Asia (ECMA-376 part 1, 18.8.30).</summary>
    private static bool IsBuiltIn(int format) => format is (>= 14 and <= 17) or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58;

    /// <summary>True for "dd/mm/yyyy", "[$-409]d-mmm-yy"; false for times, currencies and words in quotes.</summary>
    internal static bool IsDay(string code)
    {
        var (quoted, bracket) = (false, false);
        foreach (var (c, i) in code.Select((c, i) => (c, i)))
        {
            if (c == ';' && !quoted && !bracket) return false;
            if (c == '"') quoted = !quoted;
            else if (c == '[') bracket = true;
            else if (c == ']') bracket = false;
            else if (!quoted && !bracket && (i == 0 || code[i - 1] is not ('\\' or '_' or '*')) && char.ToLowerInvariant(c) is 'y' or 'd') return true;
        }

        return false;
    }

    public Cell Number(string value, string? style)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number)) return new(value.Trim());
        if (int.TryParse(style, out var at) && _days.Contains(at) && Day(number) is { } day) return new(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), true);
        // As shown: 2019, not 2019.0; 0.1, not 0.1000000000000000055.
        return new(Math.Abs(number) < 1e15 && number == Math.Floor(number) ? ((long)number).ToString(CultureInfo.InvariantCulture) : Math.Round((decimal)Math.Clamp(number, -1e27, 1e27), 10).ToString("0.##########", CultureInfo.InvariantCulture));
    }

    /// <summary>Serial 60 is 29 February 1900, a day that never was: serials before it are one day off (ECMA-376 part 1, 18.17.4.1).</summary>
    private DateOnly? Day(double serial)
    {
        var whole = (long)Math.Floor(serial);
        if (_from1904) whole += 1462;
        if (whole is < 1 or > 2_958_465 or 60) return null;
        return new DateOnly(1899, 12, 30).AddDays((int)(whole < 60 ? whole + 1 : whole));
    }
}
