using Concordat.Sources;

namespace Concordat.Tests.Sources;

public sealed class FingerprintTests
{
    private static readonly string[] Words = [.. Enumerable.Range(0, 300).Select(i => $"w{(i * 7919) % 1000}x{i}")];

    private static string Text(IEnumerable<string> words) => string.Join(' ', words);

    private static double Likeness(IEnumerable<string> a, IEnumerable<string> b) => Fingerprint.Likeness(Fingerprint.Of(Text(a))!, Fingerprint.Of(Text(b))!);

    private static bool Meet(IEnumerable<string> a, IEnumerable<string> b) => Fingerprint.Bands(Fingerprint.Of(Text(a))!).Intersect(Fingerprint.Bands(Fingerprint.Of(Text(b))!)).Any();

    [Fact]
    public void A_copy_with_other_furniture_is_near()
    {
        var copy = Words.Skip(20).Concat(Enumerable.Range(0, 60).Select(i => $"furniture{i}"));
        Assert.InRange(Likeness(Words, copy), Fingerprint.NearCopy, 1);
        Assert.True(Meet(Words, copy));
    }

    [Fact]
    public void A_copy_with_a_word_changed_in_every_twenty_is_near() =>
        Assert.InRange(Likeness(Words, Words.Select((w, i) => i % 20 == 7 ? w + "q" : w)), Fingerprint.NearCopy, 1);

    [Fact]
    public void Another_text_on_the_same_words_is_not_near() => Assert.InRange(Likeness(Words, Words.Reverse()), 0, 0.2);

    [Fact]
    public void Short_texts_prove_nothing() => Assert.Null(Fingerprint.Of(Text(Words.Take(19))));
}
