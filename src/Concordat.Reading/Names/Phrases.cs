using Concordat.Reading.Gazetteer;
using Concordat.Reading.Rules;

namespace Concordat.Reading.Names;

/// <summary>Ends of plain noun phrases.</summary>
internal static class Phrases
{
    private static readonly System.Collections.Frozen.FrozenSet<string> Stops = Words.Set("""
        who which that when where while as is are was were be been has have had will would shall should may might can could did does said says told signed inked added noted led headed met thanked attended hosted received visited joined
        represented welcomed after before during since until by from between with on at put exchanged spoke called expressed stated chaired co-chaired his her its their not also there then if because so came took
        """);

    /// <summary>Token after a noun phrase that starts at <paramref name="start"/>: up to a comma, a verb or a new name.</summary>
    public static int NounEnd(Page page, int start, int to)
    {
        var i = start;
        while (i < to && i < start + 16)
        {
            var token = page.T[i];
            if (!token.IsWord && page.Low(i) is not "&" && !token.IsApostrophe && !token.IsPossessive) break;
            if (Stops.Contains(token.Low) && page.At[i] is not OrganisationMention) break;
            if (page.At[i] is PersonMention) break;
            if (page.At[i] is null && i > start && (Roles.SureHonorific.Contains(token.Low) && token.IsName && !NameEnd.IsGeneral(page, i) || PersonNames.IsPart(page, i) && page.Low(i - 1) is "and" or "&")) break;
            if (page.Low(i) is "and" or "&" && i + 1 < to && page.At[i] is null && StartsNewName(page, i + 1, to)) break;
            i = page.At[i] is OrganisationMention organisation ? Math.Min(to, Math.Max(organisation.To, i + 1)) : i + 1;
        }
        while (i > start && page.Low(i - 1) is "and" or "&" or "the" or "of" or "for" or "in" or "to") i--;
        return i;
    }

    private static bool StartsNewName(Page page, int i, int to) =>
        Roles.SureHonorific.Contains(page.Low(i)) && page.T[i].IsName || page.At[i] is PersonMention || PersonNames.IsPart(page, i) && !(i + 1 < to && page.T[i + 1].IsName && (Words.IsField(page.Low(i + 1)) || Heads.Is(page.Low(i + 1)))) || page.Low(i) is "the" && page.T[Math.Min(i + 1, to - 1)].IsName
        || page.T[i].IsName && Roles.Head.Contains(page.Low(i)) || page.At[i] is OrganisationMention or StateMention { IsAdjective: false };
}
