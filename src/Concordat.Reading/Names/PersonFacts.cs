using Concordat.Reading.Gazetteer;
using Concordat.Reading.Rules;
using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Names;

/// <summary>Role and organisation of a person, from the words beside the name.</summary>
internal static class PersonFacts
{
    public static void Take(Page page, Person person, RoleSpan? before, RoleSpan? after, int to, Sentence sentence)
    {
        if (before is not null && after is { } bare && page.Low(bare.From).EndsWith('s') && page.T[bare.From].Shape is Shape.Lower && Roles.Head.Contains(page.Low(bare.From))) after = null;
        if (after is { } late && (before is null || late.To - late.From >= 1 && person.Role is null && !IsOthers(page, late, sentence))) Role(person, late);
        if (before is { } early) Role(person, early);
        if (person.Organisation is null && person.Role is null) Owner(page, person, sentence);
        if (after is { } told && person.Organisation is null) Signs(page, person, told.To, sentence);
        if (person.Organisation is null && to + 2 < sentence.To && page.T[to].Is(',') && page.Low(to + 1) is "who") Signs(page, person, to + 2, sentence);
        if (person.Organisation is null) Beside(page, person, to, sentence);
        if (person.Organisation is null) Within(page, person, to, sentence);
        if (person.State is null) Counterpart(page, person);
    }

    /// <summary>"X, who is in charge of cooperation in the Ministry of Y", "X put pen to paper on behalf of Y".</summary>
    private static void Within(Page page, Person person, int to, Sentence sentence)
    {
        var relative = to + 1 < sentence.To && page.T[to].Is(',') && page.Low(to + 1) is "who";
        for (var k = to; k + 1 < sentence.To && k < to + 14; k++)
        {
            if (page.At[k] is PersonMention || page.T[k].IsName && Roles.SureHonorific.Contains(page.Low(k)) || page.T[k].Is(';') || page.T[k].Is('.') || relative && k > to + 1 && page.T[k].Is(',')) return;
            var behalf = page.Low(k) is "of" && page.Low(k - 1) is "behalf" && page.Low(k - 2) is "on" or "in" && page.Low(k - 3) is not "and";
            if (!behalf && !(relative && page.Low(k) is "in" or "at")) continue;
            if (page.Mention(page.Low(k + 1) is "the" ? k + 2 : k + 1) is OrganisationMention { Of.IsSubunit: false } house) Belongs(person, house, behalf ? "person.on-behalf" : "person.who-works-in");
            if (behalf) return;
        }
    }

    /// <summary>"X, Dean of International Affairs, signed on behalf of Y".</summary>
    private static void Signs(Page page, Person person, int i, Sentence sentence)
    {
        if (i < sentence.To && page.T[i].Is(',')) i++;
        if (page.Low(i) is not ("signed" or "inked" or "initialled" or "initialed" or "acted") || page.Low(i + 1) is not ("for" or "on")) return;
        i += page.Low(i + 1) is "on" && page.Low(i + 2) is "behalf" ? 4 : 2;
        if (page.Low(i) is "the") i++;
        if (i < sentence.To && page.Mention(i) is OrganisationMention { Of.IsSubunit: false } side) Belongs(person, side, "person.signs-for");
    }

    /// <summary>"His colleague Ms X": of the house of the one named before.</summary>
    public static void Colleague(Page page, Person person)
    {
        var start = person.Honorific is { } h && h.To == person.Name.From ? h.From : person.Name.From;
        if (person.Organisation is not null) return;
        var noun = page.T[Math.Max(0, start - 1)].Is(',') ? start - 2 : start - 1;
        if (page.Low(noun) is not ("colleague" or "deputy" or "assistant" or "co-worker" or "predecessor" or "successor") || page.Low(noun - 1) is not ("his" or "her" or "whose")) return;
        for (var k = noun - 2; k >= 0 && k > noun - 120; k--)
            if (page.At[k] is PersonMention { Of: { Organisation: { } house } other } && other != person) { person.Join(house, other.OrganisationPlace, "person.colleague"); house.Acts++; return; }
            else if (page.At[k] is PersonMention) return;
    }

    /// <summary>"her Chilean counterpart, X".</summary>
    private static void Counterpart(Page page, Person person)
    {
        for (var k = person.Name.From - 1; k > 0 && k > person.Name.From - 16; k--)
        {
            if (page.Low(k) is not ("counterpart" or "counterparts")) continue;
            if (person.Organisation is null && page.Low(k + 1) is "at" or "from" or "of" or "in" && page.Mention(page.Low(k + 2) is "the" ? k + 3 : k + 2) is OrganisationMention { Of.IsSubunit: false } house && house.To < person.Name.From) Belongs(person, house, "person.counterpart-at");
            if (page.At[k - 1] is StateMention state) (person.State, person.StatePlace) = (state.Country, (state.From, state.To));
            return;
        }
    }

    /// <summary>A role after the comma that in truth stands before the next name ("A X, Dean B Y").</summary>
    private static bool IsOthers(Page page, RoleSpan role, Sentence sentence) =>
        role.To < sentence.To && (PersonNames.IsPart(page, role.To) || Roles.SureHonorific.Contains(page.Low(role.To)));

    private static void Role(Person person, RoleSpan role)
    {
        if (person.Role is null) (person.Role, person.RoleRule) = ((role.From, role.To), role.Rule);
        switch (role.Of)
        {
            case OrganisationMention { Of.IsSubunit: false } organisation when person.Organisation is null:
                Belongs(person, organisation, role.Rule);
                break;
            case StateMention state when person.State is null:
                (person.State, person.StatePlace) = (state.Country, (state.From, state.To));
                break;
        }
    }

    public static void Belongs(Person person, OrganisationMention organisation, string rule)
    {
        person.Join(organisation, rule);
        organisation.Of.Acts++;
    }

    /// <summary>"the centre's Dr Anna Berg".</summary>
    private static void Owner(Page page, Person person, Sentence sentence)
    {
        var start = person.Honorific is { } h && h.To == person.Name.From ? h.From : person.Name.From;
        if (start > sentence.From + 1 && (page.T[start - 1].IsPossessive || page.T[start - 1].IsApostrophe) && page.Mention(start - 2) is OrganisationMention { Of.IsSubunit: false } owner) Belongs(person, owner, "person.owner");
    }

    /// <summary>"Anna Berg, Aster University,".</summary>
    private static bool Apposed(Page page, Person person, int to, Sentence sentence)
    {
        if (to + 1 >= sentence.To || !page.T[to].Is(',') || page.Mention(to + 1) is not OrganisationMention { Of.IsSubunit: false } beside || beside.From != to + 1 || PersonNames.FullWords(page, person.Name.From, person.Name.To) < 2) return false;
        if (beside.To < sentence.To && !page.T[beside.To].Is(',') && !page.T[beside.To].Is('.') && !page.T[beside.To].Is(';')) return false;
        Belongs(person, beside, "person.organisation-after-comma");
        return true;
    }

    /// <summary>"X of the Y", "X for Y", "X from Y".</summary>
    private static void Beside(Page page, Person person, int to, Sentence sentence)
    {
        to = PersonNames.AfterLetters(page, to, sentence.To);
        if (to + 1 < sentence.To && page.T[to].Is('(') && page.Mention(to + 1) is OrganisationMention bracketed && bracketed.To < sentence.To && (page.T[bracketed.To].Is(')') || page.T[bracketed.To].IsDash && page.Low(bracketed.To + 2) is ")")) { Belongs(person, bracketed, "person.organisation-in-brackets"); return; }
        if (Apposed(page, person, to, sentence)) return;
        if (to + 3 < sentence.To && (page.Low(to) is "signed" or "signing" or "inked" && page.Low(to + 1) is "for" || page.Low(to) is "representing" or "represented")) to += page.Low(to + 1) is "for" ? 1 : 0;
        else if (to + 4 < sentence.To && page.Low(to) is "signed" or "inked" && page.Low(to + 1) is "on" && page.Low(to + 2) is "behalf") to += 3;
        else if (to + 1 >= sentence.To || page.Low(to) is not ("of" or "for" or "from")) return;
        var i = page.Low(to + 1, "the") ? to + 2 : to + 1;
        if (page.Mention(i) is StateMention { } state && i + 1 < sentence.To && page.Mention(state.To) is OrganisationMention) i = state.To;
        if (page.Mention(i) is OrganisationMention { Of.IsSubunit: false } organisation && organisation.From == i)
        {
            if (person.Role is null && organisation.To + 1 < sentence.To && page.T[organisation.To].Is(',') && RoleAfter.Of(page, organisation.To, sentence.To) is { } role && page.Low(organisation.To + 1) is "who") Role(person, role);
            if (person.Organisation is null) Belongs(person, organisation, "person.of-organisation"); else organisation.Of.Acts++;
        }
        if (page.Mention(i) is StateMention country && person.State is null) (person.State, person.StatePlace) = (country.Country, (country.From, country.To));
    }
}
