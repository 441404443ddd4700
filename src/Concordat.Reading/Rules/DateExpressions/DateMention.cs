namespace Concordat.Reading.Rules.DateExpressions;

/// <summary>A date resolved as far as the text allows.</summary>
// From: First token.
// To: Token after the last.
// Edtf: Null when it cannot be placed ("Friday" in a text without a day).
// Lo: First possible day; null without a year.
// Hi: Last possible day; null without a year.
internal sealed record DateMention(int From, int To, string? Edtf, DateOnly? Lo, DateOnly? Hi, RawDate Raw)
{
    public bool IsRange => Raw.IsRange;
    public string Rule => Raw.Rule;
    /// <summary>A day or a run of days, not a month or a year.</summary>
    public bool IsDay => Edtf is not null && (Raw.Start.Day != 0 && Raw.Start.Month != 0 || Raw.Relative is Relative.Day or Relative.Weekday or Relative.AfterLast or Relative.DayOfRun);
}
