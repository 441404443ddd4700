using System.Text.RegularExpressions;
using Concordat.Reading.Gazetteer;
using Concordat.Reading.Wordings.Layout;

namespace Concordat.Reading.Wordings.Signing;

internal enum LabelKind { Name, Office, Date, Place, Signature, By }

/// <summary>The words that stand in blocks of signatures: labels, blanks to be filled, names of people, offices.</summary>
internal static class SignatureWords
{
    private static readonly Regex Labels = Rx.Of(@"^(?:(?<name>(?:full |printed? )?names?|name in (?:print|block letters)|authori[sz]ed (?:representative|signatory)|signatory|legal representative)|(?<office>titles?|positions?|designation|office|function|capacity|role|job title)|(?<date>date(?:d| of signature| signed)?|on)|(?<place>place|location|city|done at|signed at|signed in)|(?<sign>signatures?|signed|sign|seal|stamp|signature and (?:stamp|seal)|\(?(?:signature|seal|stamp|l\.s\.)\)?)|(?<by>by))(?: ?\(s\))? ?(?<colon>[:：]|$|[_.…]{3,})");
    private static readonly Regex Blank = Rx.Of(@"^[\s_.…\-–—=*/x()]*$|^\W*(?:signature|sign here|seal|stamp|l\.s\.)\W*$|^s/\W*$");
    private static readonly Regex Hole = Rx.Of(@"^[\[<{](?:[^\]>}]{1,40})[\]>}]$|^\((?:[\w ]{0,14}(?:name|title|date|signature|place|office|position)[\w ]{0,14})\)$|^(?:x{2,}|tbd|tbc|n\.?n\.?|n/a|to be (?:confirmed|determined|completed|inserted)|_+|\.{3,}|…+)\.?$|_{3,}|\.{5,}|…{2,}|\bxx+\b");
    private static readonly Regex Honorific = Rx.Of(@"^(?:(?:h\.? ?e\.?|his excellency|her excellency|the (?:right |rt\.? )?hono?u?rable|hon\.?|prof(?:essor)?\.?|dr\.?(?:-ing\.?|-eng\.?)?|mr\.?|mrs\.?|ms\.?|miss|mx\.?|engr\.?|eng\.?|ing\.?|ir\.?|amb(?:assador)?\.?|sir|dame|shri|smt\.?|datuk|dato'?|tan sri|sheikha?|lt\.?|gen\.?|maj\.?|col\.?|capt\.?(?: ?\(n\))?|cmdr\.?|brig\.?|adm\.?|vice admiral|rear admiral|admiral|general|lieutenant|major|colonel|captain|commodore|brigadier|assoc\.?|associate professor|dipl\.?-ing\.?|mag\.?|mgr\.?|rndr\.?|univ\.?-prof\.?|dra\.?|lic\.?|drs\.?|acad\.?|academician|madam|mme\.?|m\.)[ .]+)+");
    private static readonly Regex Degree = Rx.Of(@",? (?:ph\.? ?d\.?|m\.?sc\.?|m\.?d\.?|mba|d\.?sc\.?|obe|cbe|fr[a-z]{1,4}|jr\.?|esq\.?|s\.?e\.?|m\.?si\.?)$");

    /// <summary>What a cell is labelled as, and where its value starts.</summary>
    public static (LabelKind Kind, int Value)? Label(Cell cell)
    {
        var match = Labels.Match(cell.Text);
        if (!match.Success) return null;
        LabelKind? kind = match.Groups["name"].Success ? LabelKind.Name : match.Groups["office"].Success ? LabelKind.Office : match.Groups["date"].Success ? LabelKind.Date : match.Groups["place"].Success ? LabelKind.Place
            : match.Groups["sign"].Success ? LabelKind.Signature : match.Groups["by"].Success ? LabelKind.By : null;
        return kind is { } k ? (k, match.Length) : null;
    }

    public static bool IsBlank(string text) => Blank.IsMatch(text);

    /// <summary>"[name]", "____", "XX": to be filled in.</summary>
    public static bool IsHole(string text) => text.Length == 0 || Blank.IsMatch(text) || Hole.IsMatch(text);

    /// <summary>The stretch of the name in a cell, without brackets, honorifics and degrees; null where it is no person's name.</summary>
    public static (int From, int To)? Person(string text)
    {
        int from = 0, to = text.Length;
        while (from < to && text[from] is '(' or '[' or '/' or ' ' or '_' or '.' or '…' or '-') from++;
        while (to > from && text[to - 1] is ')' or ']' or '/' or ' ' or ',' or '_' or ';') to--;
        var honorific = Honorific.Match(text[from..to]);
        from += honorific.Length;
        if (text.IndexOf(',', from) is var comma && comma > from && comma < to) to = comma;
        if (Degree.Match(text[from..to]) is { Success: true } degree) to -= degree.Length;
        return IsName(text[from..to], honorific.Length > 0) ? (from, to) : null;
    }

    private static bool IsName(string name, bool honoured)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is 0 or > 6 || words.Length == 1 && !honoured || name.AsSpan().ContainsAnyInRange('0', '9')) return false;
        foreach (var word in words)
        {
            var low = word.Trim('.', ',', '(', ')', '\'').ToLowerInvariant();
            if (low.Length == 0 || low is "of" or "for" or "and" or "the" or "on" || Roles.Head.Contains(low) && low is not ("king" or "prince" or "dean" or "dame" or "queen") || Roles.Before.Contains(low) || Heads.Is(low) && low.Length > 2 || Countries.Any(low) is not null && words.Length < 3 && !honoured) return false;
            if (!char.IsUpper(word.TrimStart('\'', '(')[0..1].FirstOrDefault()) && !Roles.Particle.Contains(low) && low.Length > 1 && !low.StartsWith("d'", StringComparison.Ordinal) && !low.StartsWith("al-", StringComparison.Ordinal)) return false;
        }
        return words.Any(w => w.Length > 1 && w.Any(char.IsLetter));
    }

    /// <summary>True where the words begin or end like an office: "Director, Naval Systems", "Deputy Vice-Chancellor (Research)".</summary>
    public static bool IsOffice(string text)
    {
        foreach (var word in text.Split((char[])[' ', ',', '(', ')', '/'], 7, StringSplitOptions.RemoveEmptyEntries).Take(6))
        {
            var low = word.Trim('.', '\'').ToLowerInvariant();
            if (Roles.Head.Contains(low)) return true;
            if (low is "of" or "for") return false;
        }
        return false;
    }
}
