using Concordat.Reading.Gazetteer;
using Concordat.Reading.Rules;
using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Names;

/// <summary>Marks every organisation named in the running text, then the headlines.</summary>
internal static class Organisations
{
    public static Register Find(Page page)
    {
        var register = new Register();
        foreach (var sentence in page.Sentences) if (sentence.Kind is BlockKind.Paragraph || sentence.Kind is BlockKind.Headline && (page.T[sentence.From].IsDash || page.Low(sentence.From) is "•" or "*" or "·" or "–")) ByHead(page, register, sentence);
        foreach (var sentence in page.Sentences) if (sentence.Kind is not BlockKind.Furniture) ByLetters(page, register, sentence);
        foreach (var sentence in page.Sentences) if (sentence.Kind is BlockKind.Headline) KnownInHeadline(page, register, sentence);
        ShortForms.Find(page, register);
        Owned.Find(page, register);
        foreach (var organisation in register.All) OrganisationFacts.Settle(page, organisation);
        return register;
    }

    private static void ByHead(Page page, Register register, Sentence sentence)
    {
        for (var i = sentence.From; i < sentence.To; i++)
        {
            if (page.At[i] is OrganisationMention || OrganisationGrammar.At(page, i, sentence.From, sentence.To) is not { } name) continue;
            var (from, to, head) = name;
            if (LetterShare(page, register, name) is { } owner) { page.Mark(new OrganisationMention(from, from + 1, owner)); i = to - 1; continue; }
            var (kind, rule) = OrganisationKinds.Of(page, from, to, head);
            var made = register.Add(page, name, kind, rule, "organisation.head-noun");
            if (page.Low(head) is "faculty" or "school" or "department" or "office" or "college" && Subunits.Is(page, name)) made.IsSubunit = true;
            page.Mark(new OrganisationMention(from, to, made));
            Brackets.ReadAcronym(page, register, made, from, to, sentence.To);
            i = to - 1;
        }
    }

    /// <summary>"NMRL Laboratory Director": letters already known, then a head noun that belongs to the role.</summary>
    private static Organisation? LetterShare(Page page, Register register, NameSpan name)
    {
        if (page.T[name.From].Shape is not (Shape.Upper or Shape.Mixed) || name.Head == name.From) return null;
        var letters = page.Quote(name.From, name.From + 1);
        var owner = register.Lettered(letters) ?? (letters.Length > 1 ? register.Initialled(letters) : null);
        if (owner is null) return null;
        if (name.To < page.T.Count && Roles.Head.Contains(page.Low(name.To))) { if (owner.Acronym is null) register.SetAcronym(page, owner, name.From, name.From + 1); return owner; }
        if (name.To - name.From > 2) return null;
        register.AddForm(page, owner, name.From, name.To);
        return null;
    }

    private static void ByLetters(Page page, Register register, Sentence sentence)
    {
        for (var i = sentence.From; i < sentence.To; i++)
        {
            if (page.At[i] is OrganisationMention { To: var past }) { i = past - 1; continue; }
            if (!page.T[i].IsName) continue;
            var written = page.Quote(i, i + 1);
            if (page.At[i] is StateMention { IsAdjective: false } && page.T[i].Shape is Shape.Upper && register.Lettered(written) is { } own) { page.Mark(new OrganisationMention(i, i + 1, own)); continue; }
            if (page.At[i] is not null) continue;
            if (Lettered.TownName(page, register, i, sentence) is { } town) { i = town - 1; continue; }
            if (StateBodies.At(page, register, i, sentence) is { } body) { i = body - 1; continue; }
            if (Firms.At(page, register, i, sentence) is { } firm) { i = firm - 1; continue; }
            if (Lettered.Owner(page, register, i, written, sentence) is not { } owner) continue;
            page.Mark(new OrganisationMention(i, i + 1, owner));
            Brackets.ReadLongForm(page, register, owner, i, sentence.To);
        }
    }

    /// <summary>In a headline only names that the running text spells out are taken over, and new ones by their head nouns when they are parties.</summary>
    private static void KnownInHeadline(Page page, Register register, Sentence sentence)
    {
        for (var i = sentence.From; i < sentence.To; i++)
        {
            if (page.At[i] is OrganisationMention || OrganisationGrammar.At(page, i, sentence.From, sentence.To) is not { } name) continue;
            if (register.Named(Fold.Key(page.T, name.From, name.To)) is not { } owner) continue;
            page.Mark(new OrganisationMention(name.From, name.To, owner));
            i = name.To - 1;
        }
    }
}
