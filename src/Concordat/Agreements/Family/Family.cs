using System.Collections.Immutable;

namespace Concordat.Agreements.Family;

/// <summary>One agreement of a family.</summary>
/// <param name="Above">What it stands under; null for the topmost.</param>
public sealed record Relative(AgreementRow Row, AgreementState State, Guid? Above);

/// <summary>What stands above and below an agreement, to any depth.</summary>
/// <param name="Members">It and its relatives, from the topmost down; those under one in order of title.</param>
/// <param name="More">True when more stand below than are listed.</param>
/// <param name="Warnings">What does not fit between it and what it stands under, a sentence each; nothing of it hinders anybody.</param>
public sealed record FamilyTree(ImmutableArray<Relative> Members, bool More, ImmutableArray<string> Warnings)
{
    public ILookup<Guid?, Relative> ByAbove => Members.ToLookup(m => m.Above);
}
