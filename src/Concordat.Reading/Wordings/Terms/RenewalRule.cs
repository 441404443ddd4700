namespace Concordat.Reading.Wordings.Terms;

/// <summary>What follows the first term. Three forms: tacit, by agreement, none.</summary>
public abstract record RenewalRule
{
    private protected RenewalRule() { }

    /// <summary>"tacit 5 years unless notice 6 months", "by agreement 3 years", "none".</summary>
    public abstract string Code { get; }

    public abstract string Sentence { get; }

    public sealed override string ToString() => Code;
}

/// <summary>Goes on by itself.</summary>
/// <param name="Step">How long each time; null where the text does not say.</param>
/// <param name="Notice">How long before the end an objection must be given; null where the text names no time.</param>
/// <param name="Times">How often, where the text says a number.</param>
/// <param name="MayObject">False where the text provides for no objection.</param>
/// <param name="Again">True where the text says that it goes on again and again ("successive periods"); false with no <paramref name="Times"/> is not stated, and one renewal is certain.</param>
public sealed record TacitRenewal(Period? Step, Period? Notice, int? Times, bool MayObject, bool Again = false) : RenewalRule
{
    public override string Code => $"tacit{(Step is { } s ? $" {s.Code}" : "")}{Often}{(Notice is { } n ? $" unless notice {n.Code}" : MayObject ? " unless notice" : "")}";

    public override string Sentence =>
        $"It is renewed by itself{(Step is { } s ? $" for {s.Code}" : "")}{(Times switch { 1 => ", once", null => Again ? ", each time again" : "", var t => $", {t} times" })}"
        + $"{(Notice is { } n ? $", unless a party gives notice {n.Code} before the end" : MayObject ? ", unless a party gives notice" : "")}.";

    private string Often => Times switch { null => "", 1 => " once", var t => $" {t} times" };
}

/// <summary>Renewed or extended only if the parties agree.</summary>
/// <param name="Step">For how long, where the text says; with "up to" the longest.</param>
public sealed record AgreedRenewal(Period? Step) : RenewalRule
{
    public override string Code => Step is { } s ? $"by agreement {s.Code}" : "by agreement";
    public override string Sentence => Step is { } s ? $"It may be renewed for {s.Code} by agreement of the parties." : "It may be renewed by agreement of the parties.";
}

public sealed record NoRenewal : RenewalRule
{
    public override string Code => "none";
    public override string Sentence => "It is not renewed.";
}
