using Concordat.Reading.Gazetteer;
using Concordat.Reading.Rules;
using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Names;

/// <summary>"Brennhall" after "Brennhall National Laboratory".</summary>
internal static class ShortForms
{
    public static void Find(Page page, Register register)
    {
        var starts = Starts(page, register);
        if (starts.Count == 0) return;
        foreach (var sentence in page.Sentences)
        {
            if (sentence.Kind is not BlockKind.Paragraph) continue;
            for (var i = sentence.From; i < sentence.To; i++)
            {
                if (page.At[i] is not null || !page.T[i].IsName || page.Low(i - 1, "in") || i > sentence.From + 1 && page.T[i - 1].Shape is Shape.Capital && page.At[i - 1] is null && !Words.IsField(page.Low(i - 1)) && !Words.Function.Contains(page.Low(i - 1)) && !Roles.Head.Contains(page.Low(i - 1)) || !starts.TryGetValue(page.Low(i), out var owner) || owner is null) continue;
                var to = Match(page, owner, i, sentence.To);
                if (to == i || to == i + 1 && page.Low(i).Length < 4 || to < sentence.To && page.T[to].IsName && page.At[to] is null && !Roles.Head.Contains(page.Low(to)) && !Words.IsField(page.Low(to))) continue;
                register.AddForm(page, owner, i, to);
                page.Mark(new OrganisationMention(i, to, owner));
                i = to - 1;
            }
        }
    }

    private static Dictionary<string, Organisation?> Starts(Page page, Register register)
    {
        var starts = new Dictionary<string, Organisation?>(StringComparer.Ordinal);
        foreach (var organisation in register.All)
        {
            var (from, to) = Longest(organisation);
            var low = page.Low(from);
            if (to - from < 2 || page.T[from].Shape is not Shape.Capital || Countries.Any(low) is not null || Cities.Country(low) is not null || Words.IsField(low) || Heads.Is(low) || low.Length < 3 || low.Length < 4 && (page.T[from + 1].Shape is not Shape.Capital || Words.IsField(page.Low(from + 1)))) continue;
            starts[low] = starts.ContainsKey(low) ? null : organisation;
        }
        return starts;
    }

    /// <summary>As many words of the full name as stand here, short of its head noun; at least one.</summary>
    private static int Match(Page page, Organisation owner, int i, int to)
    {
        var (from, end) = Longest(owner);
        var n = 0;
        while (from + n < end && i + n < to && page.Low(from + n) == page.Low(i + n) && page.T[i + n].IsName) n++;
        return i + n;
    }

    public static (int From, int To) Longest(Organisation organisation)
    {
        var best = (From: 0, To: 0);
        var length = -1;
        foreach (var (form, place) in organisation.Forms)
            if (form.Length > length) (best, length) = (place, form.Length);
        return best;
    }
}
