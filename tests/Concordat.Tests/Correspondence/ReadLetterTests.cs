using System.Text;
using Concordat.Correspondence;
using Concordat.Sources.Extraction;

namespace Concordat.Tests.Correspondence;

public sealed class ReadLetterTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    private const string Letter = """
        Norvik Polar Laboratory
        Harbour Road 4, Tromsø

        Our ref: NPL/26/118          Your ref: IC/PT/2026/04
        Tromsø, 12 November 2026

        Subject: Second session of the Joint Ice Committee

        Dear Ms Holm,

        We would be grateful for your reply on the proposed
        dates by 15 December 2026, so that rooms can be booked.
        """;

    [Fact]
    public void The_lines_of_a_letters_head_are_read_with_their_places()
    {
        var read = ReadLetter.Of(Letter, null, Today);
        Assert.Equal(("NPL/26/118", "IC/PT/2026/04", "Second session of the Joint Ice Committee"), (read.SendersReference?.Value, read.ReadersReference?.Value, read.Subject?.Value));
        Assert.Equal(("2026-11-12", "2026-12-15"), (read.Dated?.Value, read.ReplyBy?.Value));
        Assert.Equal(["NPL/26/118", "IC/PT/2026/04", "12 November 2026", "15 December 2026"], new[] { read.SendersReference!, read.ReadersReference!, read.Dated!, read.ReplyBy! }.Select(s => Letter.Substring(s.Start, s.Length)));
    }

    [Theory]
    [InlineData("Ref: DG/4(b)/2026", "DG/4(b)/2026"), InlineData("Reference No.: 77-2026", "77-2026"), InlineData("No. IC/2026/14   Dated 3 May 2026", "IC/2026/14"), InlineData("File no: 12/A", "12/A")]
    [InlineData("Referring to our talk: fine", null), InlineData("No. We decline.", null), InlineData("ref:", null)]
    public void A_reference_is_what_stands_behind_its_mark(string line, string? reference) => Assert.Equal(reference, ReadLetter.Of(line, null, Today).SendersReference?.Value);

    [Theory]
    [InlineData("Please confirm your participation no later than 3 May 2027.", "2027-05-03"), InlineData("We look forward to hearing your answer before 1.12.2026.", "2026-12-01")]
    [InlineData("Kindly respond within 20 days.", "2026-11-21"), InlineData("Comments are welcome until end of business", null), InlineData("The reply was sent. The hall was built by 1926 workers.", null)]
    public void The_day_by_which_a_reply_is_asked_for_is_read(string sentence, string? day) => Assert.Equal(day, ReadLetter.Of(sentence, new(2026, 11, 1), Today).ReplyBy?.Value);

    [Fact]
    public void Whatever_the_text_is_reading_ends_soon()
    {
        foreach (var text in new[] { "", "\n\n", new string('r', 200_000), string.Concat(Enumerable.Repeat("reply ", 40_000)), string.Concat(Enumerable.Repeat("reply by 1 ", 40_000)), string.Concat(Enumerable.Repeat("Our ref: \n", 30_000)), "Date: \ud800 99999999999999999999" })
            _ = ReadLetter.Of(text, new(2026, 11, 1), Today);
    }

    [Fact]
    public void The_headers_of_a_mail_say_who_wrote_to_whom_and_when()
    {
        var mail = "From: =?utf-8?q?=C3=89tienne_Rochefleur?= <e.rochefleur@ndso.example>\r\nTo: \"Holm, Vera\" <v.holm@ndra.example>, other@x.example\r\nDate: Thu, 12 Nov 2026 23:10:00 -0500\r\nSubject: Dates\r\n of the session\r\n\r\nFrom: nobody\r\n";
        var heads = MailHeads.Read(Encoding.UTF8.GetBytes(mail))!;
        Assert.Equal(new Mailbox("Étienne Rochefleur", "e.rochefleur@ndso.example"), heads.From);
        Assert.Equal(("Holm, Vera", "ndra.example"), (heads.To!.Name, heads.To.Domain));
        Assert.Equal((new DateOnly(2026, 11, 12), "Dates of the session"), (heads.Day, heads.Subject));
    }

    [Theory, InlineData(""), InlineData("no header at all"), InlineData("\n\n"), InlineData("From: <<<@@>>>\nTo: \nDate: never\n\nx"), InlineData("\0\0\0\n\n")]
    public void Headers_that_are_none_say_nothing(string bytes)
    {
        var heads = MailHeads.Read(Encoding.Latin1.GetBytes(bytes));
        Assert.True(heads is null || (heads.Day is null && heads.Subject is null));
    }
}
