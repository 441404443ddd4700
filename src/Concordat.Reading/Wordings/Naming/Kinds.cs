namespace Concordat.Reading.Wordings.Naming;

/// <summary>The kind of agreement that a title names. The title does not say whether it binds.</summary>
internal static class Kinds
{
    private static readonly (string Words, string Kind)[] Table =
    [
        ("amendment", "amendment"), ("addendum", "amendment"), ("extension of", "extension"), ("extension agreement", "extension"), ("agreement on the extension", "extension"), ("renewal of", "extension"),
        ("letter of intent", "loi"), ("statement of intent", "loi"), ("memorandum of intent", "loi"), ("joint declaration", "joint-declaration"), ("declaration of intent", "joint-declaration"), ("joint statement", "joint-declaration"),
        ("implementing arrangement", "implementing-arrangement"), ("implementation arrangement", "implementing-arrangement"), ("implementing agreement", "implementing-arrangement"), ("implementing protocol", "implementing-arrangement"),
        ("project agreement", "project-agreement"), ("project arrangement", "project-agreement"), ("technical arrangement", "technical-arrangement"), ("technical agreement", "technical-arrangement"), ("specific agreement", "specific-agreement"),
        ("consortium agreement", "consortium-agreement"), ("grant agreement", "grant-agreement"), ("funding agreement", "grant-agreement"), ("co-funding", "grant-agreement"), ("cofunding", "grant-agreement"), ("grant contract", "grant-agreement"), ("co-financing", "grant-agreement"), ("cofinancing", "grant-agreement"),
        ("non-disclosure", "nda"), ("nondisclosure", "nda"), ("confidentiality", "nda"), ("data sharing", "data-sharing"), ("data-sharing", "data-sharing"), ("data transfer", "data-sharing"), ("data exchange", "data-sharing"), ("data access", "data-sharing"),
        ("student exchange", "exchange-agreement"), ("staff exchange", "exchange-agreement"), ("exchange of students", "exchange-agreement"), ("exchange of staff", "exchange-agreement"), ("exchange agreement", "exchange-agreement"), ("mobility agreement", "exchange-agreement"), ("inter-institutional agreement", "exchange-agreement"), ("personnel exchange", "exchange-agreement"), ("exchange of personnel", "exchange-agreement"), ("exchange programme", "exchange-agreement"), ("exchange program", "exchange-agreement"), ("exchange of researchers", "exchange-agreement"),
        ("exchange of notes", "exchange-of-notes"), ("note verbale", "exchange-of-notes"), ("memorandum of agreement", "moa"), ("moa", "moa"), ("memorandum", "mou"), ("mou", "mou"), ("framework", "framework"), ("master agreement", "framework"), ("umbrella agreement", "framework"),
    ];

    /// <summary>The first entry whose words the title holds at the earliest place wins; a title's own noun comes before what it amends or implements.</summary>
    public static string Of(string title)
    {
        var low = title.ToLowerInvariant().Replace('\n', ' ');
        var best = (At: int.MaxValue, Kind: "other");
        foreach (var (words, kind) in Table)
            if (low.IndexOf(words, StringComparison.Ordinal) is var at and >= 0 && at < best.At && Whole(low, at, words.Length)) best = (at, kind);
        return best.Kind;
    }

    private static bool Whole(string low, int at, int length) => (at == 0 || !char.IsLetterOrDigit(low[at - 1])) && (at + length == low.Length || !char.IsLetterOrDigit(low[at + length]));
}
