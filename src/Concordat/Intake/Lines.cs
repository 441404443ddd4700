using System.Collections.Immutable;
using Concordat.Reading.Evidence;

namespace Concordat.Intake;

/// <summary>Collects the values of one proposal.</summary>
internal sealed class Lines(RecordKind kind)
{
    private readonly ImmutableArray<ProposedValue>.Builder _values = ImmutableArray.CreateBuilder<ProposedValue>();

    public ImmutableArray<ProposedValue> All => _values.ToImmutable();

    public void Add(string field, Finding<string>? found, IEnumerable<Finding<string>>? rivals = null)
    {
        if (found is null || Fits(kind.Find(field)!, found.Value) is not { } value) return;
        _values.Add(new()
        {
            Key = field, Field = kind.Find(field)!, Value = value, Evidence = Evidence.Of(found),
            Rivals = [.. (rivals ?? []).Where(r => r.Value != found.Value).Select(r => new ProposedRival(r.Value, Evidence.Of(r)))],
        });
    }

    /// <summary>A value that is composed, not read.</summary>
    public void Compose(string field, string value) => _values.Add(new() { Key = field, Field = kind.Find(field)!, Value = Cut(kind.Find(field)!, value) });

    /// <summary>A value whose document form is not the words found.</summary>
    public void Add(string field, string value, Evidence evidence) => _values.Add(new() { Key = field, Field = kind.Find(field)!, Value = value, Evidence = evidence });

    /// <summary>A value of a list element; the first item of an element is what it is about.</summary>
    public void Add(string list, string element, string item, string? value, Evidence? evidence)
    {
        var field = kind.Find(list)!.Items.First(f => f.Name == item);
        if (value is null || Fits(field, value) is not { } fitting) return;
        _values.Add(new() { Key = $"{list}.{element}.{item}", Field = field, List = list, Element = element, Value = fitting, Evidence = evidence });
    }

    public void Add(string list, string element, string item, Finding<string>? found)
    {
        if (found is not null) Add(list, element, item, found.Value, Evidence.Of(found));
    }

    private static string? Fits(Field field, string value) => field.Type switch
    {
        FieldType.Choice => field.Choices.Any(c => c.Value == value) ? value : field.Choices.Any(c => c.Value == "other") ? "other" : null,
        FieldType.When => Reading.Dates.When.TryParse(value, out _) ? value : null,
        FieldType.Span => Reading.Dates.Span.TryParse(value, out _) ? value : null,
        _ => Names.Clip.Line(value) is { Length: > 0 } text ? Cut(field, text) : null,
    };

    private static string Cut(Field field, string value) => Names.Clip.To(value, field.MaxLength);
}
