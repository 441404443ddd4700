namespace Concordat.Intake;

/// <summary>A proposal as recognition sees it: its values by key, and the records that its references are suggested to be.</summary>
internal sealed class Read(Proposal proposal, Func<string, Guid?> same)
{
    public Read(Proposal proposal, IReadOnlyDictionary<string, Proposal> known) : this(proposal, key => known.TryGetValue(key, out var other) ? other.Suggested?.Record : null)
    {
    }

    public Proposal Proposal => proposal;

    public string? Text(string key) => proposal.Values.FirstOrDefault(v => v.Key == key)?.Value;

    /// <summary>All values of one item of a list.</summary>
    public List<string> Items(string list, string item) => [.. proposal.Values.Where(v => v.List == list && v.Field.Name == item).Select(v => v.Value)];

    public bool Has(string list) => proposal.Values.Any(v => v.List == list);

    /// <summary>The record that a key of another proposal is suggested to be; null for one that is new.</summary>
    public Guid? Same(string? key) => key is null ? null : same(key);

    public List<Guid?> SameOf(string list, string item) => [.. Items(list, item).Select(Same)];

    public static string Why(params ReadOnlySpan<(bool Holds, string Words)> reasons)
    {
        var words = new List<string>();
        foreach (var (holds, text) in reasons) if (holds) words.Add(text);
        return words.Count == 0 ? "some words in common" : string.Join(", ", words);
    }
}
