using System.Runtime.CompilerServices;
using Concordat.Lists;

namespace Concordat.App.Lists;

/// <summary>Lists of past days: an index of each register that was made, for as long as that is kept.</summary>
internal sealed class PastLists(PastRegisters pasts)
{
    private readonly ConditionalWeakTable<PastRegister, ReadList> _lists = [];

    /// <returns>Refusals of <see cref="PastRegisters.OfAsync"/>.</returns>
    public async Task<Outcome<(PastRegister Register, ReadList Lists)>> OfAsync(DateOnly day, CancellationToken stop)
    {
        if (!(await pasts.OfAsync(day, stop)).TryGet(out var past, out var refusal)) return refusal;
        return (past, _lists.GetValue(past, p => new ReadList(p.Store, new ListIndexes(p.Store))));
    }
}
