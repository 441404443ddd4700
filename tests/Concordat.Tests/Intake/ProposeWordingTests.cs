using Concordat.Intake;
using Concordat.Reading;

namespace Concordat.Tests.Intake;

/// <summary>The text of an agreement proposes the agreement itself, its parties and who signed.</summary>
public class ProposeWordingTests
{
    private const string Text = """
        MEMORANDUM OF UNDERSTANDING
        between
        Vesterholm University of Technology (hereinafter "VUT"), Vesterholm, Denmark
        and
        Institute of Polar Materials (hereinafter "IPM"), Puerto Sereno, Chile

        Under the Framework Agreement on Scientific Cooperation signed on 4 May 2019, the Parties have agreed as follows:

        Article 1
        The Parties shall exchange researchers in the field of cold-climate composites.

        Article 2
        A Joint Steering Committee shall meet once a year.

        Article 3
        This Memorandum shall remain in force until 31 December 2030. Either Party may terminate it by giving six months' written notice.

        Done at Vesterholm on 12 March 2026 in two originals in the English language.

        For Vesterholm University of Technology
        Name: Dr Astrid Lykke
        Title: Rector

        For the Institute of Polar Materials
        Name: Tomás Arriagada
        Title: Director
        """;

    private static string? Value(Proposal proposal, string key) => proposal.Values.FirstOrDefault(v => v.Key == key)?.Value;

    [Fact]
    public void A_memorandum_becomes_one_agreement_with_its_parties_and_signatories()
    {
        var all = Propose.From(DocumentReader.Read(Text));
        var agreement = all.Single(p => p.Key == "i1");
        Assert.Equal(["agreement", "agreement", "body", "organisation", "organisation", "person", "person"], all.Select(p => p.Kind).Order());
        Assert.Equal(("mou", "2026-03-12", "Vesterholm", "2030-12-31"), (Value(agreement, "agreementSort"), Value(agreement, "signed"), Value(agreement, "place"), Value(agreement, "ends")));
        Assert.Equal(["Vesterholm University of Technology", "Institute of Polar Materials"], agreement.Values.Where(v => v.List == "parties").Select(v => all.Single(p => p.Key == v.Value).Title));
        Assert.Equal(["Rector", "Director"], agreement.Values.Where(v => v.List == "signatures" && v.Field.Name == "capacity").Select(v => v.Value));
        var framework = all.Single(p => p.Key == Value(agreement, "under"));
        Assert.Equal(("2019-05-04", "agreement"), (Value(framework, "signed"), framework.Kind));
        Assert.Equal("i1", Value(all.Single(p => p.Kind == "body"), "establishedBy"));
    }

    [Fact]
    public void Capitals_are_proposed_as_names_are_written_and_quoted_as_they_stand()
    {
        var all = Propose.From(DocumentReader.Read(Text.Replace("Dr Astrid Lykke", "ASTRID LYKKE", StringComparison.Ordinal)));
        // A heading that says only what it is names no agreement.
        Assert.Equal("Memorandum of understanding, Vesterholm University of Technology – Institute of Polar Materials", all.Single(p => p.Key == "i1").Title);
        var name = all.Where(p => p.Kind == "person").SelectMany(p => p.Values).First(v => v.Key == "name");
        Assert.Equal(("Astrid Lykke", "ASTRID LYKKE"), (name.Value, name.Evidence!.Quote));
    }

    [Theory]
    [InlineData("ASTRID MCDONALD-O'NEILL", "Astrid McDonald-O'Neill")]
    [InlineData("PIET VAN DER MEER", "Piet Van Der Meer")]
    [InlineData("JEAN D’ARVEL", "Jean D'Arvel")]
    [InlineData("Astrid macLykke", "Astrid macLykke")]
    public void Names_in_capitals_are_written_as_names_are(string said, string name) =>
        Assert.Contains(name, Propose.From(DocumentReader.Read(Text.Replace("Dr Astrid Lykke", said, StringComparison.Ordinal))).Where(p => p.Kind == "person").Select(p => p.Title));

    [Fact]
    public void One_person_who_signs_for_two_parties_is_one_person()
    {
        var all = Propose.From(DocumentReader.Read(Text.Replace("Tomás Arriagada", "Dr Astrid Lykke", StringComparison.Ordinal)));
        var (person, agreement) = (all.Single(p => p.Kind == "person"), all.Single(p => p.Key == "i1"));
        Assert.Equal([person.Key, person.Key], agreement.Values.Where(v => v.List == "signatures" && v.Field.Name == "person").Select(v => v.Value));
        Assert.Equal(["Rector", "Director"], person.Values.Where(v => v.Field.Name == "role").Select(v => v.Value));
    }

    [Theory]
    [InlineData("Date: 14 March 2026", "2026-03-14")]
    [InlineData("Date: ____", null)]
    public void What_one_party_has_not_signed_has_no_day_of_signature(string second, string? signed)
    {
        var text = Text.Replace("Done at Vesterholm on 12 March 2026 in two originals", "Done in two originals", StringComparison.Ordinal).Replace("Title: Rector", "Title: Rector\nDate: 12 March 2026", StringComparison.Ordinal);
        if (signed is null) text = text.Replace("Name: Tomás Arriagada", "Name: ____", StringComparison.Ordinal);
        var agreement = Propose.From(DocumentReader.Read(text.Replace("Title: Director", "Title: Director\n" + second, StringComparison.Ordinal))).Single(p => p.Key == "i1");
        Assert.Equal(signed, Value(agreement, "signed"));
    }

    [Fact]
    public void Every_value_of_every_wording_has_its_words_at_their_place_and_refers_to_what_is_proposed()
    {
        var folder = Path.Combine(Reading.Texts.Gold, "wordings");
        var seen = 0;
        foreach (var file in Directory.EnumerateFiles(folder, "*.txt"))
        {
            var text = File.ReadAllText(file);
            var all = Propose.From(DocumentReader.Read(text));
            var keys = all.Select(p => p.Key).ToHashSet();
            Assert.Equal(all.Length, keys.Count);
            foreach (var value in all.SelectMany(p => p.Values))
            {
                seen++;
                if (value.Evidence is { } evidence) Assert.Equal(evidence.Place.Of(text), evidence.Quote);
                if (value.Field.Type == FieldType.Record) Assert.Contains(value.Value, keys);
            }
        }

        Assert.True(seen > 700, $"Only {seen} values were proposed.");
    }
}
