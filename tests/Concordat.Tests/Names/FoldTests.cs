using System.Text;
using Concordat.Names;
using Concordat.Storage;
using Concordat.Tests.Storage;
using FsCheck;
using FsCheck.Fluent;

namespace Concordat.Tests.Names;

public class FoldTests
{
    private static readonly int[] Edges = ['a', 'Z', ' ', '-', 0xE9, 0xDF, 0x130, 0x131, 0x3A3, 0x3C2, 0x1E9E, 0xAC00, 0x4E00, 0x915, 0x93C, 0xD7FF, 0xE000, 0xFB01, 0xFFFD, 0xFF21, 0x1F600, 0x1D400, 0x10FFFF, 0x301, 0x20, 0xA0];

    private static Arbitrary<string> Strings()
    {
        var rune = Gen.OneOf(Gen.Elements(Edges), Gen.Choose(0x20, 0x2FF), Gen.Choose(0x300, 0xD7FF), Gen.Choose(0xE000, 0x10FFFF));
        return rune.ListOf().Select(runes => string.Concat(runes.Select(r => new Rune(r).ToString()))).ToArbitrary();
    }

    [Fact]
    public void Folding_twice_is_folding_once() => Prop.ForAll(Strings(), text =>
    {
        Assert.Equal(Fold.SortKey(text), Fold.SortKey(Fold.SortKey(text)));
        Assert.Equal(Fold.Key(text), Fold.Key(Fold.Key(text)));
    }).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(3000));

    [Fact]
    public void Every_single_character_folds_to_what_stays()
    {
        for (var c = 0x20; c <= 0x10FFFF; c++)
            if (Rune.IsValid(c) && new Rune(c).ToString() is var text && Fold.SortKey(text) is var key && Fold.SortKey(key) != key) Assert.Fail($"U+{c:X4} {text} → {key} → {Fold.SortKey(key)}");
    }

    [Theory]
    [InlineData("Élodie  Müller ", "elodie muller")]
    [InlineData("ŁÓDŹ", "lodz")]
    [InlineData("Straße", "strasse")]
    [InlineData("ﬁne №", "fine no")]
    [InlineData("Ⅷ", "viii")]
    [InlineData("Ærø", "aero")]
    public void Spelling_habits_do_not_matter(string text, string key) => Assert.Equal(key, Fold.SortKey(text));

    [Theory]
    [InlineData("The Centre for Ice & Snow", "center for ice and snow")]
    [InlineData("I.I.T. Ropar", "IIT Ropar")]
    [InlineData("Defense Lab", "Defence Laboratory")]
    public void Names_that_mean_the_same_are_recognised(string a, string b) => Assert.Equal(Fold.Key(a), Fold.Key(b));

    [Theory, BothDatabases]
    public async Task Lists_have_the_same_order_in_the_database_and_in_memory(Database database)
    {
        await using var bed = await Databases.NewAsync(database);
        var keys = Strings().Generator.Where(s => !s.Contains('\0', StringComparison.Ordinal)).Sample(400).Select(Fold.SortKey).Concat(["", "a", "ab", "\uFFFD", "\U0001F600", "\uE000"]).Distinct().ToList();
        for (var i = 0; i < keys.Count; i++)
            await bed.SqlAsync("INSERT INTO setting (name, value) VALUES (@p0, @p1)", $"{i}", keys[i]);
        var stored = (await bed.RowsAsync("SELECT value FROM setting ORDER BY value")).ConvertAll(r => (string)r[0]!);
        Assert.Equal(keys.Order(CodePointOrder.Comparer), stored);
    }
}
