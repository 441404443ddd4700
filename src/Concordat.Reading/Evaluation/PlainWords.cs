using System.Text;
using System.Text.Json.Nodes;

namespace Concordat.Reading.Evaluation;

/// <summary>Names as they are compared: lower case, without accents, marks and articles, one name for each country.</summary>
internal static class PlainWords
{
    private static readonly HashSet<string> Small = ["the", "of", "and", "for", "on", "in", "a", "an", "at", "to"];

    private static readonly HashSet<string> Honorifics =
    [
        "dr", "mr", "mrs", "ms", "prof", "professor", "shri", "smt", "sir", "lt", "gen", "general", "adm", "admiral", "maj", "major", "col", "colonel", "hon", "rear", "vice", "air", "marshal", "the", "he",
    ];

    private static readonly Dictionary<string, string> Countries = new(StringComparer.Ordinal)
    {
        ["us"] = "united states", ["u s"] = "united states", ["usa"] = "united states", ["america"] = "united states", ["united states of america"] = "united states",
        ["uk"] = "united kingdom", ["britain"] = "united kingdom", ["indo"] = "india", ["eu"] = "european union", ["republic of korea"] = "south korea", ["korea"] = "south korea",
    };

    private static readonly Dictionary<char, string> Letters = [];

    static PlainWords()
    {
        // Only letters that decompose: "ø" and "ß" have no plain letter in Unicode and count as marks.
        foreach (var group in "a:àáâãäåāăąǎạảấầẩẫậắằẳẵặª c:çćĉċč d:ď e:èéêëēĕėęěẹẻẽếềểễệ g:ĝğġģ h:ĥ i:ìíîïĩīĭįǐỉị j:ĵ k:ķ l:ĺļľ n:ñńņň o:òóôõöōŏőơǒọỏốồổỗộớờởỡợº r:ŕŗř s:śŝşšșſ t:ţťț u:ùúûüũūŭůűųưǔụủứừửữự w:ŵ y:ýÿŷỳỵỷỹ z:źżž 1:¹ 2:² 3:³".Split(' '))
            foreach (var letter in group[2..]) Letters[letter] = group[..1];
        foreach (var (letter, plain) in new[] { ('ﬁ', "fi"), ('ﬂ', "fl"), ('™', "tm"), ('№', "no"), ('ĳ', "ij"), ('İ', "i") }) Letters[letter] = plain;
    }

    public static string Of(string? text)
    {
        var made = new StringBuilder(text?.Length ?? 0);
        foreach (var raw in text ?? "")
        {
            if (raw is >= '\u0300' and <= '\u036F') continue;
            var c = char.ToLowerInvariant(raw);
            if (c == '&') made.Append(" and ");
            else if (c is >= 'a' and <= 'z' or >= '0' and <= '9') made.Append(c);
            else made.Append(Letters.GetValueOrDefault(raw) ?? Letters.GetValueOrDefault(c) ?? " ");
        }
        var plain = string.Join(' ', made.Replace("defense", "defence").ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
        if (plain.StartsWith("the ", StringComparison.Ordinal)) plain = plain[4..];
        return Countries.GetValueOrDefault(plain, plain);
    }

    public static HashSet<string> Tokens(string? text) =>
        [.. Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(t => !Small.Contains(t)).Select(t => Countries.GetValueOrDefault(t, t))];

    public static List<string> Person(string? name) => [.. Of(name).Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(t => t.Length > 1 && !Honorifics.Contains(t))];

    /// <summary>Shared part of two sets, 0 to 1.</summary>
    public static double Overlap(HashSet<string> a, HashSet<string> b)
    {
        var both = a.Count(b.Contains);
        return a.Count + b.Count == 0 ? 0 : (double)both / (a.Count + b.Count - both);
    }

    public static double Overlap(string? a, string? b) => Overlap(Tokens(a), Tokens(b));

    /// <summary>All written forms of an organisation; a bare string is its own only form.</summary>
    public static HashSet<string> Forms(JsonNode? organisation)
    {
        if (organisation is not JsonObject) return [Of(organisation?.ToString())];
        var forms = Labels.Strings(organisation, "aliases").Append(Labels.Text(organisation, "name")).Append(Labels.Text(organisation, "acronym"));
        return [.. forms.Where(f => !string.IsNullOrEmpty(f)).Select(Of)];
    }
}
