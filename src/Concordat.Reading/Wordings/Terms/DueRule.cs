namespace Concordat.Reading.Wordings.Terms;

/// <summary>When something must be done. Four forms: by a day, again and again, within a time of an event, before an event.</summary>
public abstract record DueRule
{
    private protected DueRule() { }

    /// <summary>"by 2027-01-15", "every 6 months", "every 31 January", "within 30 days of entry-into-force", "14 days before the visit".</summary>
    public abstract string Code { get; }

    public virtual string Sentence => $"Due {Code}.";

    public sealed override string ToString() => Code;
}

/// <param name="Date">EDTF of the last day.</param>
public sealed record DueBy(string Date) : DueRule
{
    public override string Code => $"by {Date}";
    public override string Sentence => $"Due by {Days.Say(Date)}.";
}

public sealed record DueEvery(Period Step) : DueRule
{
    public override string Code => $"every {Step.Code}";
}

/// <summary>On the same day of each year.</summary>
/// <param name="Day">"31 January".</param>
public sealed record DueYearlyOn(string Day) : DueRule
{
    public override string Code => $"every {Day}";
}

/// <param name="Of">Null where the text gives a time and no event.</param>
public sealed record DueWithin(Period Length, TermEvent? Of) : DueRule
{
    public override string Code => Of is null ? $"within {Length.Code}" : $"within {Length.Code} of {Of.Code}";
    public override string Sentence => Of is null ? $"Due within {Length.Code}." : $"Due within {Length.Code} of {Of.Words}.";
}

public sealed record DueBefore(Period Length, TermEvent Event) : DueRule
{
    public override string Code => $"{Length.Code} before {Event.Code}";
    public override string Sentence => $"Due {Length.Code} before {Event.Words}.";
}
