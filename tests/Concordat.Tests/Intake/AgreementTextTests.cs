using Concordat.Intake;
using Concordat.Tests.Samples;
using Concordat.Tests.Storage;

namespace Concordat.Tests.Intake;

public sealed class AgreementTextTests
{
    private const string Long = """
        MEMORANDUM OF UNDERSTANDING

        BETWEEN

        THE VARUNA INSTITUTE OF COLD PHYSIOLOGY AND ALLIED SCIENCES (VICP)

        AND

        TARNFELL TECHNICAL UNIVERSITY

        ON COOPERATION IN ALTITUDE NUTRITION

        The Varuna Institute of Cold Physiology and Allied Sciences, hereinafter referred to as "the Institute", and Tarnfell Technical University, hereinafter "the University",

        WHEREAS both sides wish to work together,

        Article 1
        The Parties shall exchange researchers.

        Article 9
        This Memorandum shall enter into force on the date of the last signature and shall remain in force for a period of five (5) years from the date of its entry into force, unless terminated earlier.

        IN WITNESS WHEREOF the undersigned have signed at Port Anselm on this 12th day of March 2026.
        """;

    private static AgreementText Read(string text)
    {
        var read = AgreementText.Read(text);
        Assert.NotNull(read);
        foreach (var value in new[] { read.Title, read.Sort, read.Signed, read.Ends }.Concat(read.Partners).OfType<SaidValue>())
            Assert.Equal(value.Evidence!.Quote, value.Evidence.Place.Of(text));
        return read;
    }

    [Fact]
    public void A_memorandum_says_its_title_partners_signature_and_term()
    {
        var read = Read(Long);
        Assert.Equal("Memorandum of Understanding between the Varuna Institute of Cold Physiology and Allied Sciences (VICP) and Tarnfell Technical University on Cooperation in Altitude Nutrition", read.Title!.Value);
        Assert.Equal("mou", read.Sort!.Value);
        Assert.Equal(["Varuna Institute of Cold Physiology and Allied Sciences", "Tarnfell Technical University"], read.Partners.Select(p => p.Value));
        Assert.Equal("2026-03-12", read.Signed!.Value);
        Assert.Equal("2031-03-12", read.Ends!.Value);
        Assert.Contains("five (5) years from the date of its entry into force", read.Ends.Evidence!.Quote);
    }

    [Theory]
    [InlineData("It shall remain in force until 31 December 2030.", "2030-12-31")]
    [InlineData("This Agreement is valid for three years from the date of signature.", "2029-03-12")]
    [InlineData("This Agreement will remain in effect for 36 months after signing.", "2029-03-12")]
    [InlineData("This Agreement shall enter into force on 1 April 2026. It shall remain in force for ten years from its entry into force.", "2036-04-01")]
    [InlineData("The term of this Agreement shall be two (2) years from 1 May 2026.", "2028-05-01")]
    [InlineData("This Agreement shall remain in force for five years from its entry into force. It enters into force when the Parties have told each other that their procedures are complete.", null)]
    [InlineData("This Agreement remains in force until the project is complete.", null)]
    public void The_end_is_stated_or_counted_from_a_day_that_is_stated(string clause, string? ends)
    {
        var text = $"PROJECT AGREEMENT between Goldmark Naval Yard Ltd and Orsk Materials Laboratory\n\nArticle 1\nThe Parties shall study hulls.\n\nArticle 2\n{clause}\n\nSigned at Orsk on 12 March 2026.\n";
        var read = Read(text);
        Assert.Equal((ends, "project-agreement"), (read.Ends?.Value, read.Sort!.Value));
        Assert.Equal(["Goldmark Naval Yard Ltd", "Orsk Materials Laboratory"], read.Partners.Select(p => p.Value));
    }

    [Theory]
    [InlineData("Date: 3 May 2026\nDate: 7 May 2026", "2026-05-07")]
    [InlineData("Done at Orsk, May 3, 2026, in two originals, signed on 3 May 2026.", "2026-05-03")]
    [InlineData("Signed this ____ day of ________ 2026", null)]
    [InlineData("Signed on 03/05/2026 for and on behalf of the Yard", "2026-05-03")]
    public void The_last_signature_counts_and_a_blank_is_no_day(string block, string? signed) => Assert.Equal(
        signed, Read($"Letter of Intent\nbetween\nGoldmark Naval Yard\nand\nthe Ministry of Fisheries and Coasts\n\nThe Parties intend to meet.\n\n1. The Parties will meet.\n\nFor and on behalf of the Yard\n{block}\n").Signed?.Value);

    [Fact]
    public void Several_partners_are_told_apart_though_their_names_have_and_in_them()
    {
        var read = Read("FRAMEWORK AGREEMENT\nbetween the Ministry of Fisheries and Coasts, the Institute of Sea and Ice and the University of Karvel\non ice\n\nWHEREAS ice melts,\nArticle 1\nThe Parties shall measure it.\n");
        Assert.Equal("framework", read.Sort!.Value);
        Assert.Contains(read.Partners, p => p.Value == "University of Karvel");
    }

    [Fact]
    public void News_about_agreements_is_no_agreement()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Root, "tests", "Gold"), "*.txt")) Assert.Null(AgreementText.Read(File.ReadAllText(file)));
        Assert.Null(AgreementText.Read(""));
        Assert.Null(AgreementText.Read("Agreement reached between Goldmark Naval Yard and Orsk Laboratory\n\nORSK: The two sides will work together, it was said on Monday."));
    }

    [Fact]
    public async Task The_sample_paper_fills_the_form()
    {
        var read = Read((await Concordat.Sources.Extraction.Extract.ReadAsync(SamplePdf.Readable, "mou.pdf")).Value.Text);
        Assert.Equal(["Varuna Institute of Cold Physiology", "Tarnfell Technical University"], read.Partners.Select(p => p.Value));
        Assert.Equal(("mou", "2024-03-12", "2029-03-11"), (read.Sort!.Value, read.Signed!.Value, read.Ends!.Value));
    }

    [Theory]
    [InlineData("between "), InlineData(" and "), InlineData("remain in force for five "), InlineData("signed on "), InlineData("\n\n")]
    public void Hostile_repetition_is_read_to_its_end(string piece)
    {
        var text = "MEMORANDUM OF UNDERSTANDING between A Institute and B Institute\nArticle 1\nThe Parties shall.\nWhereas " + string.Concat(Enumerable.Repeat(piece, 200_000 / piece.Length));
        AgreementText.Read(text);
    }
}
