using System.Text.RegularExpressions;

namespace Concordat.Reading.Wordings.Layout;

/// <summary>Patterns over the flow of an agreement, where every blank is one space; capitals count for nothing.</summary>
/// <remarks>
/// Engines without backtracking take two seconds to build two hundred of these; these take twenty milliseconds. In return each gap in a pattern is
/// bounded, no group repeats what it can match in two ways, and each is held against a sentence, a line or a window of bounded length, so that the work stays linear in the text.
/// </remarks>
internal static class Rx
{
    public static Regex Of(string pattern) => new(pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Regex.InfiniteMatchTimeout);

    /// <summary>The same where capitals count.</summary>
    public static Regex Exact(string pattern) => new(pattern, RegexOptions.CultureInvariant, Regex.InfiniteMatchTimeout);

    /// <summary>What texts call themselves.</summary>
    public const string This = @"(?:this|the|the present|present|said) (?:[\w-]+ ){0,4}?(?:mou|moa|moc|memorandum(?: of (?:understanding|agreement|cooperation|intent))?|agreement|arrangement|deed|protocol|letter(?: of intent)?|declaration(?: of intent)?|statement(?: of intent)?|contract|pa|loi|note|amendment|addendum|convention|treaty|instrument|nda)";
}
