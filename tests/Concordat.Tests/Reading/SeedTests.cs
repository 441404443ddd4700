using Concordat.Reading;
using Concordat.Reading.Evidence;

namespace Concordat.Tests.Reading;

/// <summary>The type specimen: a numbered plenary, an MoU of a laboratory, and a framework in the background, in one wire report.</summary>
public sealed class SeedTests
{
    private readonly string _text;
    private readonly Findings _found;

    public SeedTests()
    {
        var path = Path.Combine(Texts.Corpus ?? "", "seed.txt");
        if (!File.Exists(path)) Assert.Skip("The corpus beside the repository (../shared/corpus) is not here.");
        _text = File.ReadAllText(path);
        _found = DocumentReader.Read(_text);
    }

    [Fact]
    public void The_laboratory_and_the_institute_are_the_parties_of_the_signed_MoU()
    {
        var mou = Assert.Single(_found.Instruments, i => i.Kind.Value == "mou");
        Assert.Equal("signed", mou.Event.Value);
        Assert.Equal("../2026-02-13", mou.Date?.Value);
        Assert.Equal(["Defence Institute of Physiology and Allied Sciences", "Indian Institute of Technology Ropar"], mou.Parties.Select(p => Name(p.Value)));
    }

    [Fact]
    public void The_laboratory_is_part_of_its_organisation()
    {
        var laboratory = Organisation("Defence Institute of Physiology and Allied Sciences");
        Assert.Equal("DIPAS", laboratory.Acronym?.Value);
        Assert.Equal("Defence Research and Development Organisation", Name(laboratory.Parent!.Value));
    }

    [Fact]
    public void The_plenary_has_its_number_place_days_and_host()
    {
        var plenary = Assert.Single(_found.Meetings);
        Assert.Equal(("plenary", 24, "Indo-US Joint Technical Group"), (plenary.Kind.Value, plenary.Ordinal!.Value, plenary.Body!.Value));
        Assert.Equal(("2026-02-03/2026-02-04", "New Delhi"), (plenary.Dates!.Value, plenary.Place!.Value));
        Assert.Equal("Defence Research and Development Organisation", Name(plenary.Host!.Value));
    }

    [Fact]
    public void The_other_day_that_the_text_gives_is_kept_as_a_rival() =>
        Assert.Equal(["2026-02-05"], _found.Meetings[0].RivalDates.Select(d => d.Value));

    [Fact]
    public void Both_co_chairs_have_their_full_roles()
    {
        var chairs = _found.Meetings[0].CoChairs.Select(c => _found.People.Single(p => p.Key == c.Value)).ToList();
        Assert.Equal(["Chandrika Kaushik", "Michael Francis Dodd"], chairs.Select(c => c.Name.Value));
        Assert.Equal(["Director General (Production Coordination & Services Interaction)", "Assistant Secretary of War for Critical Technologies"], chairs.Select(c => c.Role!.Value));
        Assert.Equal(["Defence Research and Development Organisation", "Office of the Under Secretary of War for Research & Engineering"], chairs.Select(c => Name(c.Organisation!.Value)));
    }

    [Fact]
    public void The_framework_of_the_ministers_is_background_and_guides_the_session()
    {
        var framework = Assert.Single(_found.Instruments, i => i.Signatories.Length == 2);
        Assert.Equal(("framework", "background-mention", "2025-10"), (framework.Kind.Value, framework.Event.Value, framework.Date?.Value));
        Assert.Equal(["Rajnath Singh", "Pete Hegseth"], framework.Signatories.Select(s => _found.People.Single(p => p.Key == s.Value).Name.Value));
        Assert.Contains(framework.Key, _found.Meetings[0].GuidedBy.Select(g => g.Value));
    }

    [Fact]
    public void The_project_agreement_has_no_party_and_no_parent_that_the_text_does_not_state()
    {
        var agreement = Assert.Single(_found.Instruments, i => i.Kind.Value == "project-agreement");
        Assert.Equal(("signed", "2026-02-03/2026-02-04"), (agreement.Event.Value, agreement.Date?.Value));
        Assert.Empty(agreement.Parties);
        Assert.Null(agreement.Under);
        Assert.Equal(_found.Meetings[0].Key, agreement.Meeting?.Value);
    }

    [Fact]
    public void The_collaboration_explored_under_an_initiative_is_an_opportunity()
    {
        var opportunity = Assert.Single(_found.Opportunities);
        Assert.Equal(["Defence Research and Development Organisation", "Defence Innovation Unit"], opportunity.Between.Select(b => Name(b.Value)));
        Assert.StartsWith("Innovation Bridge", opportunity.Initiative?.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void The_three_things_discussed_are_topics()
    {
        var topics = _found.Meetings[0].Topics.Select(t => t.Value).ToList();
        Assert.Contains(topics, t => t.StartsWith("the ongoing cooperation", StringComparison.Ordinal));
        Assert.Contains(topics, t => t.EndsWith("challenges", StringComparison.Ordinal));
        Assert.Contains(topics, t => t.Contains("university-affiliated research centres, defence laboratories, and industries", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_value_quotes_the_text() => Quotes.Check(_found, _text);

    private OrganisationFinding Organisation(string name) => Assert.Single(_found.Organisations, o => o.Name.Value == name);
    private string Name(string key) => _found.Organisations.Single(o => o.Key == key).Name.Value;
}
