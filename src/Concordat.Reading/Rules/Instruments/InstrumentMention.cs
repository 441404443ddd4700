namespace Concordat.Reading.Rules.Instruments;

internal enum Determiner { Bare, Indefinite, Definite, Negative }

/// <summary>Words that name or refer to an instrument.</summary>
// From: First token, modifiers included, article not.
// To: Token after the noun and a bracketed acronym.
// Noun: Token of the noun.
// Kind: Null where the noun fits any kind ("agreement", "pact", "document").
// Title: Where the words are a title.
internal sealed record InstrumentMention(int From, int To, int Noun, string? Kind, Determiner Determiner, bool IsPlural, (int From, int To)? Title)
{
    /// <summary>Named only as what something else rests on ("under the ...", "amending the ...").</summary>
    public bool IsContext { get; init; }
    /// <summary>"possible", "proposed", "planned".</summary>
    public bool IsPossible { get; init; }
    /// <summary>"the document", "the original": always refers back.</summary>
    public bool IsAnaphor { get; init; }
}
