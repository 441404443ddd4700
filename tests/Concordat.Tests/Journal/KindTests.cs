using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Concordat.Tests.Storage;

namespace Concordat.Tests.Journals;

/// <summary>Rules for every kind, also for those not yet written.</summary>
public class KindTests
{
    public static TheoryData<string> All => [.. Kinds.All.Select(k => k.Name).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(All))]
    public void Fields_and_the_record_type_agree_property_by_property(string name) => Assert.Equal([], Disagreements(Kinds.Of(name).Fields, Kinds.Of(name).Shape, isElement: false));

    [Fact]
    public void A_field_without_a_property_or_of_another_type_would_be_noticed()
    {
        ImmutableArray<Field> wrong = [new("title", "Title", FieldType.Number), new("other", "Other"), new("parts", "Parts", FieldType.List) { Items = [new("text", "Text", FieldType.Flag)] }];
        Assert.Equal(["Missing: no field", "Title: String for Number", "other: no property", "parts/Text: String for Flag"], Disagreements(wrong, typeof(Wrong), isElement: false).Order(StringComparer.Ordinal));
    }

    private sealed record Wrong(string Title, string? Missing, ImmutableArray<Part> Parts);

    private sealed record Part(Guid Id, string Text);

    private static IEnumerable<string> Disagreements(ImmutableArray<Field> fields, Type shape, bool isElement)
    {
        var properties = shape.GetProperties(BindingFlags.Public | BindingFlags.Instance).ToDictionary(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name));
        if (isElement && !(properties.Remove("id", out var id) && id.PropertyType == typeof(Guid))) yield return $"{shape.Name}: no id";
        foreach (var (name, property) in properties)
            if (fields.All(f => f.Name != name)) yield return $"{property.Name}: no field";
        foreach (var field in fields)
        {
            if (!properties.TryGetValue(field.Name, out var property)) { yield return $"{field.Name}: no property"; continue; }
            var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            var suits = field.Type switch
            {
                FieldType.List => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>),
                FieldType.Record => type == typeof(Guid),
                FieldType.Number => type == typeof(int),
                FieldType.Flag => type == typeof(bool),
                _ => type == typeof(string),
            };
            if (!suits) yield return $"{property.Name}: {type.Name} for {field.Type}";
            else if (field.Type == FieldType.List)
                foreach (var inner in Disagreements(field.Items, type.GetGenericArguments()[0], isElement: true)) yield return $"{field.Name}/{inner}";
        }
    }

    [Theory, MemberData(nameof(All))]
    public void Field_names_leave_the_reserved_words_alone_and_are_named_once(string name)
    {
        IEnumerable<ImmutableArray<Field>> Levels(ImmutableArray<Field> fields) => fields.Where(f => f.Type == FieldType.List).SelectMany(f => Levels(f.Items)).Prepend(fields);
        foreach (var level in Levels(Kinds.Of(name).Fields))
        {
            Assert.Equal(level.Select(f => f.Name).Distinct(), level.Select(f => f.Name));
            Assert.DoesNotContain(level, f => f.Name is "id" or "claims" or "label" or "withdrawn" || f.Name.Contains('/') || !char.IsAsciiLetterLower(f.Name[0]));
        }
    }

    [Theory, MemberData(nameof(All))]
    public void References_lead_to_kinds_that_exist_and_read_from_the_other_end_too(string name) =>
        Assert.All(Kinds.Of(name).Fields.SelectMany(f => f.Items.Prepend(f)).Where(f => f.Type == FieldType.Record), f =>
        {
            Assert.All(f.Refers, r => Assert.NotNull(Kinds.Find(r)));
            Assert.NotNull(f.Inverse);
        });

    /// <summary>Each released shape has a file that stays as it is for ever; what it says must stay readable.</summary>
    [Theory, MemberData(nameof(All))]
    public void Every_released_shape_of_a_document_is_still_read(string name)
    {
        var kind = Kinds.Of(name);
        for (var schema = 1; schema <= kind.Schema; schema++)
        {
            var file = Path.Combine(Repository.Root, "tests", "Concordat.Tests", "Journal", "Golden", $"{name}-{schema}.json");
            Assert.True(File.Exists(file), $"{file} is missing; it holds: {Encoding.UTF8.GetString(Everything(kind).Canonical())}");
            var bytes = File.ReadAllBytes(file).AsSpan().TrimEnd((byte)'\n').ToArray();
            Assert.Equal(bytes, CanonicalJson.Bytes(bytes));
            var lifted = Document.Of(Upcast.Lift(JsonNode.Parse(bytes)!.AsObject()));
            if (schema == kind.Schema) Assert.Equal(bytes, lifted.Canonical());
            Assert.Null(CheckShape.Of(lifted, kind));
            Assert.NotEmpty(Project.Rows(lifted, kind).ToList());
            Assert.Equal(4, lifted.Claims.Select(c => c.Standing).Distinct().Count());
        }
    }

    /// <summary>A document in which every field of the kind is filled, and every standing of a claim occurs.</summary>
    private static Document Everything(RecordKind kind)
    {
        var other = Guid.Parse("0198c0de-1111-7000-8000-000000000002");
        var values = Values(kind.Fields, other);
        if (kind.Name == "source") (values["digest"], values["texts"]![0]!["digest"], values["texts"]![0]!["fingerprint"], values["texts"]![1]!["fingerprint"]) = (new string('a', 64), new string('b', 64), new string('1', 256), new string('2', 256));
        var claims = Enum.GetValues<Standing>().Select((standing, i) => Json.Of(new Claim
        {
            Id = Guid.Parse($"0198c0de-4444-7000-8000-00000000000{i}"), Path = "note", Value = "Alpha", Standing = standing, By = Actor.Local, At = "2026-03-02T09:00:00.000000Z",
            Citation = new() { Source = other, Text = new string('b', 64), Start = 1, Length = 5, Quote = "Alpha", Page = 2, Rectangle = "1 2 3 4", Rule = "reader 1: note" }, Reason = "because",
        }));
        return Document.Of(new()
        {
            ["kind"] = kind.Name, ["schema"] = kind.Schema, ["id"] = "0198c0de-1111-7000-8000-000000000001", ["version"] = 3, ["label"] = "default", ["values"] = values, ["claims"] = new JsonArray([.. claims]),
        });
    }

    private static JsonObject Values(ImmutableArray<Field> fields, Guid other) => new(fields.Select(f => KeyValuePair.Create(f.Name, f.Type == FieldType.List
        ? new JsonArray(Element(f, 1, other), Element(f, 2, other)) : AnyChange.Value(f, 2, _ => other)?.DeepClone())));

    private static JsonObject Element(Field list, int at, Guid other)
    {
        var element = Values(list.Items, other);
        element["id"] = $"0198c0de-0000-7000-8000-00000000000{at}";
        return element;
    }
}
