using System.Text.RegularExpressions;
using Concordat.Reading.Wordings.Layout;
using Concordat.Reading.Wordings.Naming;

namespace Concordat.Reading.Wordings.Signing;

/// <summary>Reads one column of signatures from top to bottom into blocks.</summary>
internal sealed class BlockReading(PartyList parties, bool letter = false)
{
    private readonly List<Draft> _drafts = [];
    private Draft _now = new();
    private bool _partyFirst;

    public List<Draft> Read(List<Cell> cells)
    {
        cells = BlockWords.Labelled(cells);
        _partyFirst = cells.FirstOrDefault(c => !SignatureWords.IsBlank(c.Text)) is { Text: { } first } && (BlockWords.For.IsMatch(first) || BlockWords.Alone.IsMatch(first) || parties.Meant(first) is not null && SignatureWords.Person(first) is null);
        foreach (var cell in cells)
        {
            if (BlockWords.End.IsMatch(cell.Text) && (_drafts.Count > 0 || !_now.IsEmpty)) break;
            One(cell);
        }
        Close();
        return _drafts;
    }

    private void One(Cell cell)
    {
        if (char.IsLower(cell.Text[0]) && _now is { HasParty: true, PartyDone: false }) { _now.AddParty(cell); return; }
        if (BlockWords.Alone.Match(cell.Text) is { Success: true } alone) { Open(); _now.Capacity = Piece(cell, alone.Groups["capacity"]); return; }
        if (BlockWords.For.Match(cell.Text) is { Success: true } party) { Party(cell, party); return; }
        if (BlockWords.Letter.Match(cell.Text) is { Success: true } letter && (letter.Groups["name"].Length == 0 || cell.Text.Contains(':')) && parties.Exactly(letter.Groups["party"].Value) is not null) { Open(); _now.AddParty(Piece(cell, letter.Groups["party"])); _now.PartyDone = true; return; }
        if (SignatureWords.Label(cell) is { } label && (cell.Text.Contains(':') || label.Value >= cell.Text.Length || label.Kind is not LabelKind.By and not LabelKind.Date)) { Value(label.Kind, cell.Part(label.Value, cell.Text.Length)); return; }
        if (SignatureWords.IsBlank(cell.Text)) { if (_now.Name is not null) Close(); _now.PartyDone |= _now.HasParty; return; }
        if (DateWords.First(cell.Text) is { } date && date.From < 48) { When(cell, date); return; }
        if (Hole(cell)) return;
        Words(cell);
    }

    private void Party(Cell cell, Match match)
    {
        Open();
        var party = Piece(cell, match.Groups["party"]);
        if (party.Text.IndexOf(": ", StringComparison.Ordinal) is var colon and > 0 && parties.Exactly(party.Text[..colon]) is not null)
        {
            _now.AddParty(party.Part(0, colon));
            if (match.Groups["capacity"].Success) _now.Capacity = Piece(cell, match.Groups["capacity"]);
            Words(party.Part(colon + 1, party.Text.Length));
            return;
        }
        if (BlockWords.ByIts.Match(party.Text) is { Success: true } by) party = party.Part(0, by.Index);
        if (match.Groups["capacity"].Success) _now.Capacity = Piece(cell, match.Groups["capacity"]);
        if (parties.Exactly(party.Text.Trim(':', ',', ' ')) is not null && party.Text.EndsWith(':')) _now.PartyDone = true;
        _now.AddParty(party);
    }

    private void Value(LabelKind kind, Cell value)
    {
        _now.PartyDone = true;
        if (kind is LabelKind.Name && _now.Name is not null) Close();
        if (SignatureWords.IsHole(value.Text)) { if (kind is LabelKind.Date && DateWords.First(value.Text) is { } known) Day(value, known); return; }
        switch (kind)
        {
            case LabelKind.Name or LabelKind.By: _now.Name ??= SignatureWords.Person(value.Text) is { } p ? value.Part(p.From, p.To) : kind is LabelKind.Name ? value : null; if (value.Text.IndexOf(',') is var comma and > 0 && SignatureWords.IsOffice(value.Text[comma..])) _now.AddOffice(value.Part(comma + 1, value.Text.Length)); break;
            case LabelKind.Office: _now.AddOffice(value); break;
            case LabelKind.Place: if (DateWords.First(value.Text) is { } in_ && in_.From > 2) When(value, in_); else _now.Place ??= value; break;
            case LabelKind.Date: if (DateWords.First(value.Text) is { } date) Day(value, date); break;
            default: if (SignatureWords.Person(value.Text) is { } signed) _now.Name ??= value.Part(signed.From, signed.To); break;
        }
    }

    private void When(Cell cell, FoundDate date)
    {
        if (_now.Date is not null && _now.Name is not null) Close();
        Day(cell, date);
        if (BlockWords.PlaceDay.Match(cell.Text[..date.From]) is { Success: true } place && !place.Groups["place"].Value.Equals("date", StringComparison.OrdinalIgnoreCase)) _now.Place ??= Piece(cell, place.Groups["place"]);
    }

    private void Day(Cell cell, FoundDate date)
    {
        if (_now.Date is not null) return;
        (_now.Date, _now.DateFrom) = (date, cell.From);
    }

    /// <summary>"Uppsala, ____________ 2026": the place stands, the day is a blank.</summary>
    private bool Hole(Cell cell)
    {
        if (!SignatureWords.IsHole(cell.Text)) return false;
        var comma = cell.Text.IndexOf(',');
        var blank = cell.Text.AsSpan().IndexOfAny('_', '.', '…');
        if (comma > 2 && blank > comma && blank - comma < 8 && _now.Place is null) _now.Place = cell.Part(0, comma);
        var line = cell.Text.LastIndexOf('_');
        if (line >= 0 && line + 3 < cell.Text.Length && SignatureWords.Person(cell.Text[(line + 1)..]) is { } person) { if (_now.Name is not null) Close(); _now.Name = cell.Part(line + 1 + person.From, line + 1 + person.To); }
        return true;
    }

    private void Words(Cell cell)
    {
        if (Titled(cell)) return;
        var known = parties.Exactly(cell.Text.Trim(':', ',', ' ')) is not null;
        if (known && _now.Name is not null && !_now.HasParty && (!_now.HasOffice || letter || !_partyFirst)) { _now.AddParty(cell); return; }
        if (known && (_now.Name is not null || _now is { HasParty: true, PartyDone: true })) { Close(); _now.AddParty(cell); return; }
        if (known && !_now.HasParty) { _now.AddParty(cell); return; }
        if (_now.Name is null && SignatureWords.Person(cell.Text) is { } person && !Continues(cell)) { Named(cell, person); return; }
        if (_now.Name is null && Office(cell)) { _now.AddOffice(Bare(cell)); _now.PartyDone = true; return; }
        if (_now.Name is not null || _now.HasOffice) { if (cell.Text.Length < 120 && !Address(cell)) _now.AddOffice(Bare(cell)); return; }
        if (_now.HasParty && !_now.PartyDone && !Address(cell)) _now.AddParty(cell);
    }

    /// <summary>"President: Xu Wenbo".</summary>
    private bool Titled(Cell cell)
    {
        var colon = cell.Text.IndexOf(": ", StringComparison.Ordinal);
        if (colon < 3 || _now.Name is not null || !SignatureWords.IsOffice(cell.Text[..colon]) || SignatureWords.Person(cell.Text[(colon + 2)..]) is not { } person) return false;
        _now.AddOffice(Bare(cell.Part(0, colon)));
        _now.Name = cell.Part(colon + 2 + person.From, colon + 2 + person.To);
        _now.PartyDone = true;
        return true;
    }

    private void Named(Cell cell, (int From, int To) person)
    {
        _now.Name = cell.Part(person.From, person.To);
        _now.PartyDone = true;
        var rest = cell.Text.IndexOf(',', person.To);
        if (rest >= 0 && rest + 3 < cell.Text.Length && SignatureWords.IsOffice(cell.Text[rest..])) _now.AddOffice(cell.Part(rest + 1, cell.Text.Length));
    }

    /// <summary>The second line of a party's name: together with the first it is closer to a party than alone.</summary>
    private bool Continues(Cell cell) => _now is { HasParty: true, PartyDone: false } && parties.Exactly(_now.PartyWords) is null && parties.Meant($"{_now.PartyWords} {cell.Text}") is { } both && PartyList.Plain(both.Name.Value).Contains(PartyList.Plain(cell.Text), StringComparison.Ordinal);

    private bool Office(Cell cell) => SignatureWords.IsOffice(cell.Text) && !Continues(cell);

    private static bool Address(Cell cell) => cell.Text.AsSpan().ContainsAnyInRange('0', '9') || cell.Text.Contains('@');

    private static Cell Bare(Cell cell) => cell.Text.StartsWith("The ", StringComparison.Ordinal) ? cell.Part(4, cell.Text.Length) : cell.Part(0, cell.Text.Length);

    private static Cell Piece(Cell cell, Group group) => cell.Part(group.Index, group.Index + group.Length);

    private void Open()
    {
        if (_now.HasParty || _now.Name is not null) Close();
    }

    private void Close()
    {
        if (!_now.IsEmpty || _now.Capacity is not null) _drafts.Add(_now);
        _now = new();
    }
}
