using System.Text.Json.Nodes;
using Concordat.Reading;
using Concordat.Reading.Evidence;

namespace Concordat.Tests.Reading.Evidence;

public sealed class FindingsJsonTests
{
    private const string Text = "date 2024-03-15\nIndia and Japan held the 4th India-Japan Space Dialogue in Tokyo on March 11-12, which was co-chaired by Dr Asha Verma and Kenji Mori. Aster University and the Birch Institute of Optics (BIO) signed an MoU on March 14, the Ministry of Education said.";

    private static readonly JsonNode Json = JsonNode.Parse(FindingsJson.Write(DocumentReader.Read(Text)))!;

    [Fact]
    public void Organisations_are_those_that_take_part_without_states() =>
        Assert.Equal(["Aster University", "Birch Institute of Optics"], Json["organisations"]!.AsArray().Select(o => o!["name"]!.GetValue<string>()));

    [Fact]
    public void Parties_are_names_not_keys() =>
        Assert.Equal(["Aster University", "Birch Institute of Optics"], Json["instruments"]![0]!["parties"]!.AsArray().Select(p => p!.GetValue<string>()));

    [Fact]
    public void A_meeting_has_its_first_and_last_day_apart()
    {
        var meeting = Json["meetings"]![0]!;
        Assert.Equal(("2024-03-11", "2024-03-12", 4), (meeting["start"]!.GetValue<string>(), meeting["end"]!.GetValue<string>(), meeting["ordinal"]!.GetValue<int>()));
        Assert.Equal(["Asha Verma", "Kenji Mori"], meeting["co_chairs"]!.AsArray().Select(c => c!.GetValue<string>()));
    }

    [Fact]
    public void Evidence_is_a_part_of_the_text() =>
        Assert.All(Json["evidence"]!.AsObject(), quote => Assert.Contains(quote.Value!.GetValue<string>(), Text, StringComparison.Ordinal));
}
