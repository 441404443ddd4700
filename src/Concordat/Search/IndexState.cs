namespace Concordat.Search;

public enum IndexPhase
{
    /// <summary>Not looked at yet.</summary>
    Starting,
    /// <summary>Made anew from the register.</summary>
    Building,
    /// <summary>Everything that was saved is found, or will be within moments.</summary>
    Ready,
    /// <summary>It cannot be used for now; it is tried again by itself.</summary>
    Resting,
}

/// <summary>How the index stands.</summary>
/// <param name="Done">Records described so far, while it is built; the same as <paramref name="Total"/> elsewhere.</param>
/// <param name="Why">What keeps it from being used: <c>search.locked</c>, <c>search.no-room</c>, <c>search.not-writable</c>, <c>search.failed</c>, <c>storage.*</c>.</param>
public sealed record IndexState(IndexPhase Phase, long Done = 0, long Total = 0, Refusal? Why = null);

/// <summary>Why a search looks through names alone.</summary>
public static class SearchRefusals
{
    public static Refusal Locked { get; } =
        new("search.locked", "Another program holds the search index of this data folder, so only names and numbers are looked through here. It is tried again by itself.");

    public static Refusal NoRoom { get; } =
        new("search.no-room", "The disk has no room for the search index, so only names and numbers are looked through. Free some space; it goes on by itself.");

    public static Refusal NotWritable(string folder) =>
        new("search.not-writable", $"The search index cannot be kept in {folder}, so only names and numbers are looked through. Give this user the right to write there; it goes on by itself.");

    public static Refusal Failed { get; } =
        new("search.failed", "The search index does not work; the log says why. Only names and numbers are looked through, and it is built again by itself.");
}
