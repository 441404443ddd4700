using Concordat.Reading.Wordings;
using Concordat.Reading.Wordings.Terms;

namespace Concordat.Tests.Reading.Wordings;

/// <summary>Clauses on effect, term, renewal, notice and survival as rules.</summary>
public sealed class TermTests
{
    [Theory]
    [InlineData("This MoU shall remain in force until 31 December 2030.", "until 2030-12-31")]
    [InlineData("This Agreement shall remain in force for a period of five (5) years.", "5 years from entry-into-force")]
    [InlineData("The term of this Agreement shall be 36 (thirty-six) months from the date of the last signature.", "36 months from last-signature")]
    [InlineData("This Arrangement will remain in effect for ten years from 1 January 2026.", "10 years from 2026-01-01")]
    [InlineData("This PA shall remain in force for five years or until completion of the Project, whichever occurs first.", "earlier of (5 years from entry-into-force; until completion of the Project)")]
    [InlineData("This Agreement ends on 31 December 2029 or two years after the launch, whichever is the later.", "later of (until 2029-12-31; 2 years from the launch)")]
    [InlineData("This Agreement shall remain in force until the earlier of (i) 30 June 2028 and (ii) completion of the Project.", "earlier of (until 2028-06-30; until completion of the Project)")]
    [InlineData("This Agreement shall remain in force until 1 May 2030, but at least five years from the first flight.", "until 2030-05-01, at least 5 years from first flight")]
    [InlineData("This Memorandum is concluded for an indefinite period.", "indefinite")]
    [InlineData("This Agreement shall be valid until terminated by either Party.", "indefinite")]
    public void A_term_is_read_as_a_rule(string clause, string code) => Assert.Equal(Plain(code), Plain(Read(clause).Duration?.Value.Code));

    [Theory]
    [InlineData("It shall be renewed automatically for successive periods of two years unless either Party gives notice six months before its expiry.", "tacit 2 years unless notice 6 months")]
    [InlineData("It shall be automatically extended once for a further three years.", "tacit 3 years once")]
    [InlineData("It may be extended by written agreement of the Parties.", "by agreement")]
    [InlineData("This Agreement shall not be renewed.", "none")]
    public void What_follows_the_term_is_read_as_a_rule(string clause, string code) => Assert.Equal(code, Read(clause).Renewal?.Value.Code);

    [Theory]
    [InlineData("This Agreement shall enter into force on the date of its signature.", "signature")]
    [InlineData("This Agreement shall enter into force when both Parties have signed it.", "last-signature")]
    [InlineData("This Agreement shall enter into force on 1 March 2026.", "2026-03-01")]
    [InlineData("This Agreement shall enter into force on the date of receipt of the last written notification through diplomatic channels.", "last-notification")]
    [InlineData("This Agreement shall enter into force thirty days after the exchange of instruments of ratification.", "30 days after ratification")]
    [InlineData("This Agreement shall enter into force upon signature with retroactive effect from 1 January 2025.", "retroactive 2025-01-01")]
    public void The_effect_is_read_as_a_rule(string clause, string code) => Assert.Equal(code, Read(clause).Effect?.Value.Code);

    [Fact]
    public void Each_rule_says_itself_back()
    {
        Assert.Equal("It runs for 5 years from entry into force or until 31 December 2030, whichever is earlier.", new EarlierOf([new RunsFor(new(5, TimeUnit.Years), new(Moment.EntryIntoForce)), new UntilDate("2030-12-31")]).Sentence);
        Assert.Equal("It is renewed by itself for 12 months, each time again, unless a party gives notice 3 months before the end.", new TacitRenewal(new(12, TimeUnit.Months), new(3, TimeUnit.Months), null, true, Again: true).Sentence);
        Assert.Equal("It takes effect on the first day of the 2nd month after ratification.", new EffectRule(new(Moment.Ratification), MonthAfter: 2).Sentence);
        Assert.Equal("After its end articles 7, 9 stay in force for 5 years.", new SurvivalRule(["7", "9"], [], new(5, TimeUnit.Years)).Sentence);
        Assert.Equal("Due within 30 days of the last signature.", new DueWithin(new(30, TimeUnit.Days), new(Moment.LastSignature)).Sentence);
        Assert.Equal("It runs until 1 May 2030, but at least for 2 years; from when is not stated.", new AtLeast(new UntilDate("2030-05-01"), new RunsFor(new(2, TimeUnit.Years), null)).Sentence);
    }

    [Theory]
    [InlineData("It shall be automatically renewed for successive periods of one year.", true)]
    [InlineData("It shall be automatically extended for one year unless a Party gives notice.", false)]
    public void That_it_goes_on_again_and_again_is_told_only_where_the_text_says_so(string clause, bool again) => Assert.Equal(again, ((TacitRenewal)Read(clause).Renewal!.Value).Again);

    [Fact]
    public void A_duty_to_keep_secrets_is_no_term()
    {
        var read = Read("Article 4\nConfidentiality\nThe obligations of confidentiality shall remain in force for five years after termination.");
        Assert.Null(read.Duration);
        Assert.Equal("confidentiality for 5 years", Assert.Single(read.Survival).Value.Code);
    }

    [Theory]
    [InlineData("This Agreement shall remain in force until [date].")]
    [InlineData("This Agreement shall remain in force until ____ 20__.")]
    [InlineData("This Agreement shall remain in force for XX years.")]
    public void A_blank_is_no_value(string clause) => Assert.False(Read(clause).Duration?.Value is UntilDate or RunsFor);

    private static string? Plain(string? code) => code?.Replace("the ", "");

    private static AgreementWording Read(string clause) => AgreementReader.Always("MEMORANDUM OF UNDERSTANDING\n\nArticle 9\nFinal provisions\n" + clause + "\n")!;
}
