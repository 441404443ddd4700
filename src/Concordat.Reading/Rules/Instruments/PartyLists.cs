using Concordat.Reading.Gazetteer;
using Concordat.Reading.Names;
using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Rules.Instruments;

/// <summary>Reads lists of parties: "between A (A1), its parent P and B, and C".</summary>
internal static class PartyLists
{
    /// <summary>The names in a list that starts at <paramref name="start"/>, and the token after it.</summary>
    public static (List<Party> Parties, int End) Read(Page page, Register register, int start, int to, string rule)
    {
        var parties = new List<Party>();
        var words = 0;
        var i = start;
        for (; i < to && i < start + 70; i++)
        {
            if (page.Low(i) is "operated" or "run" or "managed" or "owned" or "funded" or "led" or "headed" && page.Low(i + 1) is "by") { while (i + 1 < to && !page.T[i + 1].Is(',')) i++; continue; }
            var mention = page.At[i];
            if (mention is OrganisationMention or StateMention or PersonMention)
            {
                Take(page, parties, mention, start, rule);
                i = Math.Max(i, Math.Min(mention.To, to) - 1);
                words = 0;
                continue;
            }
            if (Binds(page, i)) { if (page.Low(i) is "and" or "&" && parties.Count > 1 && !Names(page, i + 1, to)) break; words = page.T[i].IsWord || parties.Count == 0 ? words : 0; continue; }
            if (Unmarked(page, register, i, to, parties, start) is { } stranger) { parties.Add(stranger.Party); i = stranger.To - 1; words = 0; continue; }
            if (Closes(page, i) && (parties.Count > 0 || words > 2 || words > 0 && page.Low(i) is "at" or "by") || ++words > 5) break;
        }
        return (DropParents(page, parties), i);
    }

    /// <summary>Marks capitalised names without head nouns where the subject of a signing stands: "Brennhall Maritime and the X Laboratory signed".</summary>
    public static void MarkSubjects(Page page, Register register, int from, int verb)
    {
        var i = from < verb && page.Low(from) is "the" ? from + 1 : from;
        for (var first = true; i < verb && i < from + 60; i++, first = false)
        {
            if (!first && page.Low(i - 1) is not ("and" or "&") && !page.T[i - 1].Is(',')) continue;
            if (page.At[i] is not null || !first && page.Low(i - 1) is "," && !page.T[i].IsName) continue;
            if (Stranger(page, i, verb) is { } end)
            {
                var made = register.Add(page, new(i, end, i), "company", "kind.party-without-head-noun", "organisation.in-party-place");
                page.Mark(new OrganisationMention(i, end, made));
                Brackets.ReadAcronym(page, register, made, i, end, verb);
                i = end - 1;
            }
        }
    }

    private static int? Stranger(Page page, int i, int verb)
    {
        var end = i;
        while (end < verb && end < i + 5 && page.T[end].IsName && page.At[end] is null && (!Words.Function.Contains(page.Low(end)) || end > i && page.T[end].Shape is Shape.Upper) && !Roles.Head.Contains(page.Low(end)) && !Roles.SureHonorific.Contains(page.Low(end)) && !Brackets.InstrumentLetters(page.Low(end)) && !DateExpressions.DateWords.IsWeekday(page.Low(end)) && !DateExpressions.DateWords.IsMonth(page.Low(end))) end++;
        if (end == i || end < verb && page.At[end] is PersonMention || Words.IsField(page.Low(end - 1)) && end - i == 1) return null;
        var next = end < verb && page.T[end].Is('(') ? end + 3 : end;
        var listed = next < verb && (page.Low(next) is "and" or "&" || page.T[next].Is(',')) && page.Mention(page.Low(next + 1) is "the" or "and" ? next + 2 : next + 1) is OrganisationMention or StateMention;
        var after = i > 1 && page.Low(i - 1) is "and" or "&" && page.Mention(page.T[i - 2].Is(')') ? i - 3 : i - 2) is OrganisationMention or StateMention;
        return listed || after && (next >= verb || next + 1 < verb && page.T[next].Is(',') && page.Low(next + 1) is "a" or "an" or "part" || page.Low(next) is "have" or "has" or "today" or "on" or "jointly" or "yesterday") ? end : null;
    }

    private static void Take(Page page, List<Party> parties, Mention mention, int start, string rule)
    {
        switch (mention)
        {
            case OrganisationMention { Of.IsSubunit: false } organisation:
                Add(parties, new(organisation.Of, null, organisation.From, organisation.To, rule));
                break;
            case StateMention { IsAdjective: false } state when !IsPlaceOfLast(page, parties, state) && !Owns(page, state):
                Add(parties, new(null, state.Country, state.From, state.To, rule));
                break;
        }
    }

    private static void Add(List<Party> parties, Party party)
    {
        foreach (var known in parties) if (known.Same(party)) return;
        parties.Add(party);
    }

    /// <summary>"Aster University, Norway": the state only says where.</summary>
    public static bool IsPlaceOfLast(Page page, List<Party> parties, StateMention state) =>
        parties.Count > 0 && parties[^1].Organisation is not null && state.From > 0 && (page.T[state.From - 1].Is(',') || page.Low(state.From - 1) is "the" && page.Low(state.From - 2) is "," or "of" || page.Low(state.From - 1) is "of" or "in" || page.T[state.From - 1].Is('(')) && state.From - parties[^1].To < 6;

    public static bool Owns(Page page, StateMention state) =>
        !(state.To + 1 < page.T.Count && page.T[state.To].IsPossessive && page.Low(state.To + 1) is "government" or "cabinet" or "authorities") && state.To < page.T.Count && (page.T[state.To].IsPossessive || page.T[state.To].IsApostrophe || page.At[state.To] is OrganisationMention || page.T[state.To].IsName && page.At[state.To] is null && (Words.IsField(page.Low(state.To)) || Roles.Head.Contains(page.Low(state.To))))
        || state.From > 0 && page.T[state.From - 1].Is('[');

    private static bool Binds(Page page, int i) =>
        page.T[i].Is(',') || page.T[i].Is('(') || page.T[i].Is(')') || page.T[i].IsPossessive || page.T[i].IsApostrophe || page.T[i].Is('[') || page.T[i].Is(']')
        || page.Low(i) is "and" or "&" or "the" or "as" or "well" or "both" or "its" or "of" || page.At[i] is PlaceMention;

    private static bool Closes(Page page, int i) =>
        page.T[i].Is('.') || page.T[i].IsDash || page.Low(i) is "to" or "for" or "on" or "in" or "that" or "which" or "was" or "were" or "has" or "have" or "had" or "at" or "under" or "during" or "will" or "is" or "are" or "aims" or "aimed" or "covering" or "would" or "after" or "who" or "with"
        || Verbs.IsAct(page.Low(i)) || page.T[i].Shape is Shape.Number;

    private static bool Names(Page page, int i, int to)
    {
        for (var k = i; k < to && k < i + 5; k++) if (page.At[k] is OrganisationMention or StateMention or PersonMention || page.T[k].IsName) return true;
        return false;
    }

    /// <summary>A capitalised name that no rule explained, standing where a party must stand: a company or the like.</summary>
    private static (Party Party, int To)? Unmarked(Page page, Register register, int i, int to, List<Party> parties, int start)
    {
        if (!page.T[i].IsName || page.At[i] is not null || Words.Function.Contains(page.Low(i)) || page.T[i].Length < 3 || Roles.SureHonorific.Contains(page.Low(i)) || Roles.Head.Contains(page.Low(i)) || Roles.Before.Contains(page.Low(i))) return null;
        if (DateExpressions.DateWords.IsMonth(page.Low(i)) || DateExpressions.DateWords.IsWeekday(page.Low(i)) || Brackets.InstrumentLetters(page.Low(i))) return null;
        var end = i + 1;
        while (end < to && end < i + 6 && page.T[end].IsName && page.At[end] is null && !Roles.Head.Contains(page.Low(end)) && !DateExpressions.DateWords.IsWeekday(page.Low(end))) end++;
        if (page.Low(end) is "reported" or "reports" or "said" or "says" or "announced" or "wrote") return null;
        var before = page.Low(i - 1);
        if (i != start && before is not ("and" or "&" or "," or "the") && !page.T[i - 1].Is(',') && !page.T[i - 1].IsPossessive && page.Mention(i - 1) is not StateMention) return null;
        if (Words.IsField(page.Low(end - 1)) && page.T[i].Shape is not Shape.Upper) return null;
        if (end - i == 1 && page.T[i - 1].Is(',') && page.Mention(i - 2) is OrganisationMention && !(end < to && page.Low(end) is "and" or "&")) return null;
        var made = register.Add(page, new(i, end, i), "company", "kind.party-without-head-noun", "organisation.in-party-place");
        page.Mark(new OrganisationMention(i, end, made));
        Brackets.ReadAcronym(page, register, made, i, end, to);
        return (new(made, null, i, end, "party.list"), end);
    }

    /// <summary>"A, P and X": an organisation known as the parent of the one before it is no party of its own.</summary>
    private static List<Party> DropParents(Page page, List<Party> parties)
    {
        for (var k = parties.Count - 1; k > 0; k--)
        {
            var (parent, child) = (parties[k].Organisation, parties[k - 1].Organisation);
            if (parent is null || child is null || child == parent) continue;
            if (child.Parent == parent || Apposed(page, parties, k)) parties.RemoveAt(k);
        }
        return parties;
    }

    /// <summary>"the A (AA), P and the B": articles before the parties, none before what only explains the first.</summary>
    private static bool Apposed(Page page, List<Party> parties, int k)
    {
        if (k + 1 >= parties.Count || parties[k].Organisation!.Kind is not ("government" or "military") || parties[k - 1].Organisation!.Kind is not ("laboratory" or "university")) return false;
        bool Article(int i) => page.Low(parties[i].From - 1) is "the";
        if (!Article(k - 1) || Article(k) || !Article(k + 1)) return false;
        var (child, parent) = (parties[k - 1].Organisation!, parties[k].Organisation!);
        (child.Parent, child.ParentPlace) = (parent, (parties[k].From, parties[k].To));
        return true;
    }
}
