using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Concordat.Names;

namespace Concordat.Import.Rows;

/// <summary>Cuts a cell of partners into names. Line ends, semicolons and bars always separate; what may separate is left for the register to decide.</summary>
internal static partial class PartnerCell
{
    private const int MostNames = 200, MostParts = 400;

    public static IEnumerable<SaidNames> Read(RowPlaces places, int column, string strong)
    {
        // Some tables have the letters \r\n in place of a line end.
        var text = places.Row[column].Text.Replace("\\r\\n", "\n", StringComparison.Ordinal).Replace("\\n", "\n", StringComparison.Ordinal);
        var from = 0;
        foreach (var piece in text.Split(['\n', ';', '|']).Select(Clip.Line).Where(p => Fold.Key(p).Length > 0).Take(MostNames))
        {
            var place = places.Part(column, piece, ref from);
            var (parts, signs) = Cut(piece);
            yield return new(parts, signs, place, strong);
        }
    }

    private static (ImmutableArray<string> Parts, ImmutableArray<string> Signs) Cut(string piece)
    {
        var signs = Weak().Matches(piece).Where(m => Depth(piece, m.Index) == 0).Take(MostParts - 1).ToList();
        var (parts, at) = (ImmutableArray.CreateBuilder<string>(), 0);
        foreach (var sign in signs)
        {
            parts.Add(piece[at..sign.Index]);
            at = sign.Index + sign.Length;
        }

        parts.Add(piece[at..]);
        return (parts.ToImmutable(), [.. signs.Select(s => s.Value)]);
    }

    /// <summary>How many brackets are open.</summary>
    private static int Depth(string text, int at)
    {
        var depth = 0;
        foreach (var c in text.AsSpan(0, at)) depth += c == '(' ? 1 : c == ')' && depth > 0 ? -1 : 0;
        return depth;
    }

    [GeneratedRegex(@"\s*,\s*(?:and\s+)?|\s*/\s*|\s+and\s+|\s*&\s*|\s+-\s+|\s+–\s+|\s*\+\s*", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Weak();
}
