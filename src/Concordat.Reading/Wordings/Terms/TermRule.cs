using System.Collections.Immutable;

namespace Concordat.Reading.Wordings.Terms;

/// <summary>When an agreement ends, as a rule from which days can be computed. The set of forms is closed: the seven records of this file.</summary>
public abstract record TermRule
{
    private protected TermRule() { }

    /// <summary>Canonical short form, equal for equal rules: "5 years from last-signature".</summary>
    public abstract string Code { get; }

    /// <summary>"for 5 years from the last signature".</summary>
    public abstract string Phrase { get; }

    /// <summary>The rule said back, for a lawyer to read.</summary>
    public string Sentence => $"It runs {Phrase}.";

    public sealed override string ToString() => Code;
}

/// <summary>Ends with a day.</summary>
/// <param name="Date">EDTF.</param>
public sealed record UntilDate(string Date) : TermRule
{
    public override string Code => $"until {Date}";
    public override string Phrase => $"until {Days.Say(Date)}";
}

/// <summary>Runs for a time.</summary>
/// <param name="From">Null where the text does not say from when.</param>
public sealed record RunsFor(Period Length, TermEvent? From) : TermRule
{
    public override string Code => From is null ? Length.Code : $"{Length.Code} from {From.Code}";
    public override string Phrase => From is null ? $"for {Length.Code}; from when is not stated" : $"for {Length.Code} from {From.Words}";
}

/// <summary>Ends when something happens: completion of a project, a successor's entry into force.</summary>
public sealed record UntilEvent(TermEvent Event) : TermRule
{
    public override string Code => $"until {Event.Code}";
    public override string Phrase => $"until {Event.Words}";
}

/// <summary>Ends with the last of the ends.</summary>
public sealed record LaterOf(ImmutableArray<TermRule> Rules) : TermRule
{
    public override string Code => $"later of ({string.Join("; ", Rules.Select(r => r.Code))})";
    public override string Phrase => $"{string.Join(" or ", Rules.Select(r => r.Phrase))}, whichever is later";
}

/// <summary>Ends with the first of the ends.</summary>
public sealed record EarlierOf(ImmutableArray<TermRule> Rules) : TermRule
{
    public override string Code => $"earlier of ({string.Join("; ", Rules.Select(r => r.Code))})";
    public override string Phrase => $"{string.Join(" or ", Rules.Select(r => r.Phrase))}, whichever is earlier";
}

/// <summary>Ends as <paramref name="Rule"/> says, but not before <paramref name="Floor"/> has run.</summary>
public sealed record AtLeast(TermRule Rule, TermRule Floor) : TermRule
{
    public override string Code => $"{Rule.Code}, at least {Floor.Code}";
    public override string Phrase => $"{Rule.Phrase}, but at least {Floor.Phrase}";
}

/// <summary>Runs until somebody ends it.</summary>
public sealed record Indefinite : TermRule
{
    public override string Code => "indefinite";
    public override string Phrase => "without an end, until it is terminated";
}
