using System.Text;
using Concordat.Reading;
using Concordat.Reading.Evidence;

namespace Concordat.Tests.Reading;

/// <summary>Whatever the bytes were, the reader answers, quickly, and quotes only what is there.</summary>
public sealed class HostileTextTests
{
    private const int Long = 500_000;

    public static TheoryData<string> Shapes => ["empty", "blank", "nul", "surrogates", "binary", "one-word", "one-line", "brackets", "capitals", "dots", "ands", "quotes", "names", "meetings", "mous", "acronyms", "dates", "hyphens", "newlines", "possessives", "roles", "titles", "towns"];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_hostile_text_is_read_to_its_end(string shape)
    {
        var text = Make(shape);
        var found = DocumentReader.Read(text, new DateOnly(2024, 5, 1));
        Quotes.Check(found, text);
        FindingsJson.Write(found);
        FindingsText.Print(found, text, TextWriter.Null);
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(9999, 12, 31)]
    public void The_ends_of_the_calendar_do_no_harm(int year, int month, int day) =>
        DocumentReader.Read("Paris, Jan 1: They signed an MoU last week, yesterday, next month and on Friday. It was renewed on December 31.", new DateOnly(year, month, day));

    [Fact]
    public void Random_cuts_and_splices_of_real_looking_text_are_read()
    {
        var texts = Texts.In(Texts.Gold).Select(t => t.Text).ToArray();
        var random = new Random(20260213);
        for (var round = 0; round < 300; round++)
        {
            var text = Splice(texts, random);
            Quotes.Check(DocumentReader.Read(text), text);
        }
    }

    private static string Splice(string[] texts, Random random)
    {
        var made = new StringBuilder();
        for (var n = random.Next(1, 6); n > 0; n--)
        {
            var text = texts[random.Next(texts.Length)];
            var start = random.Next(text.Length);
            made.Append(text.AsSpan(start, random.Next(text.Length - start)));
            if (random.Next(3) == 0) made.Append((char)random.Next(1, 65536));
        }
        return made.ToString();
    }

    private static string Make(string shape) => shape switch
    {
        "empty" => "",
        "blank" => new(' ', Long),
        "nul" => new('\0', Long),
        "surrogates" => Repeat("\uD800\uDC00\uDC00 a\uD83D "),
        "binary" => Binary(),
        "one-word" => new('a', Long),
        "one-line" => Repeat("the agency signed an agreement with the university and "),
        "brackets" => Repeat("(((([[[") + Repeat(")))"),
        "capitals" => Repeat("University Of Ministry For Director "),
        "dots" => Repeat("U.S. A. B.C. Dr. "),
        "ands" => Repeat("Science and Technology and Research, Energy and "),
        "quotes" => Repeat("\"“‘’”'"),
        "names" => Repeat("Dr Anna Berg, Minister of Trade, and Prof. Bo Lind of the Lund Institute of Optics "),
        "meetings" => Repeat("The 3rd India-France Joint Committee Meeting was held in Paris on May 3-4. "),
        "mous" => Numbered(i => $"Alpha{i} University and Beta{i} University signed an MoU on 3 May. "),
        "acronyms" => Numbered(i => $"IIT Town{(char)('a' + i % 26)}{i} and TU City{i} met. "),
        "dates" => Repeat("3 May, 4 and 5 June 2020, last week, 2020-01-01 to 03/04/2021 "),
        "hyphens" => Repeat("India-US-UK--France-") + new string('-', Long / 2),
        "newlines" => Repeat("A\r\n\n\rB\u2028"),
        "possessives" => Repeat("India's DRDO's DIPAS' "),
        "roles" => Repeat("Deputy Assistant Secretary of State for Defence and Director General of the "),
        "titles" => Repeat("Framework Agreement for the Cooperation on Space of the "),
        _ => Repeat("in New Delhi, Paris and Washington "),
    };

    private static string Repeat(string part) => new StringBuilder(Long + part.Length).Insert(0, part, Long / part.Length).ToString();

    private static string Numbered(Func<int, string> part)
    {
        var made = new StringBuilder();
        for (var i = 0; made.Length < Long; i++) made.Append(part(i));
        return made.ToString();
    }

    private static string Binary()
    {
        var random = new Random(4);
        return string.Create(Long, random, static (span, r) => { for (var i = 0; i < span.Length; i++) span[i] = (char)r.Next(0, 65536); });
    }
}
