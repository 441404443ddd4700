using Concordat.Reading.Gazetteer;
using Concordat.Reading.Rules;
using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Names;

/// <summary>"Natural Resources Canada", "Geoscience Australia": a subject and a state without a head noun.</summary>
internal static class StateBodies
{
    /// <summary>Token after the name that starts at <paramref name="i"/>, once it is marked; null where none does.</summary>
    public static int? At(Page page, Register register, int i, Sentence sentence)
    {
        if (page.At[i] is not null || !Fits(page, i) || i > sentence.From && page.T[i - 1].IsName) return null;
        var end = i + 1;
        while (end < sentence.To && end < i + 4 && page.At[end] is null && Fits(page, end)) end++;
        if (end >= sentence.To || page.At[end] is not StateMention { IsAdjective: false, Country.IsUnion: false } state || end - i < 2 && !Alone(page.Low(i))) return null;
        if (state.To < sentence.To && (page.T[state.To].IsName || page.T[state.To].IsPossessive || page.Low(state.To) is "and" && page.Mention(state.To + 1) is StateMention)) return null;
        var made = register.Add(page, new(i, state.To, i), "government", "kind.subject-and-state", "organisation.subject-and-state");
        page.Mark(new OrganisationMention(i, state.To, made));
        Brackets.ReadAcronym(page, register, made, i, state.To, sentence.To);
        return state.To;
    }

    private static bool Fits(Page page, int i) =>
        page.T[i].Shape is Shape.Capital && page.Low(i) is not ("digital" or "new" or "north" or "south" or "east" or "west" or "united" or "great" or "central" or "republic" or "vice" or "navy" or "army" or "union") && (Words.IsField(page.Low(i)) || page.Low(i) is "geoscience" or "statistics") && !Roles.Head.Contains(page.Low(i)) && !Heads.Is(page.Low(i)) && !Brackets.InstrumentLetters(page.Low(i))
        && page.Low(i) is not ("agreement" or "memorandum" or "partnership" or "cooperation" or "dialogue" or "treaty" or "relations" or "delegation" or "meeting" or "day" or "ambassador" or "embassy" or "headquarters" or "military" or "forces" or "air" or "republic");

    private static bool Alone(string low) => low is "geoscience" or "innovation" or "business" or "statistics" or "enterprise" or "research";
}
