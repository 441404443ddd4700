namespace Concordat.Reading.Dates;

/// <summary>A whole phrase: unknown, EDTF, bounds ("by …"), ranges, alternatives, or one date; gives EDTF or null.</summary>
internal sealed class TypedPhrase(TypedContext context)
{
    private const string Unknown = "../..";

    private static readonly HashSet<string> UnknownWords = new(StringComparer.Ordinal)
    {
        "not known", "unknown", "n/k", "nk", "n.k.", "not stated", "unstated", "undated", "n.d.", "nd", "tbd", "to be confirmed", "to be decided", "?",
        "date not known", "date unknown", "inconnu", "inconnue", "unbekannt", "desconocido", "desconocida", "desconhecido", "desconhecida", "sconosciuto", "sconosciuta", "अज्ञात",
    };

    public TypedContext Context => context;

    public string? Read(string typed)
    {
        var text = TypedText.Simplify(typed);
        if (text.Length == 0) return null;
        if (UnknownWords.Contains(text)) return context.AsSpan ? "XXXX-XX-XX" : Unknown;
        return Notation(TypedText.Digits(typed).Trim()) ?? OpenEnds(text) ?? new TypedBounds(context).Read(text) ?? new TypedRanges(context).Read(text) ?? Groups(text);
    }

    /// <summary>EDTF itself, but for what people mean otherwise: 20, 199, 2026-27; of a time only the day as written counts.</summary>
    private static string? Notation(string typed)
    {
        if (!Edtf.TryParse(typed, out var tree) || tree.Kind is EdtfKind.Century or EdtfKind.Decade) return null;
        if (tree is EdtfDate { Time: not null }) return typed[..typed.IndexOf('T')];
        var isPlainSeason = tree is EdtfDate { Season: > 0, IsCertain: true, Year.Mask: null };
        return isPlainSeason && int.Parse(typed.AsSpan(typed.Length - 2)) == (((EdtfDate)tree).Year.Lo + 1) % 100 ? null : tree.Text;
    }

    private string? OpenEnds(string text) => context.AsSpan ? text switch
    {
        "no start and no end date" => Unknown,
        "no start date, end not known" => "../",
        "no end date, start not known" => "/..",
        _ => null,
    } : null;

    /// <summary>"2020 or 2021" is one of them, "3 and 5 February 2026" all of them.</summary>
    private string? Groups(string text) => Group(text, " or ", '[', ']') ?? Group(text, " and ", '{', '}');

    private string? Group(string text, string joint, char open, char close)
    {
        var at = text.LastIndexOf(joint, StringComparison.Ordinal);
        if (at < 0 || context.Refusal is not null) return null;
        var sides = text[..at].Split(", ").Append(text[(at + joint.Length)..]).Select(s => TypedSide.Read(s, context, besideAnother: true)).ToList();
        if (sides[^1] is not { } last || sides.Any(s => s is null)) return null;
        var members = sides.Select(s => s!.Value.FilledFromLater(last).Write(context)).ToList();
        return members.Any(m => m is null || m.Contains('/')) ? null : $"{open}{string.Join(',', members)}{close}";
    }
}
