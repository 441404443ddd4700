using System.Text.RegularExpressions;

namespace Concordat.Reading.Wordings.Layout;

/// <summary>Patterns over the flow of an agreement, where every blank is one space: linear in the length, capitals count for nothing.</summary>
internal static class Rx
{
    public static Regex Of(string pattern) => new(pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    /// <summary>The same where capitals count.</summary>
    public static Regex Exact(string pattern) => new(pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    /// <summary>What texts call themselves.</summary>
    public const string This = @"(?:this|the|the present|present|said) (?:[\w-]+ ){0,4}?(?:mou|moa|moc|memorandum(?: of (?:understanding|agreement|cooperation|intent))?|agreement|arrangement|deed|protocol|letter(?: of intent)?|declaration(?: of intent)?|statement(?: of intent)?|contract|pa|loi|note|amendment|addendum|convention|treaty|instrument|nda)";
}
