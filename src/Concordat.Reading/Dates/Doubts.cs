namespace Concordat.Reading.Dates;

/// <summary>Qualifies EDTF as a whole.</summary>
internal static class Doubts
{
    /// <summary>Adds a doubt to a date, or to both ends of an interval; null for sets and lists.</summary>
    public static string? Add(string edtf, Doubt doubt)
    {
        if (doubt == Doubt.None) return edtf;
        var slash = edtf.IndexOf('/');
        if (slash >= 0) return $"{One(edtf[..slash], doubt)}/{One(edtf[(slash + 1)..], doubt)}";
        return edtf[0] is '[' or '{' ? null : One(edtf, doubt);
    }

    private static string One(string date, Doubt doubt)
    {
        if (date is "" or "..") return date;
        var has = EdtfScanner.DoubtOf(date[^1]);
        return (has == Doubt.None ? date : date[..^1]) + Sign(doubt | has);
    }

    private static char Sign(Doubt doubt) => doubt switch
    {
        Doubt.Uncertain => '?',
        Doubt.Approximate => '~',
        _ => '%',
    };
}
