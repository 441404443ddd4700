using Concordat.Reading.Evidence;
using Concordat.Reading.Names;
using Concordat.Reading.Rules.DateExpressions;
using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Rules.Instruments;

/// <summary>What stands around a verb: its clause, its day, its doers.</summary>
internal static class Clauses
{
    /// <summary>First token of the clause of a verb.</summary>
    public static int Start(Page page, int verb, Sentence s)
    {
        for (var k = verb - 1; k > s.From; k--)
        {
            if (page.T[k].Is(';') || page.T[k].Is(':') && !page.T[k - 1].Is(')')) return k + 1;
            if (page.Low(k) is "that" or "where" or "when" or "while" or "because" or "which" && page.Low(k + 1) is not "of") return k + 1;
        }
        return s.From;
    }

    /// <summary>The date that belongs to the verb: the nearest in its sentence that is no term, deadline or effect.</summary>
    public static DateMention? Date(Page page, int verb, Sentence s, Func<int, bool>? blocked = null)
    {
        DateMention? best = null;
        var distance = int.MaxValue;
        foreach (var date in page.DatesIn(s.From, s.To))
        {
            if (OfEarlierAct(page, date.From, verb) || IsTerm(page, date.From) || blocked is not null && blocked(date.From)) continue;
            var away = date.From > verb ? date.From - verb : (verb - date.To + 1) * 2;
            if (Crosses(page, Math.Min(verb + 1, date.To), Math.Max(verb, date.From))) away += 60;
            if (away < distance) (best, distance) = (date, away);
        }
        return distance < 60 ? best : null;
    }

    /// <summary>"first signed in 2018, was renewed": the day right after another act is that act's.</summary>
    private static bool OfEarlierAct(Page page, int date, int verb)
    {
        for (var k = date - 1; k > date - 4 && k >= 0; k--) if (k != verb && Verbs.Event(page.Low(k)) is "signed" && page.Low(k - 1) is "first" or "originally" or "initially") return true;
        return false;
    }

    /// <summary>The date is that of a statement: "said on Monday", "in a statement on 4 June".</summary>
    public static bool IsSpeech(Page page, int verb, DateMention date)
    {
        if (date.To < verb && page.Low(date.To) is "announced" or "said" or "confirmed" or "reported" or "told") return true;
        for (var k = date.From - 1; k > date.From - 7 && k >= 0; k--)
        {
            if (k == verb || page.T[k].Is('.')) return false;
            if (page.Low(k) is "said" or "says" or "announced" or "statement" or "told" or "reported" or "confirmed" or "stated" or "release" && !(page.Low(k) is "statement" && page.Low(k + 1) is "of")) return true;
        }
        return false;
    }

    private static bool Crosses(Page page, int from, int to)
    {
        for (var k = from; k < to; k++)
            if (page.Low(k) is "that" or "which" && SignedSoon(page, k, to) || page.T[k].Is(';') || page.Low(k) is "expired" or "lapsed" or "lapse" or "expires" or "expire" or "dates" or "dated" or "dating" or "opens" or "due" or "begins" or "starts" or "ahead" or "before" or "valid" or "will" or "would" or "counted" or "until" or "retroactively" or "held" or "visited" or "established" or "founded" or "while" or "who" or "negotiated") return true;
        return false;
    }

    /// <summary>"the agreement that the two concluded in 2011": the day of the relative clause.</summary>
    private static bool SignedSoon(Page page, int that, int to)
    {
        for (var k = that + 1; k < to && k < that + 9; k++) if (Verbs.Event(page.Low(k)) is "signed") return true;
        return false;
    }

    private static bool IsTerm(Page page, int i)
    {
        if (i > 0 && page.T[i - 1].Is('(')) i--;
        return page.Low(i - 1) is "until" or "till" or "through" or "since" or "from" or "by" or "from" or "to" or "expires" or "after" && !(page.Low(i - 1) is "to" or "from" && page.Low(i - 2) is "dates" or "dated" or "dating" or "back")
            || page.Low(i - 1) is "of" && IsYear(page.Low(i)) && page.T[i - 2].IsName
            || page.Low(i - 1) is "of" && page.Low(i - 2) is "from" or "as" or "end" or "agreement" or "understanding" or "memorandum" or "mou" or "treaty" or "arrangement" or "protocol" or "accord" or "convention" or "pact" or "programme"
            || page.Low(i - 1) is "the" or "a" or "its" or "their" or "'s" && IsYear(page.Low(i));
    }

    private static bool IsYear(string low) => low.Length == 4 && low.All(char.IsAsciiDigit);

    /// <summary>Names in a stretch that do something there: not towns of, owners of, or parts of roles.</summary>
    public static IEnumerable<Mention> Actors(Page page, int from, int to)
    {
        var roleEnd = -1;
        Person? last = null;
        foreach (var mention in page.In(from, to))
        {
            if (mention.From < roleEnd || InBrackets(page, mention, from)) continue;
            if (mention is PersonMention person)
            {
                last = person.Of;
                if (last.Role is { } role && role.From >= mention.To && role.From - mention.To < 14) roleEnd = Math.Max(roleEnd, Math.Max(role.To, last.Organisation is null ? 0 : last.OrganisationPlace.From >= role.To && last.OrganisationPlace.From - role.To < 4 ? last.OrganisationPlace.To : 0));
                yield return mention;
                continue;
            }
            if (mention is OrganisationMention && mention.To + 1 < to && page.T[mention.To].IsPossessive && (page.Mention(mention.To + 1) is OrganisationMention || page.T[mention.To + 1].Is('(') && page.Mention(mention.To + 4) is OrganisationMention)) continue;
            if (page.Low(mention.From - 1) is "of" && page.Low(mention.From - 2) is "subsidiary" or "arm" or "affiliate" or "branch" or "offshoot") continue;
            if (InRoleBefore(page, mention, to) || mention is OrganisationMention && page.Low(mention.From - 1) is "at" or "in" or "on" || Placed(page, mention)) continue;
            if (mention is StateMention state && (state.IsAdjective || PartyLists.Owns(page, state) || page.T[Math.Max(0, mention.From - 1)].Is(',') && page.Mention(mention.From - 2) is OrganisationMention || OfHouse(page, mention) || page.Low(mention.From - 1) is "in")) continue;
            yield return mention;
        }
    }

    /// <summary>"the X Institute (XI) of Ecuador": the state only says where.</summary>
    private static bool OfHouse(Page page, Mention state)
    {
        if (page.Low(state.From - 1) is not ("of" or ",")) return false;
        var k = state.From - 2;
        return page.Mention(k) is OrganisationMention || k > 2 && page.T[k].Is(')') && page.Mention(k - 1) is OrganisationMention;
    }

    private static bool Placed(Page page, Mention mention) => mention is OrganisationMention && page.Low(mention.From - 1) is "the" && page.Low(mention.From - 2) is "at" or "in" or "on" or "near";

    private static bool InBrackets(Page page, Mention mention, int from) =>
        mention is OrganisationMention && mention.From > from && page.T[mention.From - 1].Is('(') && (page.Mention(mention.From - 2) is OrganisationMention || page.T[mention.From - 2].IsPossessive && page.Mention(mention.From - 3) is OrganisationMention);

    /// <summary>"EU Commissioner X", "AAO chief Y": inside the role of a person named later.</summary>
    private static bool InRoleBefore(Page page, Mention mention, int to)
    {
        for (var k = mention.To; k < to && k < mention.To + 18; k++)
        {
            if (page.At[k] is PersonMention { Of: var person })
                return person.Role is { } role && role.From <= mention.To + 1 && !(mention is OrganisationMention && page.T[mention.To].Is(',') && role.From == mention.To + 1 && role.To <= person.Name.From) && role.To >= mention.To && role.To <= k || person.Organisation is not null && person.OrganisationPlace == (mention.From, mention.To);
            if (page.T[k].Is(';')) return false;
        }
        return false;
    }

    public static Finding<string> AsFinding(Page page, DateMention date, string rule) => page.Find(date.Edtf!, date.From, date.To, $"{rule}.{date.Rule}");
}
