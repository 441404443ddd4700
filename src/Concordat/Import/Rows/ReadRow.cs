using System.Collections.Immutable;
using Concordat.Import.Mappings;
using Concordat.Names;
using Concordat.Organisations;
using Concordat.Reading.Dates;

namespace Concordat.Import.Rows;

/// <summary>A column of the mapping with its place in the table.</summary>
internal sealed record BoundColumn(Column Column, Target Target, int At)
{
    public DateOrder Order => Column.Order == Mappings.Column.MonthFirst ? DateOrder.MonthFirst : DateOrder.DayFirst;

    /// <summary>Whose number it is.</summary>
    public string Scheme => Clip.To(Column.Scheme ?? IdentifierSchemes.Name(Column.Header), 60);

    /// <returns>Refusals <c>import.column-missing</c>.</returns>
    public static Outcome<ImmutableArray<BoundColumn>> All(Mapping mapping, Header header)
    {
        var bound = ImmutableArray.CreateBuilder<BoundColumn>();
        foreach (var column in mapping.Columns)
        {
            var at = header.Names.IndexOf(column.Header);
            if (at < 0) at = header.Names.ToList().FindIndex(n => Fold.Key(n) == Fold.Key(column.Header));
            if (at < 0) return ImportRefusals.NoColumn(column.Header);
            bound.Add(new(column, Targets.Find(mapping.Kind, column.Field)!, at));
        }

        return bound.ToImmutable();
    }
}

/// <summary>What identifiers of public registers are called.</summary>
internal static class IdentifierSchemes
{
    public static string Name(string header) => Fold.Key(header[(header.LastIndexOfAny(['.', '·']) + 1)..]) switch
    {
        "isni" => "ISNI", "wikidata" => "Wikidata", "grid" => "GRID", "fundref" => "FundRef", "ror" or "ror id" => "ROR", _ => Clip.Line(header),
    };
}

/// <summary>Reads the values of a row by the mapping: pure, no database. What cannot be read is left out and told.</summary>
internal sealed class ReadRow(Mapping mapping, ImmutableArray<BoundColumn> columns, DateOnly today)
{
    private readonly RecordKind _kind = Kinds.Of(mapping.Kind);
    // A term may run from another date, so ends come last; the first name and the first number are what lists show.
    private readonly ImmutableArray<BoundColumn> _ordered = [.. columns.OrderBy(c => c.Target.Sort == TargetSort.End).ThenBy(c => Targets.Of(mapping.Kind).IndexOf(c.Target))];

    public RowValues Read(RowPlaces places)
    {
        var row = new Reading(mapping, _kind, places, today);
        foreach (var column in _ordered)
            if (places.Row[column.At] is { IsEmpty: false } cell) row.Add(column, cell.Text.Trim(), cell.IsDay);
        return row.Values();
    }

    private sealed class Reading(Mapping mapping, RecordKind kind, RowPlaces places, DateOnly today)
    {
        private readonly ImmutableArray<Said>.Builder _values = ImmutableArray.CreateBuilder<Said>();
        private readonly ImmutableArray<SaidElement>.Builder _elements = ImmutableArray.CreateBuilder<SaidElement>();
        private readonly ImmutableArray<SaidNames>.Builder _partners = ImmutableArray.CreateBuilder<SaidNames>();
        private readonly ImmutableArray<(string, Place)>.Builder _parents = ImmutableArray.CreateBuilder<(string, Place)>();
        private readonly ImmutableArray<Trouble>.Builder _troubles = ImmutableArray.CreateBuilder<Trouble>();
        private readonly List<(int Rank, string Scheme, string Text)> _keys = [];
        private readonly Dictionary<string, When> _dates = [];
        private Guid? _record;
        private string? _country, _title;

        public RowValues Values() => new()
        {
            Row = places.Row.Number, Record = _record, Title = _title, Country = _country, Values = _values.ToImmutable(), Elements = _elements.ToImmutable(), Partners = _partners.ToImmutable(),
            Parents = _parents.ToImmutable(), Troubles = _troubles.ToImmutable(), Keys = [.. _keys.OrderBy(k => k.Rank).Select(k => (k.Scheme, k.Text))],
        };

        public void Add(BoundColumn column, string words, bool isDay)
        {
            switch (column.Target.Sort)
            {
                case TargetSort.Text when column.Target.Field == "names": Names(column, words); break;
                case TargetSort.Names: Names(column, words); break;
                case TargetSort.Text: Text(column, words); break;
                case TargetSort.Date or TargetSort.End: Date(column, words, isDay); break;
                case TargetSort.Choice: Choice(column, words); break;
                case TargetSort.Country: Country(column, words); break;
                case TargetSort.Partners: _partners.AddRange(PartnerCell.Read(places, column.At, column.Column.Separators ?? "")); break;
                case TargetSort.Number: Number(column, words); break;
                case TargetSort.Parents: Parents(column, words); break;
                default: Record(column, words); break;
            }
        }

        private void Trouble(BoundColumn column, string words, string code, string message) =>
            _troubles.Add(new(places.Row.Number, column.Column.Header, Clip.To(Clip.Line(words), 200), code, message));

        private static bool IsNothing(string words) => words is "NA" or "N/A" or "n/a" or "-" or "–" or "NULL";

        private void Text(BoundColumn column, string words)
        {
            if (IsNothing(words)) return;
            var field = kind.Fields.First(f => f.Name == column.Target.Field);
            var lines = words.Split('\n');
            // A short form or an address is one; further short forms are names.
            if (field.Name is "acronym" or "website")
            {
                if (field.Name == "acronym") foreach (var other in lines.Skip(1).Select(Clip.Line).Where(o => o.Length > 0)) Element(column, "names", "text", other, [], other);
                words = lines[0];
            }

            var value = field.Type == FieldType.LongText ? words.Trim() : Clip.Line(words);
            if (value.Length == 0) return;
            if (field.Name == "title") _title = value;
            Put(column, field.Name, Fitted(column, value, field.MaxLength));
        }

        private string Fitted(BoundColumn column, string value, int most)
        {
            if (value.Length <= most) return value;
            Trouble(column, value, "import.shortened", $"It has {value.Length:N0} letters and was shortened to {most:N0}; the source keeps all of it.");
            return Clip.ToWords(value, most);
        }

        private void Put(BoundColumn column, string field, string value) => _values.Add(new(field, value, places.Whole(column.At)));

        private void Element(BoundColumn column, string list, string key, string value, ImmutableArray<(string, string)> beside, string quote, bool byBeside = false)
        {
            var from = 0;
            _elements.Add(new(list, key, value, beside, places.Part(column.At, quote, ref from)) { ByBeside = byBeside });
        }

        private void Date(BoundColumn column, string words, bool isDay)
        {
            if (DateCell.IsNothing(words)) return;
            var when = isDay && When.TryParse(words, out var day) ? day : column.Target.Sort == TargetSort.End ? End(column, words) : DateCell.Read(words, column.Order, today);
            if (column.Target.Sort == TargetSort.End && when is null) return;
            if (when is not { } read) { Trouble(column, words, "import.date-not-understood", "This is not understood as a date and was left out."); return; }
            if (read == When.Unknown) return;
            _dates[column.Target.Name] = read;
            if (column.Target.Field is { } field) Put(column, field, read.Text);
            else Element(column, "events", "on", read.Text, [("sort", "terminated")], places.Row[column.At].Line, byBeside: true);
        }

        private When? End(BoundColumn column, string words)
        {
            When? Stated(string name) => _dates.TryGetValue(name, out var when) ? when : null;
            if (TermWords.Read(words, column.Column.Header, column.Order, today, Stated("signed"), Stated("inForce")) is not { } term)
            {
                Trouble(column, words, "import.date-not-understood", "This is not understood as the end of a term; the words are kept as the term stated.");
                term = new(null, true);
            }

            if (term.Keep) Put(column, "statedTerm", Fitted(column, Clip.Line(words), 200));
            return term.Ends;
        }

        private void Choice(BoundColumn column, string words)
        {
            if (IsNothing(words)) return;
            var line = Clip.Line(words);
            var value = mapping.Words.TryGetValue(line, out var decided) ? (decided.Length > 0 ? decided : null) : KindWords.Read(kind.Name, words);
            var field = kind.Fields.First(f => f.Name == column.Target.Field);
            if (value is not null && field.Choices.Any(c => c.Value == value)) Put(column, field.Name, value);
            else if (decided is null) Trouble(column, words, "import.word-unknown", $"This word is none of the kinds of {kind.Title.ToLowerInvariant()} that are known here; it was left out.");
        }

        private void Country(BoundColumn column, string words)
        {
            if (IsNothing(words)) return;
            if (KindWords.Country(words) is not { } code) { Trouble(column, words, "import.country-unknown", "This country is not known here; it was left out."); return; }
            _country = code;
            if (column.Target.Field is { } field) Put(column, field, code);
        }

        private void Number(BoundColumn column, string words)
        {
            if (IsNothing(words)) return;
            var isOrganisation = kind.Name == OrganisationKind.Name;
            foreach (var line in words.Split('\n', ';').Select(Clip.Line).Where(l => l.Length > 0 && !IsNothing(l)).Take(40))
            {
                // "number||address": the address is no part of the number.
                var bare = line.Split("||")[0].Trim();
                if (bare.Length is 0 or > 120) { Trouble(column, line, "import.number-too-long", "A number has at most 120 letters; this one was left out."); continue; }
                Element(column, isOrganisation ? "identifiers" : "references", isOrganisation ? "value" : "text", bare, [("scheme", column.Scheme)], bare);
                if (column.Target.Name != "number") _keys.Add((column.Target.Name == "key" ? 0 : 1, column.Scheme, bare));
            }
        }

        /// <summary>A name a line, as "name" or "name | language".</summary>
        private void Names(BoundColumn column, string words)
        {
            var several = column.Target.Sort == TargetSort.Names;
            foreach (var line in several ? words.Split('\n', ';') : [words])
            {
                var parts = line.Split(" | ");
                var name = Clip.Line(parts[0]);
                if (name.Length == 0 || IsNothing(name)) continue;
                if (!several) _title = name;
                ImmutableArray<(string, string)> language = parts.Length > 1 && Clip.Line(parts[1]) is { Length: > 0 and <= 40 } spoken && spoken != "null" ? [("language", spoken)] : [];
                Element(column, "names", "text", Fitted(column, name, 400), language, name);
            }
        }

        /// <summary>A name or identifier a line; of "relation | identifier | name" only parents.</summary>
        private void Parents(BoundColumn column, string words)
        {
            foreach (var line in words.Split('\n', ';').Select(Clip.Line).Where(l => l.Length > 0).Take(40))
            {
                var parts = line.Split(" | ");
                if (parts.Length > 1 && parts[0] != "parent") continue;
                var from = 0;
                var key = parts.Length > 1 ? parts[1] : line.StartsWith("parent:", StringComparison.OrdinalIgnoreCase) ? line[7..].Trim() : line;
                if (key.StartsWith("http", StringComparison.OrdinalIgnoreCase)) key = key[(key.LastIndexOf('/') + 1)..];
                _parents.Add((key, places.Part(column.At, line, ref from)));
            }
        }

        private void Record(BoundColumn column, string words)
        {
            if (Guid.TryParse(words, out var id)) _record = id;
            else Trouble(column, words, "import.not-a-record", "This is not the id of a record.");
        }
    }
}
