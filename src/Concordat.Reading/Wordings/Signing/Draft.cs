using Concordat.Reading.Evidence;
using Concordat.Reading.Wordings.Layout;
using Concordat.Reading.Wordings.Naming;

namespace Concordat.Reading.Wordings.Signing;

/// <summary>One block of signatures while it is read.</summary>
internal sealed class Draft
{
    private readonly List<Cell> _party = [], _office = [];

    public Cell? Capacity { get; set; }
    public Cell? Name { get; set; }
    public Cell? Place { get; set; }
    public FoundDate? Date { get; set; }
    public int DateFrom { get; set; }
    /// <summary>True once a label, a blank or a name was seen: what follows is no part of the party's name.</summary>
    public bool PartyDone { get; set; }

    public bool HasParty => _party.Count > 0;
    public bool HasOffice => _office.Count > 0;
    public bool IsEmpty => !HasParty && Name is null && !HasOffice && Date is null && Place is null;

    public void AddParty(Cell cell) => _party.Add(cell);
    public void AddOffice(Cell cell) => _office.Add(cell);

    public string PartyWords => Joined(_party);

    public SignatureFinding? Make(AgreementPage page, PartyList parties)
    {
        var words = PartyWords;
        var meant = words.Length > 0 ? parties.Meant(words) : null;
        var office = Joined(_office);
        var byOffice = meant is null && words.Length == 0 && office.Length > 0 && parties.First(office) is { } first ? parties.All.First(p => PartyList.Label(p) == first.Party) : null;
        byOffice ??= meant is null && words.Length == 0 && office.LastIndexOf(',') is var comma and > 0 ? parties.All.FirstOrDefault(p => PartyList.Plain(office[comma..]) is { Length: > 8 } of && PartyList.Plain(p.Name.Value).StartsWith(of, StringComparison.Ordinal)) : null;
        if (Name is null && office.Length == 0 && (meant is null || Capacity is null && Date is null && Place is null && !PartyDone)) return null;
        return new()
        {
            Party = meant is not null || words.Length > 0 ? Find(page, meant?.Name.Value ?? words, _party, "wording.signature.party") : byOffice is not null ? Find(page, byOffice.Name.Value, _office, "wording.signature.party.office") : null,
            Capacity = Capacity is { } c ? page.FindInLines(c.Text.ToLowerInvariant(), c.From, c.To, "wording.signature.capacity") : null,
            Name = Name is { } n ? page.FindInLines(Plain(n.Text), n.From, n.To, "wording.signature.name") : null,
            Office = office.Length > 0 ? Find(page, office, _office, "wording.signature.office") : null,
            Place = Place is { } p ? page.FindInLines(Plain(p.Text), p.From, p.To, "wording.signature.place") : null,
            Date = Date is { } d ? page.FindInLines(d.Edtf, DateFrom + d.From, DateFrom + d.To, "wording.signature.date") : null,
        };
    }

    /// <summary>The value over several lines; the quote is the first line where another column stands between, so that it holds only these words.</summary>
    private static Finding<string> Find(AgreementPage page, string value, List<Cell> cells, string rule)
    {
        var last = cells[0];
        for (var i = 1; i < cells.Count && page.Mended.Text.AsSpan(last.To, cells[i].From - last.To).IsWhiteSpace(); i++) last = cells[i];
        return page.FindInLines(value, cells[0].From, last.To, rule);
    }

    private static string Joined(List<Cell> cells) => Plain(string.Join(' ', cells.Select(c => c.Text))).Trim(' ', ',', ':', ';');

    private static string Plain(string words) => string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
