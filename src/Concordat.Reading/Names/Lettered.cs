using Concordat.Reading.Gazetteer;
using Concordat.Reading.Rules;
using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Names;

/// <summary>Organisations written as letters or as a name without a head noun.</summary>
internal static class Lettered
{
    /// <summary>The organisation that a capitalised token stands for: spelled out here, by its initials, or known to everyone.</summary>
    public static Organisation? Owner(Page page, Register register, int i, string written, Sentence sentence)
    {
        if (register.Lettered(written) is { } spelled) return spelled;
        if (BracketedAfterName(page, register, i, sentence) is { } bracketed) return bracketed;
        var letters = written.Length > 1 && (page.T[i].Shape is Shape.Upper || page.T[i].Shape is Shape.Mixed && written.Count(char.IsUpper) > 1);
        if (letters && !Brackets.InstrumentLetters(page.Low(i)) && register.Initialled(written.ToUpperInvariant()) is { } byInitials)
        {
            register.SetAcronym(page, byInitials, i, i + 1);
            return byInitials;
        }
        if (letters && written.IndexOf('-') is > 2 and var dash && (register.Lettered(written[..dash]) ?? register.Initialled(written[..dash].ToUpperInvariant())) is { } whose)
        {
            if (whose.Acronym is null) register.SetAcronym(page, whose, i, i + 1);
            return whose;
        }
        if (KnownBodies.Of(written) is not { } known || i > sentence.From && page.T[i - 1].Is('@')) return null;
        if (page.T[i].Shape is Shape.Capital && FirstName(page, i, sentence)) return null;
        if (known.Kind is "company" && LongName(page, register, i, sentence) is { } whole) return whole;
        var made = register.Add(page, new(i, i + 1, i), known.Kind, "kind.well-known", "organisation.well-known");
        if (known.Country is { } code) made.Country ??= page.Find(code, i, i + 1, "country.well-known");
        return made;
    }

    /// <summary>"Instituto Nacional de Pesquisas Espaciais (INPE)": no head noun known, but the letters are its initials.</summary>
    private static Organisation? BracketedAfterName(Page page, Register register, int i, Sentence sentence)
    {
        if (i <= sentence.From + 2 || i + 1 >= sentence.To || !page.T[i - 1].Is('(') || !page.T[i + 1].Is(')') || !Brackets.IsAcronym(page, i)) return null;
        var from = i - 1;
        while (from > sentence.From && from > i - 12 && (page.T[from - 1].IsName && !Words.Function.Contains(page.Low(from - 1)) || page.Low(from - 1) is "of" or "and" or "for" or "de" or "do" or "da" or "di" or "&" or "la" or "el" or "und")) from--;
        while (from < i - 1 && !page.T[from].IsName) from++;
        if (i - 1 - from < 2 || !page.IsFree(from, i - 1) && page.At[from] is OrganisationMention || HasOther(page, from, i - 1)) return null;
        if (!Matches(page, from, i - 1, page.Quote(i, i + 1))) return null;
        var made = register.Add(page, new(from, i - 1, from), KindIn(page, from, i - 1), "kind.of-words", "organisation.initials-in-brackets");
        page.Mark(new OrganisationMention(from, i - 1, made));
        register.SetAcronym(page, made, i, i + 1);
        return made;
    }

    /// <summary>"Dr. Rafael Ibarra": a known word that is a person's here.</summary>
    private static bool FirstName(Page page, int i, Sentence sentence) =>
        i + 1 < sentence.To && page.T[i + 1].Shape is Shape.Capital && page.At[i + 1] is null && !Words.IsField(page.Low(i + 1)) && !Heads.Is(page.Low(i + 1)) && !Roles.Head.Contains(page.Low(i + 1)) && !Words.Function.Contains(page.Low(i + 1)) && page.Low(i + 1) is not ("works" or "helicopters")
        && i > sentence.From && (Roles.SureHonorific.Contains(page.Low(i - 1)) || Roles.Head.Contains(page.Low(i - 1)) || page.Low(i - 1) is "and" or "by" or ",");

    /// <summary>"Hanwha Marine Works": the known name is only the start.</summary>
    private static Organisation? LongName(Page page, Register register, int i, Sentence sentence)
    {
        var to = i + 1;
        while (to < sentence.To && to < i + 5 && page.T[to].Shape is Shape.Capital && page.At[to] is null && !Roles.Head.Contains(page.Low(to)) && !Words.Function.Contains(page.Low(to)) && (Words.IsField(page.Low(to)) || page.Low(to) is "works" or "helicopters" or "aeronautics" or "shipyards" or "heavy" or "group" or "international")) to++;
        if (to < i + 2 || to < sentence.To && page.T[to].IsName && Roles.Head.Contains(page.Low(to))) return null;
        var made = register.Add(page, new(i, to, i), "company", "kind.well-known", "organisation.well-known-and-more");
        page.Mark(new OrganisationMention(i, to, made));
        return made;
    }

    private static string KindIn(Page page, int from, int to)
    {
        for (var k = from; k < to; k++) if (Heads.Kind(page.Low(k)) is { } kind) return kind;
        return "other";
    }

    private static bool HasOther(Page page, int from, int to)
    {
        for (var k = from; k < to; k++)
            if (Brackets.InstrumentLetters(page.Low(k)) || page.Low(k) is "memorandum" or "agreement" or "programme" or "program" or "meeting" or "dialogue" or "treaty" or "system" or "group" or "plenary" or "protocol" or "understanding" or "summit" or "conference" or "initiative" or "project" or "plan" or "letter" or "framework" or "partnership" or "act" or "committee" or "aircraft" or "vehicle" or "fund" or "scheme" or "technologies" or "technology" or "research") return true;
        return false;
    }

    private static bool Matches(Page page, int from, int to, string letters)
    {
        if (letters.Length > 4 && letters.Any(char.IsLower)) letters = string.Concat(letters.Where(char.IsUpper));
        if (letters.IndexOf('-') is > 1 and var dash) letters = letters[..dash];
        if (letters.Length < 2) return false;
        var at = 0;
        for (var k = from; k < to && at < letters.Length; k++)
            if ((page.T[k].IsName || letters.Length > 3) && page.T[k].IsWord && char.ToUpperInvariant(page.Low(k)[0]) == char.ToUpperInvariant(letters[at])) at++;
        return at >= letters.Length - (letters.Length > 3 ? 1 : 0) && char.ToUpperInvariant(page.Low(from)[0]) == char.ToUpperInvariant(letters[0]);
    }

    /// <summary>"IIT Madurai", "TU Delft"; returns the token after the name, or null.</summary>
    public static int? TownName(Page page, Register register, int i, Sentence sentence)
    {
        if (!KnownBodies.BeforeTown.Contains(page.Quote(i, i + 1)) || i + 1 >= sentence.To || !page.T[i + 1].IsName || page.At[i + 1] is OrganisationMention or StateMention || page.T[i + 1].Shape is not Shape.Capital) return null;
        if (Words.Function.Contains(page.Low(i + 1)) || Roles.Head.Contains(page.Low(i + 1)) || Words.IsField(page.Low(i + 1))) return null;
        var to = page.At[i + 1] is PlaceMention { To: var past } ? Math.Min(past, sentence.To) : i + 2;
        var made = register.Named(Fold.Key(page.T, i, to)) ?? LongForm(page, register, i, to) ?? register.Add(page, new(i, to, i), "university", "kind.letters-before-town", "organisation.letters-before-town");
        register.AddForm(page, made, i, to);
        page.Mark(new OrganisationMention(i, to, made));
        Brackets.ReadAcronym(page, register, made, i, to, sentence.To);
        return to;
    }

    /// <summary>"Indian Institute of Technology Madurai" for "IIT Madurai": initials of the first words, same town.</summary>
    private static Organisation? LongForm(Page page, Register register, int i, int to)
    {
        var town = page.Low(to - 1);
        var letters = page.Quote(i, i + 1);
        foreach (var candidate in register.All.TakeLast(200))
            foreach (var (from, end) in candidate.Forms.Values)
                if (page.Low(end - 1) == town && Fold.Initials(page.T, from, end).StartsWith(letters, StringComparison.Ordinal)) return candidate;
        return null;
    }
}
