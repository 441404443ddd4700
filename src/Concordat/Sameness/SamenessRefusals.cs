namespace Concordat.Sameness;

/// <summary>Every refusal that merging, undoing a merge and keeping apart can give, beside those of the journal.</summary>
public static class SamenessRefusals
{
    public static Refusal Itself { get; } = new("merge.same-record", "This is one record already. Choose two.");

    public static Refusal OtherKind(RecordKind a, RecordKind b) => new("merge.other-kind", $"One is {Article(a)}, the other {Article(b)}: only two records of one kind can be the same.");

    public static Refusal Sources { get; } = new("merge.sources", "Documents are not merged: near copies count as one witness already, and each is kept as it came.");

    public static Refusal ReasonNeeded { get; } = new("record.reason-needed", "Say why they are the same; it is kept with both records.");

    public static Refusal Related(string one, string other) =>
        new("merge.related", $"“{one}” names “{other}” as another record, for instance as what it is part of. If they are the same after all, take that away first.");

    public static Refusal KeptApart { get; } = new("merge.kept-apart", "A person judged these two different. Take that judgement back first.");

    public static Refusal TooMany(int most) => new("merge.too-many-references", $"More than {most:N0} records refer to the one that would be merged. Choose it as the one that stays.");

    public static Refusal NotMerged(Guid record) => new("merge.not-merged", $"Record {record} is not merged into another, or the merge was undone already.");

    public static Refusal SurvivorGone(string title) => new("merge.survivor-merged", $"“{title}” was itself merged into another record since. Undo that merge first.");

    public static Refusal NotApart { get; } = new("merge.not-apart", "These two are not judged different, or that was taken back already.");

    private static string Article(RecordKind kind) => $"{(kind.Title[0] is 'A' or 'O' ? "an" : "a")} {kind.Title.ToLowerInvariant()}";
}
