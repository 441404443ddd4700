using System.Collections.Immutable;

namespace Concordat.App.Api;

/// <summary>Reads parameters of the address; one that is not known or out of bounds is refused, so that no typing error widens a list in silence.</summary>
internal static class Ask
{
    public const int MostTaken = 200;

    /// <summary>Refuses parameters that an operation does not have, and those given twice.</summary>
    public static Refusal? Unknown(IQueryCollection query, ImmutableArray<Parameter> known)
    {
        foreach (var (name, values) in query)
        {
            if (known.FirstOrDefault(k => k.Name == name) is not { } parameter)
                return Wrong($"There is no parameter “{Concordat.Names.Clip.To(Shell.PostedForm.Clean(name), 60)}” here. {(known.IsEmpty ? "This address has none." : $"There are: {string.Join(", ", known.Select(k => k.Name))}.")}");
            if (values.Count != 1) return Wrong($"“{name}” is given {values.Count} times.");
            if (parameter.Wrong(values.ToString()) is { } wrong) return Wrong($"“{name}” {wrong}");
        }

        return known.FirstOrDefault(k => k.Needed && Text(query, k.Name) is null) is { } missing ? Wrong($"“{missing.Name}” is needed here.") : null;
    }

    public static int Number(HttpRequest request, string name, int otherwise) => int.TryParse(request.Query[name], out var number) ? number : otherwise;

    /// <summary>A word or name of the address, in one line; null when there is none.</summary>
    public static string? Text(HttpRequest request, string name) => Text(request.Query, name);

    private static string? Text(IQueryCollection query, string name) => Concordat.Names.Clip.Line(Shell.PostedForm.Clean(query[name].ToString())) is { Length: > 0 } text ? text : null;

    public static Refusal Wrong(string why) => new("request.wrong-parameter", why);
}

/// <summary>One parameter of an address: what it may be, for the check and for the description alike.</summary>
/// <param name="Says">One sentence.</param>
internal sealed record Parameter(string Name, string Says)
{
    public ImmutableArray<Choice> Choices { get; init; } = [];

    /// <summary>Bounds of a whole number.</summary>
    public (long Least, long Most)? Number { get; init; }

    public bool Record { get; init; }

    /// <summary>True when nothing can be answered without it.</summary>
    public bool Needed { get; init; }

    public bool Day { get; init; }

    public static Parameter Take(int otherwise) => new("take", $"How many at most; {otherwise} unless named.") { Number = (1, Ask.MostTaken) };

    /// <summary>What is wrong with a value, as the end of a sentence; null when all is well.</summary>
    public string? Wrong(string value)
    {
        if (Number is var (least, most)) return long.TryParse(value, System.Globalization.NumberStyles.None, null, out var number) && number >= least && number <= most ? null : $"is a whole number from {least} to {most}.";
        if (Record) return Guid.TryParseExact(value, "D", out _) ? null : "is the id of a record.";
        if (Day) return DateOnly.TryParseExact(value, "yyyy-MM-dd", out _) ? null : "is a day as in 2026-02-13.";
        if (Choices.IsEmpty || Choices.Any(c => c.Value == value)) return null;
        return Choices.Length > 40 ? "is none of the words that the description lists." : $"is one of {string.Join(", ", Choices.Select(c => c.Value))}.";
    }
}
