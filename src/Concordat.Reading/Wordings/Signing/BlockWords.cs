using System.Text.RegularExpressions;
using Concordat.Reading.Wordings.Layout;

namespace Concordat.Reading.Wordings.Signing;

/// <summary>The words by which a block of signatures is taken apart.</summary>
internal static class BlockWords
{
    public static readonly Regex For = Rx.Of(@"^(?:signed(?:,? sealed(?:,?(?: and)? delivered)?)? (?:by [\w ,]{0,40}?)?|executed (?:as a deed )?(?:by )?|\(?signed\)? |read and agreed |agreed |accepted (?:and agreed )?)?(?<capacity>for and (?:in|on) (?:the )?(?:behalf|name) of|for and in the name of|on behalf of|in the name of|for|by order and for)(?: the)?[ :]+(?<party>[^ ].*)$|^(?:signed (?:by|for) (?:the )?)(?<party>[^:]{3,}):?$");
    public static readonly Regex Alone = Rx.Of(@"^(?:signed )?(?<capacity>for and on behalf of|on behalf of|for)(?: the)?:?$");
    public static readonly Regex Letter = Rx.Of(@"^(?<party>(?:the )?(?:first|second|third|host|home|sending|receiving) (?:party|university|institution)|party [a-e]) ?(?:\((?:seal|stamp|signature)\))?:? ?(?<name>.*)$");
    public static readonly Regex ByIts = Rx.Of(@",? by its (?:duly )?authori[sz]ed (?:representative|officer|signatory)s?.*$|,? (?:acting )?by:?$|,? in the presence of.*$");
    public static readonly Regex PlaceDay = Rx.Of(@"^(?:done |signed )?(?:(?:at|in) )?(?<place>\p{L}[\p{L} .,'-]{1,50}?),? (?:on |this |the |dated )*$");
    public static readonly Regex End = Rx.Of(@"^(?:witness(?:es|ed)?\b|annex|appendix|attachment|schedule|enclosure|in the presence of|cc:?|seen by|certified)");

    /// <summary>"Marcus Ellerby" over a line over "Name" becomes "Name: Marcus Ellerby".</summary>
    public static List<Cell> Labelled(List<Cell> cells)
    {
        var made = new List<Cell>();
        foreach (var cell in cells)
        {
            if (SignatureWords.Label(cell) is { } label && label.Value >= cell.Text.Length && !cell.Text.Contains(':') && made.Count > 0 && SignatureWords.IsBlank(made[^1].Text))
            {
                var value = made.Count > 1 && label.Kind is not (LabelKind.Signature or LabelKind.By) && !SignatureWords.IsBlank(made[^2].Text) && SignatureWords.Label(made[^2]) is null && !For.IsMatch(made[^2].Text) ? made[^2] : (Cell?)null;
                made.RemoveAt(made.Count - 1);
                if (value is { } v) made[^1] = v with { Text = $"{cell.Text}: {v.Text}", From = v.From - cell.Text.Length - 2 };
                else made.Add(cell with { Text = "____" });
            }
            else made.Add(cell);
        }
        return made;
    }
}
