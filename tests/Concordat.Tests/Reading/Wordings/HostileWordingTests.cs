using System.Diagnostics;
using System.Text;
using Concordat.Reading.Evidence;
using Concordat.Reading.Wordings;
using Concordat.Reading.Wordings.Output;

namespace Concordat.Tests.Reading.Wordings;

/// <summary>Cut, spliced and spoilt agreements are read to their end, and quoted to the letter.</summary>
public sealed class HostileWordingTests
{
    private static readonly string[] Own = [.. Texts.In(Path.Combine(Texts.Gold, "wordings")).Select(t => t.Text)];

    [Fact]
    public void Random_cuts_and_mutations_are_read()
    {
        var random = new Random(4711);
        for (var round = 0; round < 400; round++) Check(Spoil(random));
    }

    [Theory]
    [InlineData("Article 1. ")]
    [InlineData("This Agreement shall remain in force for five years or until ")]
    [InlineData("(hereinafter \"A\") and the University of ")]
    [InlineData("For the University     For the Institute\n_____     _____\n")]
    [InlineData("1. (a) (i) § 3 \n")]
    [InlineData("two (2) years three (3) months' notice ")]
    [InlineData("\"((\"\"))hereinafter \"")]
    [InlineData("12 March 2026 03/04/2026 2026-01-01 ")]
    [InlineData("Page 1 of 2\n\n- 3 -\n\f")]
    [InlineData("The Steering Committee shall meet, which Joint Commission ")]
    [InlineData("between A and B, and C; and the Ministry of D\n")]
    [InlineData("l1O0rnI ")]
    [InlineData("A ")]
    [InlineData("and the University of ")]
    public void A_part_repeated_without_end_is_read(string part) => Check(new StringBuilder().Insert(0, part, 100_000 / part.Length).ToString());

    [Fact]
    public void Nothing_and_blanks_are_no_agreement()
    {
        Assert.Null(AgreementReader.Always(""));
        Assert.Null(AgreementReader.Always(" \n\f\t\0 "));
        Assert.Null(AgreementReader.Read(null));
    }

    [Fact]
    public void Ten_times_the_text_takes_not_much_more_than_ten_times_as_long()
    {
        var once = string.Concat(Enumerable.Repeat(string.Concat(Own), 1));
        var ten = string.Concat(Enumerable.Repeat(once, 10));
        AgreementReader.Always(once);
        var (small, large) = (Time(once), Time(ten));
        Assert.True(large.TotalMilliseconds < 30 * small.TotalMilliseconds + 200, $"{once.Length} in {small}, {ten.Length} in {large}");
    }

    private static TimeSpan Time(string text)
    {
        var best = long.MaxValue;
        for (var i = 0; i < 7; i++)
        {
            var start = OnProcessor();
            AgreementReader.Always(text);
            best = Math.Min(best, OnProcessor() - start);
        }

        return TimeSpan.FromMicroseconds(best / 1000.0);
    }

    /// <summary>Nanoseconds that this thread has spent on a processor, so that what else the machine does is not counted; by the clock where the system does not tell.</summary>
    private static long OnProcessor()
    {
        const string told = "/proc/thread-self/schedstat";
        return File.Exists(told) ? long.Parse(File.ReadAllText(told).Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture) : (long)Stopwatch.GetElapsedTime(0).TotalNanoseconds;
    }

    private static void Check(string text)
    {
        AgreementReader.Read(text);
        if (AgreementReader.Always(text) is not { } wording) return;
        Quotes.Check(new Findings { Wording = wording }, text);
        WordingText.Print(wording, TextWriter.Null);
    }

    private static string Spoil(Random random)
    {
        var text = Own[random.Next(Own.Length)];
        var made = new StringBuilder(text[random.Next(text.Length / 2)..]);
        made.Length -= random.Next(made.Length / 2);
        if (random.Next(3) == 0) made.Append(Own[random.Next(Own.Length)].AsSpan(0, 300));
        for (var n = random.Next(0, 40); n > 0 && made.Length > 2; n--)
        {
            var at = random.Next(made.Length);
            switch (random.Next(5))
            {
                case 0: made.Remove(at, Math.Min(random.Next(1, 30), made.Length - at)); break;
                case 1: made.Insert(at, (char)random.Next(1, 65536)); break;
                case 2: made[at] = "\n\t ()\"',.;:-_0Ol1§/"[random.Next(19)]; break;
                case 3: made.Insert(at, made.ToString(at, Math.Min(40, made.Length - at))); break;
                default: made.Insert(at, "\n\n"); break;
            }
        }

        return made.ToString();
    }
}
