using Concordat.Reading.Names;

namespace Concordat.Reading.Rules.Meetings;

internal sealed class MeetingList
{
    private const int Window = 30;
    public List<Meeting> All { get; } = [];
    public Meeting? Last { get; set; }
    /// <summary>The meeting last spoken of, by sentence.</summary>
    public Dictionary<int, Meeting> Current { get; } = [];

    public Meeting Add(Meeting meeting)
    {
        All.Add(meeting);
        return Last = meeting;
    }

    /// <summary>The meeting already known under this number or a like name.</summary>
    public Meeting? Find(Page page, MeetingName name)
    {
        var words = Words(page, name.Body);
        for (var k = All.Count - 1; k >= 0 && k >= All.Count - Window; k--)
        {
            if (All[k].Body is not { } body) continue;
            if (All[k].Ordinal is { } a && name.Ordinal is { } b && a.Number != b.Number) continue;
            var known = Words(page, body);
            var shared = known.Intersect(words).Count();
            if (shared >= 1 && shared >= Math.Min(known.Count, words.Count) * 0.99 && !(name.Ordinal is null && All[k].Ordinal is null && Math.Min(known.Count, words.Count) < 2)) return All[k];
            if (All[k].Ordinal is not null && name.Ordinal is not null && shared * 2 >= Math.Min(known.Count, words.Count)) return All[k];
        }
        return null;
    }

    private static HashSet<string> Words(Page page, (int From, int To) body) =>
        Fold.Key(page.T, body.From, body.To).Split(' ').Where(w => w is not ("meeting" or "plenary" or "session" or "informal" or "plus")).ToHashSet();
}
