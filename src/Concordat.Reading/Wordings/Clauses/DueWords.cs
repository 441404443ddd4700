using System.Text.RegularExpressions;
using Concordat.Reading.Wordings.Layout;
using Concordat.Reading.Wordings.Terms;

namespace Concordat.Reading.Wordings.Clauses;

/// <summary>When a thing is due, and where the words for it stand.</summary>
internal readonly record struct FoundDue(int From, int To, DueRule Rule);

/// <summary>"no later than 15 January 2027", "within 60 (sixty) days after the end of the term", "every six months", "before 31 January of each year".</summary>
internal static class DueWords
{
    private const string EachYear = @"(?:of )?(?:each|every)(?: \w+)? year|annually|every year|yearly|of the following year";
    private const string MonthDay = @"(?<dayof>\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:january|february|march|april|may|june|july|august|september|october|november|december)|(?:january|february|march|april|may|june|july|august|september|october|november|december) \d{1,2}(?:st|nd|rd|th)?)";

    private static readonly Regex YearDay = Rx.Of(@"\b(?:not later than|no later than|by|before|on|until|prior to)(?: the)? " + MonthDay + @",? (?:" + EachYear + @")\b");
    private static readonly Regex By = Rx.Of(@"\b(?:not later than|no later than|on or before|by the end of|by|before|until|prior to)\b(?: the)? ");
    private static readonly Regex Within = Rx.Of(@"\b(?:(?:with)?in|not later than|no later than|at the latest|not more than|no more than)(?: a (?:maximum )?period of| the| at most)? (?:not more than )?" + PeriodWords.Pattern + @"'?(?: at the latest)?(?:,? (?:of|after|from|following|upon|as of|counted from|starting from|prior to)\b(?<event>.*))?");
    private static readonly Regex Before = Rx.Of(@"\b(?:at least |not less than |no less than |no later than |not later than )?" + PeriodWords.Pattern + @" (?:before|prior to|in advance of)\b(?<event>.*)");
    private static readonly Regex After = Rx.Of(@"\b" + PeriodWords.Pattern + @" (?:after|following|from)\b(?<event>.*)");
    private static readonly Regex Lasts = Rx.Of(@"\b(?:for|period of|during|up to|of)(?: a| the)? ?$");
    private static readonly Regex Every = Rx.Of(@"\b(?:once )?every (?:(?<other>second|other|alternate|third|fourth|fifth) year|" + PeriodWords.Pattern + @"|(?:academic |calendar |financial |fiscal )?(?<unit>year|month|quarter|week|day|semester|spring|summer|autumn|winter))\b|\b(?:once |one time )?(?:in )?(?:per|each|a|every|(?:an|per) academic) (?:calendar |academic |financial |fiscal )?(?<unit2>year|month|quarter|week|semester|day)\b");
    private static readonly Regex Times = Rx.Of(@"\b(?<times>twice|two times|three times|four times|thrice)(?: or more)? (?:a|per|each|every|in a) (?:calendar |academic )?(?<unit>year|month|annum)\b");
    private static readonly Regex Adverb = Rx.Of(@"\b(?:on an? )?(?<word>annual(?:ly)?|yearly|monthly|quarterly|half[- ]yearly|semi-?annual(?:ly)?|biannual(?:ly)?|biennial(?:ly)?|weekly|daily)(?: basis)?\b");
    private static readonly Regex Cut = Rx.Of(@"[,;.] |,$|\b(?: and | unless | or by | so that | in order | by means| through | to (?:the|all|each) (?:committee|board|council))");

    /// <summary>The first due time in the words, or null.</summary>
    public static FoundDue? First(string text)
    {
        FoundDue?[] found = [InYear(text), OnDay(text), Ahead(text), InTime(text), Recurring(text), Later(text)];
        // "an annual report before 31 January of each year": the day says more than the adjective.
        return found.Where(f => f is not null).OrderBy(f => Vague(text, f!.Value)).ThenBy(f => f!.Value.From).FirstOrDefault();
    }

    private static bool Vague(string text, FoundDue due) => due.Rule is DueEvery && text.AsSpan(due.From, due.To - due.From).EndsWith("al", StringComparison.OrdinalIgnoreCase);

    private static FoundDue? InYear(string text) => YearDay.Match(text) is { Success: true } yearly ? new(yearly.Index, yearly.Index + yearly.Length, new DueYearlyOn(MonthDayOf(yearly.Groups["dayof"].Value))) : null;

    private static FoundDue? InTime(string text) => Within.Match(text) is { Success: true } within && PeriodWords.Read(within) is { } length ? Timed(text, within, e => new DueWithin(length, e)) : null;

    private static FoundDue? Ahead(string text) => Before.Match(text) is { Success: true } before && PeriodWords.Read(before) is { } lead && Event(before) is { } at ? new(before.Index, End(before, at.To), new DueBefore(lead, at.Event)) : null;

    private static FoundDue? Later(string text) =>
        After.Match(text) is { Success: true } after && !Lasts.IsMatch(text[..after.Index]) && PeriodWords.Read(after) is { } wait && Event(after) is { } then ? new(after.Index, End(after, then.To), new DueWithin(wait, then.Event)) : null;

    /// <summary>Only what comes again: for meetings.</summary>
    public static FoundDue? Recurring(string text)
    {
        if (Times.Match(text) is { Success: true } times) return new(times.Index, times.Index + times.Length, new DueEvery(Split(times)));
        var every = Every.Match(text);
        var adverb = Adverb.Match(text);
        if (every.Success && (!adverb.Success || every.Index <= adverb.Index) && Step(every) is { } step) return new(every.Index, every.Index + every.Length, new DueEvery(step));
        if (!adverb.Success) return null;
        // "its annual report" is due each year; "annual budget" and "annual meeting of others" are nouns of other things.
        return new(adverb.Index, adverb.Index + adverb.Length, new DueEvery(Named(adverb.Groups["word"].Value.ToLowerInvariant())));
    }

    private static FoundDue? OnDay(string text)
    {
        foreach (Match by in By.Matches(text))
        {
            var at = by.Index + by.Length;
            if (DateWords.First(text, at, Math.Min(text.Length, at + 60)) is { } date && date.From <= at + 8) return new(by.Index, date.To, new DueBy(date.Edtf));
        }
        return null;
    }

    private static FoundDue Timed(string text, Match match, Func<TermEvent?, DueRule> rule)
    {
        var found = Event(match);
        var end = match.Groups["event"].Success ? found is { } f ? End(match, f.To) : match.Groups["event"].Index : match.Index + match.Length;
        return new(match.Index, Math.Min(end, text.Length), rule(found?.Event));
    }

    private static int End(Match match, int to) => match.Groups["event"].Index + to;

    private static (TermEvent Event, int To)? Event(Match match)
    {
        var words = match.Groups["event"].Value;
        var cut = Cut.Match(words);
        var length = cut.Success ? cut.Index : words.Length;
        return Events.Read(words[..length]) is { } read ? (read, words[..length].TrimEnd(' ', '.', ',', ';').Length) : null;
    }

    private static Period? Step(Match every)
    {
        if (every.Groups["other"].Success) return new(every.Groups["other"].Value.ToLowerInvariant() switch { "third" => 3, "fourth" => 4, "fifth" => 5, _ => 2 }, TimeUnit.Years);
        if (every.Groups["count"].Success && every.Groups["count"].Length > 0) return PeriodWords.Read(every);
        var unit = every.Groups["unit2"].Success ? every.Groups["unit2"].Value : every.Groups["unit"].Value;
        return unit.ToLowerInvariant() switch { "year" or "spring" or "summer" or "autumn" or "winter" => new(1, TimeUnit.Years), "month" => new(1, TimeUnit.Months), "quarter" => new(3, TimeUnit.Months), "semester" => new(6, TimeUnit.Months), "week" => new(1, TimeUnit.Weeks), "day" => new(1, TimeUnit.Days), _ => null };
    }

    private static Period Split(Match times)
    {
        var n = times.Groups["times"].Value.ToLowerInvariant() switch { "twice" or "two times" => 2, "four times" => 4, _ => 3 };
        return times.Groups["unit"].Value.ToLowerInvariant() is not "month" || times.Groups["unit"].Value.StartsWith("y", StringComparison.OrdinalIgnoreCase) ? new(12 / n, TimeUnit.Months) : new(30 / n, TimeUnit.Days);
    }

    private static Period Named(string word) => word[0] switch
    {
        'm' => new(1, TimeUnit.Months), 'q' => new(3, TimeUnit.Months), 'w' => new(1, TimeUnit.Weeks), 'd' => new(1, TimeUnit.Days),
        'h' or 's' => new(6, TimeUnit.Months), 'b' => word.StartsWith("bia", StringComparison.Ordinal) ? new(6, TimeUnit.Months) : new(2, TimeUnit.Years), _ => new(1, TimeUnit.Years),
    };

    private static string MonthDayOf(string words)
    {
        var parts = words.Split(' ').Where(p => !p.Equals("of", StringComparison.OrdinalIgnoreCase)).ToArray();
        var (day, month) = char.IsDigit(parts[0][0]) ? (parts[0], parts[1]) : (parts[1], parts[0]);
        return $"{new string([.. day.Where(char.IsAsciiDigit)]).TrimStart('0')} {char.ToUpperInvariant(month[0])}{month[1..].ToLowerInvariant()}";
    }
}
