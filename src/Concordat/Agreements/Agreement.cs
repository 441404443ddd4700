using System.Collections.Immutable;
using Concordat.Agreements.Terms;

namespace Concordat.Agreements;

/// <summary>A framework, MoU, project agreement or any other instrument. Its state is computed, never stored.</summary>
public sealed record Agreement
{
    public required string Title { get; init; }
    /// <summary>One of <see cref="AgreementKind.Sorts"/>.</summary>
    public string? AgreementSort { get; init; }
    public ImmutableArray<Party> Parties { get; init; } = [];
    /// <summary>EDTF: the day on which the last needed signature was set.</summary>
    public string? Signed { get; init; }
    /// <summary>EDTF: entry into force or effect; often not the day of signature.</summary>
    public string? InForce { get; init; }
    /// <summary>EDTF: the last day of its term.</summary>
    public string? Ends { get; init; }
    /// <summary>Words of a table about the term that are no day: "5 years from signing", "till completion".</summary>
    public string? StatedTerm { get; init; }
    /// <summary>What a table or a letter calls its state; the state itself is computed and may differ.</summary>
    public string? StatedStatus { get; init; }
    public ImmutableArray<EffectPart> Effect { get; init; } = [];
    /// <summary>How long it runs; several parts are joined by the later or the earlier of their ends.</summary>
    public ImmutableArray<DurationPart> Duration { get; init; } = [];
    public ImmutableArray<RenewalPart> Renewal { get; init; } = [];
    public ImmutableArray<NoticePart> Notice { get; init; } = [];
    public ImmutableArray<SurvivalPart> Survival { get; init; } = [];
    /// <summary>Legal parent: its terms are inherited.</summary>
    public Guid? Under { get; init; }
    public ImmutableArray<Guide> GuidedBy { get; init; } = [];
    public ImmutableArray<Signature> Signatures { get; init; } = [];
    public string? Place { get; init; }
    public string? Subject { get; init; }
    public ImmutableArray<Happening> Events { get; init; } = [];
    public ImmutableArray<Reference> References { get; init; } = [];
    public ImmutableArray<AgreementText> Texts { get; init; } = [];
    public string? DeskOfficer { get; init; }
    public string? Unit { get; init; }
    public string? Deputy { get; init; }
    public string? Note { get; init; }
}

/// <param name="Side">Free name of the side ("A", "India"); null where sides mean nothing.</param>
public sealed record Party(Guid Id, Guid Organisation, string? Side);

/// <summary>A political guide: nothing is inherited.</summary>
public sealed record Guide(Guid Id, Guid Target);

/// <param name="On">EDTF.</param>
public sealed record Signature(Guid Id, Guid Person, Guid? Organisation, string? Capacity, string? On, string? Place);

/// <summary>A dated, evidenced event; states follow from these.</summary>
/// <param name="Sort">One of <see cref="AgreementKind.EventSorts"/>.</param>
/// <param name="On">EDTF; null when not known.</param>
/// <param name="To">EDTF: the new last day, of an extension or a renewal.</param>
public sealed record Happening(Guid Id, string Sort, string? On, string? To, string? Note);

/// <param name="Scheme">File number, partner's reference, treaty series …</param>
public sealed record Reference(Guid Id, string Scheme, string Text);

/// <param name="Role">Signed original, certified copy, draft …</param>
public sealed record AgreementText(Guid Id, Guid Source, string? Role);
