using System.Text.Json.Nodes;
using Concordat.Reading.Dates;
using Concordat.Records;
using Concordat.Storage;
using FsCheck;
using FsCheck.Fluent;

namespace Concordat.Tests.Records;

public sealed class TypedValueTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly Dictionary<Guid, HeadlineRow> None = [];

    private static JsonNode? Read(Field field, string typed)
    {
        var read = TypedValue.Read(field, typed, Today);
        Assert.True(read.Done, $"{field.Type} “{typed}”: {read.Refusal}");
        return read.Value;
    }

    /// <summary>A value that a document may hold, of every type but a reference.</summary>
    private static JsonNode Any(Field field, int seed)
    {
        string Day(int at) => new DateOnly(1950 + ((seed / at) % 120), 1 + ((seed / at) % 12), 1 + ((seed / at) % 28)).ToString("yyyy-MM-dd");
        string Edtf() => (seed % 9) switch
        {
            0 => Day(1)[..4], 1 => Day(1)[..7], 2 => "../" + Day(1), 3 => Day(1) + "/..", 4 => Day(1)[..4] + "~", 5 => Day(1)[..7] + "?",
            6 => new[] { Day(1), Day(7) }.Order().ToArray() is var ends && ends[0] != ends[1] ? string.Join('/', ends) : ends[0], 7 => Day(1)[..4] + "-21", _ => Day(1),
        };
        return field.Type switch
        {
            FieldType.When or FieldType.Span => Edtf(),
            FieldType.Choice => field.Choices[seed % field.Choices.Length].Value,
            FieldType.Country => Concordat.Names.Countries.All.ElementAt(seed % 200).Code,
            FieldType.Number => seed - 5000,
            FieldType.Flag => true,
            FieldType.LongText => $"Line {seed}\nand more · “quoted”",
            _ => $"Name {seed}, ærø & Söhne",
        };
    }

    [Fact]
    public void What_a_form_shows_reads_back_to_the_same_value()
    {
        var fields = Kinds.All.SelectMany(k => k.Fields.SelectMany(f => f.Items.Prepend(f))).Where(f => f.Type is not (FieldType.List or FieldType.Record)).DistinctBy(f => (f.Type, f.Name)).ToList();
        Assert.Equal(Enum.GetValues<FieldType>().Length - 2, fields.Select(f => f.Type).Distinct().Count());
        Prop.ForAll(Arb.From(Gen.Choose(0, 9999)), seed =>
        {
            foreach (var field in fields)
            {
                var value = Any(field, seed);
                var stored = field.Type == FieldType.When && When.TryParse((string?)value, out var when) ? when.Text : field.Type == FieldType.Span && Span.TryParse((string?)value, out var span) ? span.Text : null;
                Assert.True(Json.Same(stored is null ? value : JsonValue.Create(stored), Read(field, Say.Typed(field, value.ToString(), None))), $"{field.Name}: {value} was shown as “{Say.Typed(field, value.ToString(), None)}” and read as {Read(field, Say.Typed(field, value.ToString(), None))}");
            }
        }).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(300));
    }

    [Theory]
    [InlineData(FieldType.Flag, "no", null), InlineData(FieldType.Flag, "yes", "true"), InlineData(FieldType.Country, "India", "\"IN\""), InlineData(FieldType.Text, " a\r\nb ", "\"a b\"")]
    [InlineData(FieldType.LongText, "a\r\nb", "\"a\\nb\""), InlineData(FieldType.Number, "  ", null), InlineData(FieldType.Number, "24", "24")]
    public void People_type_as_they_like(FieldType type, string typed, string? held) => Assert.Equal(held, Read(new("x", "X", type), typed)?.ToJsonString());

    [Theory]
    [InlineData(FieldType.Number, "many", "value.not-a-number"), InlineData(FieldType.Number, "99999999999", "value.not-a-number"), InlineData(FieldType.When, "someday", "date.not-understood")]
    [InlineData(FieldType.Country, "Atlantis", "value.not-a-choice"), InlineData(FieldType.Choice, "x", "value.not-a-choice"), InlineData(FieldType.Record, "nobody", "value.not-a-record")]
    public void What_is_not_understood_is_refused_by_name(FieldType type, string typed, string code) => Assert.Equal(code, TypedValue.Read(new("x", "X", type), typed, Today).Refusal?.Code);

    [Fact]
    public void Too_long_a_text_is_refused_with_the_limit() =>
        Assert.Equal("record.value-too-long", TypedValue.Read(new("x", "X") { MaxLength = 3 }, "abcd", Today).Refusal?.Code);
}
