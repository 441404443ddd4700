using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Concordat.Tests.Storage;
using FsCheck;
using FsCheck.Fluent;

namespace Concordat.Tests.Journals;

public class CanonicalJsonTests
{
    private static string Canonical(string json) => Encoding.UTF8.GetString(CanonicalJson.Bytes(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void Every_published_vector_gives_the_published_bytes()
    {
        var folder = Repository.Shared("data", "canonical-json");
        var names = Directory.GetFiles(Path.Combine(folder, "input")).Select(Path.GetFileNameWithoutExtension).ToList();
        Assert.NotEmpty(names);
        foreach (var name in names)
        {
            var made = CanonicalJson.Bytes(File.ReadAllBytes(Path.Combine(folder, "input", name + ".json")));
            Assert.Equal(File.ReadAllBytes(Path.Combine(folder, "output", name + ".json")), made);
            var hex = File.ReadAllText(Path.Combine(folder, "outhex", name + ".txt")).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            Assert.Equal(string.Concat(hex), Convert.ToHexStringLower(made));
        }
    }

    /// <summary>RFC 8785, appendix B, and the edges of ECMA-262 Number::toString.</summary>
    [Theory]
    [InlineData("0000000000000000", "0")]
    [InlineData("8000000000000000", "0")]
    [InlineData("0000000000000001", "5e-324")]
    [InlineData("8000000000000001", "-5e-324")]
    [InlineData("7fefffffffffffff", "1.7976931348623157e+308")]
    [InlineData("ffefffffffffffff", "-1.7976931348623157e+308")]
    [InlineData("4340000000000000", "9007199254740992")]
    [InlineData("c340000000000000", "-9007199254740992")]
    [InlineData("4430000000000000", "295147905179352830000")]
    [InlineData("44b52d02c7e14af5", "9.999999999999997e+22")]
    [InlineData("44b52d02c7e14af6", "1e+23")]
    [InlineData("44b52d02c7e14af7", "1.0000000000000001e+23")]
    [InlineData("444b1ae4d6e2ef4e", "999999999999999700000")]
    [InlineData("444b1ae4d6e2ef4f", "999999999999999900000")]
    [InlineData("444b1ae4d6e2ef50", "1e+21")]
    [InlineData("3eb0c6f7a0b5ed8c", "9.999999999999997e-7")]
    [InlineData("3eb0c6f7a0b5ed8d", "0.000001")]
    [InlineData("41b3de4355555553", "333333333.3333332")]
    [InlineData("41b3de4355555554", "333333333.33333325")]
    [InlineData("41b3de4355555555", "333333333.3333333")]
    [InlineData("41b3de4355555556", "333333333.3333334")]
    [InlineData("41b3de4355555557", "333333333.33333343")]
    [InlineData("becbf647612f3696", "-0.0000033333333333333333")]
    [InlineData("43143ff3c1cb0959", "1424953923781206.2")]
    public void Numbers_are_written_as_the_standard_lists_them(string bits, string text) =>
        Assert.Equal(text, Encoding.UTF8.GetString(CanonicalJson.Bytes(JsonValue.Create(BitConverter.Int64BitsToDouble(long.Parse(bits, NumberStyles.HexNumber, CultureInfo.InvariantCulture))))));

    [Theory]
    [InlineData("1.0", "1")]
    [InlineData("-0", "0")]
    [InlineData("-0.0", "0")]
    [InlineData("1E2", "100")]
    [InlineData("100000000000000000000", "100000000000000000000")]
    [InlineData("1e21", "1e+21")]
    [InlineData("0.1e-6", "1e-7")]
    [InlineData("123456789012345678901234567890", "1.2345678901234568e+29")]
    [InlineData("-2147483648", "-2147483648")]
    [InlineData("2147483648", "2147483648")]
    public void Numbers_come_out_the_same_however_they_were_written(string json, string text) => Assert.Equal(text, Canonical(json));

    [Fact]
    public void Every_number_reads_back_as_itself() => Prop.ForAll<double>(number => !double.IsFinite(number)
        || double.Parse(Encoding.UTF8.GetString(CanonicalJson.Bytes(JsonValue.Create(number))), CultureInfo.InvariantCulture) == number)
        .Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(2000));

    [Fact]
    public void Keys_are_ordered_by_their_utf16_units() =>
        Assert.Equal("{\"\":0,\"A\":1,\"a\":2,\"é\":3,\"\uD83D\uDE00\":4,\"\uFB33\":5}", Canonical("{\"\\uFB33\":5,\"\\uD83D\\uDE00\":4,\"é\":3,\"a\":2,\"A\":1,\"\":0}"));

    [Fact]
    public void Only_what_must_be_is_escaped() =>
        Assert.Equal("\"\\b\\t\\n\\f\\r\\u0000\\u001f\u007f\u0080\u2028/\\\\\\\"<é\"", Canonical("\"\\b\\t\\n\\f\\r\\u0000\\u001F\\u007f\\u0080\\u2028\\/\\\\\\\"<\\u00e9\""));

    [Theory]
    [InlineData(0xD800)]
    [InlineData(0xDC00, 0xD800)]
    [InlineData(0x61, 0xD83D)]
    [InlineData(0xD83D, 0x61)]
    public void A_lone_surrogate_is_refused_in_values_and_in_keys(params int[] units)
    {
        // As numbers: the compiler would write a lone surrogate of an attribute as U+FFFD.
        var text = new string([.. units.Select(u => (char)u)]);
        Assert.Throws<InvalidOperationException>(() => CanonicalJson.Bytes(JsonValue.Create(text)));
        Assert.Throws<InvalidOperationException>(() => CanonicalJson.Bytes(new JsonObject { [text] = 1 }));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void What_is_no_number_is_refused(double number) => Assert.Throws<InvalidOperationException>(() => CanonicalJson.Bytes(JsonValue.Create(number)));

    [Fact]
    public void Nesting_beyond_the_limit_is_refused()
    {
        JsonNode node = new JsonArray();
        for (var i = 0; i < 70; i++) node = new JsonArray(node);
        Assert.Throws<InvalidOperationException>(() => CanonicalJson.Bytes(node));
    }

    [Fact]
    public void Values_of_the_base_library_are_written_as_their_text()
    {
        var id = Guid.Parse("0198c0de-0000-7000-8000-000000000001");
        Assert.Equal($"\"{id:D}\"", Encoding.UTF8.GetString(CanonicalJson.Bytes(JsonValue.Create(id))));
        Assert.Equal("\"a\"", Encoding.UTF8.GetString(CanonicalJson.Bytes(JsonValue.Create('a'))));
    }

    [Fact]
    public void Canonical_bytes_are_their_own_canonical_form() => Prop.ForAll<NonNull<string>, double, int>((text, number, small) =>
    {
        var clean = new string([.. text.Get.Where(c => !char.IsSurrogate(c))]);
        var once = CanonicalJson.Bytes(new JsonObject { [clean] = double.IsFinite(number) ? number : 1.5, ["n" + small] = new JsonArray(clean, small, null, true) });
        return once.AsSpan().SequenceEqual(CanonicalJson.Bytes(once));
    }).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(300));
}
