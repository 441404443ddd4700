using Concordat.Reading.Wordings;

namespace Concordat.Tests.Reading.Wordings;

/// <summary>Pages, hyphens, columns and misread letters do not stand in the way, and the quotes stay those of the text.</summary>
public sealed class LayoutTests
{
    [Fact]
    public void A_page_in_the_middle_of_a_sentence_is_read_over()
    {
        const string Text = "AGREEMENT\n\nArticle 1\nTerm\nThis Agreement shall remain in force for three years and shall be automati-\n\n                    - 1 -\nX-Y Agreement            Page 2 of 2\n\ncally renewed for one year unless either Party gives notice sixty days before.\n";
        var read = AgreementReader.Always(Text)!;
        Assert.Equal("tacit 1 year unless notice 60 days", read.Renewal!.Value.Code);
        Assert.Contains("Page 2 of 2", read.Renewal.Quote, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_blocks_side_by_side_are_two_signatures()
    {
        const string Text = "MEMORANDUM OF UNDERSTANDING\nbetween the Harbour Institute of Sound and the Meadow University of Light\n\nArticle 1\nThe Parties shall cooperate.\n\nDone in two originals.\n\nFor the Harbour Institute      For the Meadow University\nof Sound                       of Light\n\n__________________             __________________\nDr. Ada Quill                  Bo Ferrant\nDirector                       Rector\nDate: 3 May 2026               Date: ____________\n";
        var read = AgreementReader.Always(Text)!;
        Assert.Equal(["Ada Quill", "Bo Ferrant"], read.Signatures.Select(s => s.Name!.Value));
        Assert.Equal(["Harbour Institute of Sound", "Meadow University of Light"], read.Signatures.Select(s => s.Party!.Value));
        Assert.Equal(["2026-05-03", null], read.Signatures.Select(s => s.Date?.Value));
    }

    [Fact]
    public void Misread_letters_are_mended_in_the_value_and_kept_in_the_quote()
    {
        var read = AgreementReader.Always("AGREEMENT\n\nArtic1e 7\nDuration\nThis Agreernent shall rernain in force until l2 March 2O27.\n")!;
        Assert.Equal("until 2027-03-12", read.Duration!.Value.Code);
        Assert.Contains("rernain in force until l2 March 2O27", read.Duration.Quote, StringComparison.Ordinal);
    }

    [Fact]
    public void Letters_set_apart_and_broken_words_are_joined()
    {
        var read = AgreementReader.Always("A G R E E M E N T\n\nArticle 2\nSecrecy\nThe Parties shall keep con fidential informa tion secret for two years from its disclosure.\n")!;
        Assert.Equal("AGREEMENT", read.Title!.Value);
        Assert.Equal("2 years from disclosure", read.Confidentiality!.Value);
    }

    [Fact]
    public void Figures_that_may_be_read_both_ways_are_kept_both()
    {
        var read = AgreementReader.Always("AGREEMENT\n\nArticle 1\nTerm\nThis Agreement shall enter into force on 04/05/2026 and remain in force until 25/12/2028.\n")!;
        Assert.Equal("[2026-04-05,2026-05-04]", read.Effect!.Value.Code);
        Assert.Equal("until 2028-12-25", read.Duration!.Value.Code);
    }
}
