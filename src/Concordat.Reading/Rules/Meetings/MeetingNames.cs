using Concordat.Reading.Gazetteer;
using Concordat.Reading.Names;
using Concordat.Reading.Rules.DateExpressions;
using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Rules.Meetings;

/// <summary>A named meeting: "the 24th Indo-US Joint Technical Group Plenary Meeting", "the third session of the X Committee".</summary>
internal sealed record MeetingName(int From, int To, (int From, int To) Body, (int Number, int From, int To)? Ordinal, string Kind, bool IsNext);

internal static class MeetingNames
{
    private static readonly System.Collections.Frozen.FrozenSet<string> HeadWords = Words.Set(
        "plenary dialogue dialogues group committee commission meeting meeting-plus summit conference workshop symposium seminar forum session consultations talks colloquium congress school assembly board subcommittee sub-committee panel council roundtable 2+2");
    private static readonly System.Collections.Frozen.FrozenSet<string> Trailing = Words.Set("plenary meeting session round edition meetings");

    public static List<MeetingName> In(Page page, Sentence s)
    {
        var found = new List<MeetingName>();
        for (var i = s.From; i < s.To; i++)
        {
            if (At(page, i, s) is not { } name) continue;
            if (found.Count > 0 && found[^1].To > name.From) found.RemoveAt(found.Count - 1);
            found.Add(name);
            i = name.To - 1;
        }
        return found;
    }

    private static MeetingName? At(Page page, int i, Sentence s)
    {
        if (page.At[i] is OrganisationMention or PersonMention || !HeadWords.Contains(page.Low(i)) && page.Low(i) is not ("round" or "edition")) return null;
        if (page.T[i].IsName && page.Low(i) is "round" or "edition") return null;
        if (Chaired(page, Start(page, i, s))) return null;
        if (page.Low(i) is "school" && (!page.T[i].IsName || SessionNumbers.Ordinal(page, Start(page, i, s) - 1) is null)) return null;
        if (page.Low(i) is "dialogue" && i > s.From + 3 && page.T[i - 2].Is('+')) return new(SessionNumbers.Ordinal(page, i - 4)?.From ?? i - 3, i + 1, (i - 3, i + 1), SessionNumbers.Ordinal(page, i - 4), "dialogue", IsNext(page, i - 3));
        if (!page.T[i].IsName) return OfBody(page, i, s);
        var start = Start(page, i, s);
        var to = End(page, i, s);
        var ordinal = start > s.From ? SessionNumbers.Ordinal(page, start - 1) : null;
        if (ordinal is null && SessionNumbers.Ordinal(page, start) is { } inside) { ordinal = inside; start++; }
        var after = OfBodyAfter(page, to, s);
        if (after is null ? to - start < 2 && ordinal is null || Weak(page, start, to) : to - start > 2 && Weak(page, start, to)) return null;
        if (after is { } body && Trailing.Contains(page.Low(to - 1)) && to - start <= 2) return new(ordinal?.From ?? start, body.To, body, ordinal, Kind(page, start, body.To), IsNext(page, ordinal?.From ?? start));
        return new(ordinal?.From ?? start, to, Body(page, start, to), ordinal, Kind(page, start, to), IsNext(page, ordinal?.From ?? start));
    }

    /// <summary>"third meeting of the India-Finland Joint Committee".</summary>
    private static MeetingName? OfBody(Page page, int i, Sentence s)
    {
        if (page.Low(i) is not ("meeting" or "session" or "round" or "edition" or "plenary") || OfBodyAfter(page, i + 1, s) is not { } body) return null;
        var ordinal = SessionNumbers.Ordinal(page, i - 1) ?? (page.Low(i - 1) is "plenary" or "annual" or "joint" ? SessionNumbers.Ordinal(page, i - 2) : null);
        return new(ordinal?.From ?? i, body.To, body, ordinal, Kind(page, i, body.To), IsNext(page, ordinal?.From ?? i));
    }

    private static (int From, int To)? OfBodyAfter(Page page, int of, Sentence s)
    {
        if (page.Low(of) is not "of" || of + 2 >= s.To) return null;
        var start = page.Low(of + 1) is "the" ? of + 2 : of + 1;
        for (var i = start; i < s.To && i < start + 12 && (page.T[i].IsName || page.Low(i) is "and" or "&" or "on" or "for" or "'" or "’" or "'s"); i++)
            if (page.T[i].IsName && HeadWords.Contains(page.Low(i)) && page.At[i] is not OrganisationMention && i > start) return (start, End(page, i, s));
        return Small(page, start, s);
    }

    /// <summary>"the joint steering committee", in small letters.</summary>
    private static (int From, int To)? Small(Page page, int start, Sentence s)
    {
        if (page.Low(start) is not ("joint" or "bilateral" or "steering")) return null;
        for (var i = start + 1; i < s.To && i < start + 5 && page.T[i].IsWord && !Words.Function.Contains(page.Low(i)); i++)
            if (page.Low(i) is "committee" or "commission" or "group" or "subcommittee") return (start, i + 1);
        return null;
    }

    private static int Start(Page page, int i, Sentence s)
    {
        var start = i;
        while (start > s.From && start > i - 12)
        {
            var p = start - 1;
            if (page.At[p] is PersonMention || DateWords.IsMonth(page.Low(p)) || page.Low(p) is "mr" or "dr") break;
            if (page.T[p].IsName && !Words.Function.Contains(page.Low(p))) { start = p; continue; }
            if (page.T[p].Shape is Shape.Number && p > s.From + 1 && page.T[p - 1].Is('+')) { start = p - 2; continue; }
            if (page.T[p].IsApostrophe || page.T[p].IsPossessive && page.T[p - 1].IsName && Roles.Head.Contains(page.Low(p - 1)) || page.Low(p) is "and" or "&" && p > s.From && page.T[p - 1].IsName && Words.IsField(page.Low(p - 1)) && page.T[start].IsName) { start = p; continue; }
            break;
        }
        return start;
    }

    private static int End(Page page, int i, Sentence s)
    {
        var to = i + 1;
        while (to < s.To && (page.T[to].IsName && (HeadWords.Contains(page.Low(to)) || page.Low(to) is "plus" or "informal") || page.Low(to) is "plenary" or "meeting" or "session")) to++;
        if (to + 1 < s.To && page.Low(to) is "on" or "for" && page.T[to + 1].IsName && !DateWords.IsMonth(page.Low(to + 1)) && !DateWords.IsWeekday(page.Low(to + 1)))
        {
            var k = to + 1;
            while (k < s.To && (page.T[k].IsName && !DateWords.IsMonth(page.Low(k)) || page.Low(k) is "and" or "&" or "of" or "in" && k + 1 < s.To && page.T[k + 1].IsName && (page.Low(k) is not "in" || page.At[k + 1] is null && Words.IsField(page.Low(k + 1))))) k++;
            if (k < s.To && HeadWords.Contains(page.Low(k - 1)) || Words.IsField(page.Low(k - 1)) || page.Low(k - 1).EndsWith("tion", StringComparison.Ordinal) || page.At[k - 1] is null && page.Low(to) is "on" && (k == s.To || !page.T[k].IsName)) to = k;
        }
        return to;
    }

    private static bool Weak(Page page, int start, int to)
    {
        var named = 0;
        for (var k = start; k < to; k++) if (page.T[k].IsName && !(page.Low(k) is "council" or "board" or "panel" or "forum" or "group" && k == to - 1)) named++;
        if (page.Low(to - 1) is "group" or "board" or "council" or "panel" or "commission") { for (var k = start; k < to; k++) if (page.Low(k) is "joint" or "working" or "steering" or "technical" or "consultative" or "binational" or "intergovernmental" or "mixed") return false; return true; }
        return named < 2 && page.Low(to - 1) is not "dialogue" && !(page.Low(start - 1) is "the" && page.Low(to - 1) is "plenary");
    }

    private static (int, int) Body(Page page, int start, int to)
    {
        var end = to;
        while (end - 1 > start && Trailing.Contains(page.Low(end - 1)) && HasBodyHead(page, start, end - 1)) end--;
        return (start, end);
    }

    private static bool HasBodyHead(Page page, int start, int to)
    {
        for (var k = start; k < to; k++) if (page.Low(k) is "group" or "committee" or "commission" or "council" or "dialogue" or "board" or "panel" or "forum" or "subcommittee") return true;
        return false;
    }

    private static string Kind(Page page, int from, int to)
    {
        var kind = "other";
        for (var k = from; k < to; k++)
        {
            switch (page.Low(k))
            {
                case "plenary": return "plenary";
                case "working": kind = "joint-working-group"; break;
                case "committee" or "commission" or "board" or "subcommittee" when kind is "other": kind = "committee"; break;
                case "dialogue" or "talks" or "consultations" or "2+2" when kind is "other": kind = "dialogue"; break;
                case "workshop" or "symposium" or "seminar" or "conference" or "colloquium" or "school" when kind is "other": kind = "workshop"; break;
            }
        }
        return kind;
    }

    /// <summary>"Chairman of the Science Committee", "a member of the Council": somebody's office.</summary>
    private static bool Chaired(Page page, int start)
    {
        var k = page.Low(start - 1) is "the" ? start - 2 : start - 1;
        return page.Low(k) is "of" && Roles.Head.Contains(page.Low(k - 1)) && page.Low(k - 1) is not ("co-chair" or "chair" or "co-chairs") && SessionNumbers.Ordinal(page, start) is null && SessionNumbers.Ordinal(page, start - 1) is null;
    }

    private static bool IsNext(Page page, int from) => page.Low(from - 1) is "next" or "future" || page.Low(from) is "next";
}
