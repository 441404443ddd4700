using System.Collections.Immutable;
using Concordat.Reading.Dates;
using Concordat.Reading.Wordings.Terms;

namespace Concordat.Agreements.Terms;

/// <summary>Something about the term that a person should look at; nothing is refused for it.</summary>
public sealed record TermWarning(string Code, string Words);

/// <summary>How long some articles outlive the agreement.</summary>
/// <param name="Ends">Null where no limit is stated, or no end is known.</param>
public sealed record Survives(SurvivalRule Rule, Reckoned? Ends);

/// <summary>All days of an agreement's term, computed from its clauses and events; the same document gives the same days on any day.</summary>
public sealed record TermTimes
{
    public required TermClauses Clauses { get; init; }
    public required Beginning Beginning { get; init; }
    /// <summary>The last day after all that is certain to follow; null where nothing says.</summary>
    public required Reckoned? Ends { get; init; }
    /// <summary>What the clauses give for the first term, where a stated last day differs.</summary>
    public required Reckoned? EndsRival { get; init; }
    /// <summary>Renewals by themselves that go on; null where there are none or they were stopped.</summary>
    public required TacitCycle? Cycle { get; init; }
    public required ImmutableArray<Covered> Periods { get; init; }
    public required ImmutableArray<Moved> Moves { get; init; }
    public required ImmutableArray<Survives> Survival { get; init; }
    public required ImmutableArray<TermWarning> Warnings { get; init; }
    /// <summary>The last recorded ending: terminated, superseded, completed, ended with its term.</summary>
    public required (When Day, string Label)? Ended { get; init; }

    /// <summary>What lists say of an agreement that has no last day.</summary>
    public const string NoEnd = "no end";

    /// <summary>True for what lists show as computed: brought back in a table it is no statement of anybody's.</summary>
    /// <param name="value">EDTF, or words of a stated term.</param>
    public bool Says(string field, string value) => field switch
    {
        "ends" => Ends is { IsNever: false } ends && IsSame(value, ends.Day),
        "inForce" => Beginning.Day is { } from && IsSame(value, from.Day),
        "statedTerm" => value == NoEnd && Ends?.IsNever == true,
        _ => false,
    };

    private static bool IsSame(string value, When day) => When.TryParse(value, out var when) && (when.Lo, when.Hi) == (day.Lo, day.Hi);

    public static TermTimes Of(Agreement it) => new Reckoning(it).Run();
}
