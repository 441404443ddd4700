using System.Text.RegularExpressions;
using Concordat.Intake;
using Concordat.Names;
using Concordat.Reading.Dates;

namespace Concordat.Import.Rows;

/// <summary>Reads what people write into a column of ends: "valid till 31.12.2026", "5 years from signing", "till completion".</summary>
internal static partial class TermWords
{
    private static readonly string[] Open =
    [
        "till completion", "until completion", "completion", "upon completion", "till completion of project", "till completion of the project", "open", "open ended", "open end", "indefinite", "indefinitely", "perpetual", "permanent", "unlimited",
        "no expiry", "no end", "no end date", "until terminated", "till terminated", "until termination", "till termination", "ongoing", "on going", "auto renewal", "automatic renewal", "automatically renewed", "not specified", "not applicable", "no limit", "lifetime", "continuing",
    ];

    /// <param name="Ends">The last day; null where the words leave it open.</param>
    /// <param name="Keep">True where the words say more than the day and are kept as the term stated.</param>
    internal readonly record struct Term(When? Ends, bool Keep);

    /// <returns>Null for words that say nothing about an end.</returns>
    public static Term? Read(string words, string header, DateOrder order, DateOnly today, When? signed, When? inForce)
    {
        var plain = Lead().Replace(words.Trim(), "").Trim();
        if (Open.Contains(Fold.Key(words)) || Open.Contains(Fold.Key(plain)) || Fold.Key(words).Contains("completion", StringComparison.Ordinal)) return new(null, true);
        if (plain.Length is > 0 and <= TypedDate.MaxLength && DateCell.Read(plain, order, today) is { } day) return new(day, false);
        if (Length().Match(plain) is { Success: true } length && AgreementDates.Months(length.Groups["count"].Value, length.Groups["unit"].Value) is { } months)
            return new(Start(length.Groups["from"].Value, order, today, signed, inForce)?.AddMonths(months), true);
        // A bare "5" under "Duration (years)".
        return int.TryParse(plain, out var years) && years is > 0 and <= 99 && Fold.Words(header).Any(w => w is "years" or "yrs" or "year") ? new((inForce ?? signed)?.AddMonths(12 * years), true) : null;
    }

    private static When? Start(string from, DateOrder order, DateOnly today, When? signed, When? inForce)
    {
        var words = Fold.Key(from);
        if (words.Contains("sign", StringComparison.Ordinal) || words.Contains("execution", StringComparison.Ordinal)) return signed;
        if (words.Contains("force", StringComparison.Ordinal) || words.Contains("effect", StringComparison.Ordinal) || words.Contains("commencement", StringComparison.Ordinal) || words.Contains("start", StringComparison.Ordinal)) return inForce;
        return words.Length == 0 ? inForce ?? signed : DateCell.Read(from.Trim(), order, today);
    }

    [GeneratedRegex(@"^(?:valid(?:ity)?\s*:?\s+)?(?:expir(?:es|ed|y|ing)\s+|ends?\s+|ended\s+|in\s+force\s+)?(?:on\s+|until\s+|till\s+|up\s?to\s+|through\s+|to\s+|for\s+)?", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Lead();

    [GeneratedRegex(@"^(?:an?\s+)?(?:initial\s+)?(?:period|term|duration)?\s*(?:of\s+)?" + AgreementDates.Count + @"\.?(?:\s*,?\s*(?:from|after|following|starting|w\.?e\.?f\.?|with\s+effect\s+from|since|of)\s*(?:the\s+)?(?:date\s+of\s+|day\s+of\s+)?(?<from>.{0,80}))?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Length();
}

/// <summary>Reads a cell of dates.</summary>
internal static class DateCell
{
    private static readonly string[] Nothing = ["na", "n a", "nil", "none", "null", "tba", "tbd", "x", "0"];

    /// <summary>True for what people write where they have no date.</summary>
    public static bool IsNothing(string words) => words.All(c => c is '-' or '–' or '—' or '.' or '/' or ' ' or '?') || Nothing.Contains(Fold.Key(words));

    public static When? Read(string words, DateOrder order, DateOnly today)
    {
        // Registers write a range of days with two dots.
        var dots = words.IndexOf("..", StringComparison.Ordinal);
        if (dots > 0 && dots + 2 < words.Length) words = words[..dots] + "/" + words[(dots + 2)..];
        return TypedDate.TryRead(words, order, today, out var when) ? when : null;
    }
}
