using Concordat.Reading.Evidence;
using Concordat.Reading.Names;
using Concordat.Reading.Rules.DateExpressions;
using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Rules;

/// <summary>Cuts a text up and finds its own day, its dateline and all its dates.</summary>
internal static class PageMaker
{
    public static Page Make(string text, DateOnly? told)
    {
        var tokens = Tokenizer.Cut(text);
        var stamp = FirstLine(tokens);
        var from = stamp?.To ?? 0;
        var blocks = Blocks.Of(text, tokens, from);
        var printed = stamp ?? PrintedDay(tokens, blocks);
        var day = told ?? printed?.Lo;
        if (day is { Year: < 2 or > 9990 }) day = null;
        var (dateline, written) = Filed(tokens, blocks, day);
        if (dateline?.Date is { Start: { Year: > 0, Day: > 0 } }) day ??= written;
        if (dateline is not null) SetApart(blocks, dateline);
        var dates = AllDates(tokens, blocks, written ?? (stamp is null ? day : Released(tokens, blocks, day)));
        return new()
        {
            LatestDay = day is null ? dates.Where(d => d is { IsDay: true, Raw.Start.Year: > 0, Hi: not null }).Max(d => d.Hi) : null,
            Text = text, T = tokens, Blocks = blocks, Sentences = Sentences.Of(tokens, blocks),
            PublishedDay = day, Published = printed is { Edtf: not null } ? Stamp(text, tokens, printed, stamp is null ? "published.printed" : "published.first-line") : null, Dateline = dateline,
            Dates = dates, At = new Mention?[tokens.Count],
        };
    }

    private static Finding<string> Stamp(string text, List<Token> tokens, DateMention stamp, string rule)
    {
        var span = new TextSpan(tokens[stamp.From].Start, tokens[stamp.To - 1].End - tokens[stamp.From].Start);
        return new(stamp.Edtf!, span.Of(text), span, rule);
    }

    /// <summary>"date 2026-02-13" at the very start.</summary>
    private static DateMention? FirstLine(List<Token> tokens) =>
        tokens.Count > 1 && tokens[0].Low == "date" && DateGrammar.At(tokens, 1, Math.Min(tokens.Count, 8)) is { Rule: "date.iso" } raw
            ? DateResolution.Resolve(raw, null) : null;

    /// <summary>A full date on a line of its own, in a stamp ("Updated: ...") or in a bracketed source note.</summary>
    private static DateMention? PrintedDay(List<Token> tokens, List<Block> blocks)
    {
        foreach (var block in blocks.Take(12))
        {
            if (block.Kind is not BlockKind.Furniture && !tokens[block.From].Is('(')) continue;
            for (var i = block.From; i < Math.Min(block.To, block.From + 60); i++)
                if (DateGrammar.At(tokens, i, block.To) is { Start: { Year: > 0, Day: > 0 } } raw) return DateResolution.Resolve(raw, null);
        }
        return null;
    }

    /// <summary>A day that the page prints alone above its text, up to a week before it was taken: "today" is that day.</summary>
    private static DateOnly? Released(List<Token> tokens, List<Block> blocks, DateOnly? day)
    {
        foreach (var block in blocks.Take(8))
        {
            if (block.Kind is BlockKind.Paragraph) return day;
            if (block.Kind is not BlockKind.Furniture || block.To - block.From > 9 || DateGrammar.At(tokens, block.From, block.To) is not { Start: { Year: > 0, Day: > 0 } } raw || raw.From > block.From) continue;
            if (DateResolution.Resolve(raw, null).Lo is { } printed && day is { } taken && printed < taken && printed.DayNumber > taken.DayNumber - 8) return printed;
        }
        return day;
    }

    private static (Dateline?, DateOnly?) Filed(List<Token> tokens, List<Block> blocks, DateOnly? day)
    {
        var paragraphs = 0;
        foreach (var block in blocks.Take(10))
        {
            if (block.Kind is BlockKind.Paragraph) paragraphs++;
            if (block.Kind is not (BlockKind.Paragraph or BlockKind.Dateline) || Datelines.At(tokens, block.From, block.To) is not { } dateline) continue;
            if (paragraphs > 1 && dateline.Date is null && !Datelines.IsTown(tokens, dateline)) continue;
            var written = dateline.Date is { } raw ? DateResolution.Resolve(raw, day).Lo : null;
            return (dateline, written);
        }
        return (null, null);
    }

    /// <summary>The dateline becomes a block of its own, so that no rule takes its words for the sentence's.</summary>
    private static void SetApart(List<Block> blocks, Dateline dateline)
    {
        var at = blocks.FindIndex(b => b.From <= dateline.PlaceFrom && b.To >= dateline.To);
        if (at < 0 || blocks[at].Kind is not BlockKind.Paragraph || blocks[at].To == dateline.To) return;
        var block = blocks[at];
        blocks[at] = block with { From = dateline.To };
        blocks.Insert(at, new(BlockKind.Dateline, block.From, dateline.To));
    }

    /// <summary>A leap year that stands for the year a text does not tell.</summary>
    private const int NoYear = 4;

    private static List<DateMention> AllDates(List<Token> tokens, List<Block> blocks, DateOnly? written)
    {
        var dates = new List<DateMention>();
        DateOnly? told = null;
        (DateOnly Lo, DateOnly Hi)? run = null;
        (int At, DateOnly End)? week = null;
        foreach (var block in blocks)
        {
            for (var i = block.From; i < block.To; i++)
            {
                if (DateGrammar.At(tokens, i, block.To) is not { } raw || raw.From < block.From) continue;
                if (raw.Relative is Relative.AfterLast && told is null) continue;
                if (raw.Relative is Relative.DayOfRun)
                {
                    if (run is not { } days || raw.Offset > days.Hi.DayNumber - days.Lo.DayNumber) continue;
                    dates.Add(DateResolution.Resolve(raw with { Offset = 0 }, raw.Offset < 0 ? days.Hi : days.Lo.AddDays(raw.Offset)));
                    continue;
                }
                if (raw is { Relative: Relative.Weekday, Offset: 0 } && week is { } past && i - past.At < 70) { dates.Add(DateResolution.Resolve(raw, past.End)); i = raw.To - 1; continue; }
                var date = DateResolution.Resolve(raw, raw.Relative is Relative.AfterLast ? told : written ?? (raw.Relative is Relative.None && raw.Start.Day > 0 && told is { Year: not NoYear } ? told : null));
                if (date is { IsDay: true, Hi: null, Edtf: not null } && raw.Relative is Relative.None && raw.Start.Day <= DateTime.DaysInMonth(NoYear, raw.Start.Month)) told = new(NoYear, raw.Start.Month, raw.Start.Day);
                else if (raw.Relative is Relative.AfterLast && told is { Year: NoYear } && date.Edtf is { Length: 10 } made) date = date with { Edtf = $"XXXX{made[4..]}", Lo = null, Hi = null };
                dates.Add(date);
                if (date is { IsDay: true, Hi: { Year: > 1 and < 9990 } day }) told = day;
                if (raw is { Relative: Relative.Week, Offset: -1 } && date.Hi is { } sunday) week = (i, sunday);
                if (date is { IsRange: true, Lo: { } lo, Hi: { } hi }) run = (lo, hi);
                i = raw.To - 1;
            }
        }
        return dates;
    }
}
