using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Concordat.Reading.Wordings.Layout;
using Concordat.Reading.Wordings.Naming;

namespace Concordat.Reading.Wordings.Signing;

/// <summary>An exchange of letters: each letter is dated at its head and signed at its foot.</summary>
internal static class Letters
{
    private static readonly Regex Dear = Rx.Of(@"^(?:dear|excellency|sir|madam|your excellency|monsieur)\b");
    private static readonly Regex Yours = Rx.Of(@"^(?:yours (?:sincerely|faithfully|truly)|sincerely|with (?:kind|best) regards|please accept|accept, (?:sir|excellency)|respectfully)\b");

    public static bool Is(AgreementPage page) => page.Lines.Any(l => Matches(page, l, Dear)) && page.Lines.Any(l => Matches(page, l, Yours));

    public static ImmutableArray<SignatureFinding> Read(AgreementPage page, PartyList parties)
    {
        var found = new List<SignatureFinding>();
        var head = 0;
        for (var i = 0; i < page.Lines.Count; i++)
        {
            if (!Matches(page, page.Lines[i], Yours)) continue;
            var foot = Foot(page, i + 1, out var next);
            var draft = new BlockReading(parties, letter: true).Read(foot).FirstOrDefault();
            if (draft is not null)
            {
                Dated(page, head, i, draft);
                if (draft.Make(page, parties) is { } made) found.Add(made);
            }
            head = next;
        }
        return [.. found];
    }

    /// <summary>Name, office and body under the letter: the lines up to the first gap of two, at most five.</summary>
    private static List<Cell> Foot(AgreementPage page, int from, out int next)
    {
        var cells = new List<Cell>();
        var blanks = 0;
        for (next = from; next < page.Lines.Count && cells.Count < 5; next++)
        {
            var line = page.Lines[next];
            if (line.IsFurniture) continue;
            if (line.IsBlank) { if (++blanks > 1 && cells.Count > 0) break; continue; }
            if (cells.Count > 1 && blanks > 0) break;
            blanks = 0;
            cells.Add(new(page.Mended.Text[line.From..line.To], line.From, line.To, line.Indent));
        }
        return cells;
    }

    private static void Dated(AgreementPage page, int from, int to, Draft draft)
    {
        for (var i = from; i < to; i++)
        {
            var line = page.Lines[i];
            if (line.IsBlank || line.Length > 70) continue;
            var text = page.Mended.Text[line.From..line.To];
            if (DateWords.First(text) is not { } date) continue;
            (draft.Date, draft.DateFrom) = (date, line.From);
            var comma = text.IndexOf(',');
            if (comma > 2 && comma < date.From) draft.Place = new Cell(text, line.From, line.To, 0).Part(0, comma);
            return;
        }
    }

    private static bool Matches(AgreementPage page, Line line, Regex pattern) => !line.IsBlank && line.Length < 120 && pattern.IsMatch(page.Mended.Text[line.From..line.To]);
}
