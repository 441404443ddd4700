using Concordat.Reading;
using Concordat.Reading.Evidence;

namespace Concordat.Tests.Reading.Evidence;

public sealed class FindingsTextTests
{
    [Fact]
    public void Every_value_is_listed_with_its_rule_and_rivals_are_marked()
    {
        const string text = "date 2025-05-09\nEarlier on 4 May Norway and Canada held the 11th Canada-Norway Joint Technical Committee plenary. The 11th Canada-Norway Joint Technical Committee plenary was hosted in Halifax on 5-6 May.";
        var listing = new StringWriter();
        FindingsText.Print(DocumentReader.Read(text), text, listing);
        Assert.Contains("MEETING       no. 11, Canada-Norway Joint Technical Committee", listing.ToString(), StringComparison.Ordinal);
        Assert.Contains("date        2025-05-05/2025-05-06", listing.ToString(), StringComparison.Ordinal);
        Assert.Contains("or          2025-05-04  (the text says this too)", listing.ToString(), StringComparison.Ordinal);
        Assert.Contains("meeting.dates.range", listing.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Control_characters_of_the_text_do_not_reach_the_terminal()
    {
        const string text = "Aster University and Birch\u001b[2J University signed\u0007 an MoU.";
        var listing = new StringWriter();
        FindingsText.Print(DocumentReader.Read(text), text, listing);
        Assert.DoesNotContain('\u001b', listing.ToString());
        Assert.DoesNotContain('\u0007', listing.ToString());
    }
}
