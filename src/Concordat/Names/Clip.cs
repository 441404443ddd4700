namespace Concordat.Names;

/// <summary>Shortens texts that must fit.</summary>
public static class Clip
{
    /// <summary>At most so many UTF-16 units, "…" included; never half a character.</summary>
    public static string To(string text, int most)
    {
        if (text.Length <= most) return text;
        var end = char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1;
        return text[..end].TrimEnd() + "…";
    }

    /// <summary>As <see cref="To"/>, but ends after a whole word where there is one.</summary>
    public static string ToWords(string text, int most)
    {
        if (text.Length <= most) return text;
        var blank = text.LastIndexOf(' ', most - 2);
        return blank > most / 2 ? text[..blank].TrimEnd(' ', ',', ';', ':') + "…" : To(text, most);
    }

    /// <summary>One line: runs of blanks are one blank; halves of characters and what cannot be stored become U+FFFD.</summary>
    public static string Line(string text)
    {
        var line = new System.Text.StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!System.Text.Rune.IsWhiteSpace(rune) && !System.Text.Rune.IsControl(rune)) line.Append(rune.ToString());
            else if (line.Length > 0 && line[^1] != ' ') line.Append(' ');
        }

        return line.ToString().TrimEnd();
    }

    /// <summary>The name of a person of the office as lists know it: in one line; null when there is none.</summary>
    public static string? Name(string? text) => text is not null && Line(text) is { Length: > 0 } line ? line : null;

    /// <summary>What a file name says: "scan_MoU-2019.pdf" is "scan MoU-2019".</summary>
    public static string FileTitle(string name)
    {
        var title = Line(name.Replace('_', ' '));
        var dot = title.LastIndexOf('.');
        if (dot > 0 && title.Length - dot is > 1 and <= 6 && title[(dot + 1)..].All(char.IsAsciiLetterOrDigit)) title = title[..dot].TrimEnd();
        return title.Length > 0 ? title : "Document without a name";
    }
}
