using System.Collections.Immutable;
using Concordat.Agreements;
using Concordat.Intake;
using Concordat.Meetings;
using Concordat.Organisations;
using Concordat.People;

namespace Concordat.Tests.Intake;

public sealed class AcceptTests
{
    private static readonly ReadText Text = new(Ids.New(Sample.Now), new string('a', 64), offset => offset / 1000);
    private static readonly ReadText Second = Text with { Source = Ids.New(Sample.Now) };

    private static Outcome<ImmutableArray<Edit>> Decide(ImmutableArray<Proposal> proposals, IReadOnlyDictionary<string, Decision> decisions, ReadText text, params Document[] held) =>
        Accept.Decide(proposals, decisions, held.ToDictionary(d => d.Id), text, Sample.Now);

    /// <summary>The documents after everything was accepted, new ones first.</summary>
    internal static List<Document> After(ImmutableArray<Proposal> proposals, IReadOnlyDictionary<string, Decision> decisions, ReadText text, params Document[] held)
    {
        var edits = Decide(proposals, decisions, text, held);
        Assert.True(edits.Done, edits.Refusal?.ToString());
        Assert.Equal(edits.Value.Length, edits.Value.Select(e => e.Record).Distinct().Count());
        return [.. edits.Value.Select(e => Applied(held.FirstOrDefault(h => h.Id == e.Record), e))];
    }

    private static Document Applied(Document? document, Edit edit)
    {
        var next = ApplyEdit.To(document, edit, Kinds.Of(edit.Kind), new Stamp(Actor.Local, Sample.Now, null));
        Assert.True(next.Done, next.Refusal?.ToString());
        return next.Value;
    }

    private static Dictionary<string, Decision> Linked(Proposal proposal, Guid? link) => new() { [proposal.Key] = Sample.All(proposal, link) };

    private static Proposal Mou(string signed, params string[] rivals) => Sample.Propose("i1", AgreementKind.Kind, "Ice study", ("title", "Ice study")) with
    {
        Values = [Sample.Value(AgreementKind.Kind, "title", "Ice study"), Sample.Value(AgreementKind.Kind, "signed", signed, rivals)],
    };

    [Fact]
    public void Rivals_within_a_text_are_kept_beside_the_value()
    {
        var it = Mou("2026-02-03", "2026-02-05");
        var made = Assert.Single(After([it], Linked(it, null), Text));
        Assert.Equal("2026-02-03", made.As<Agreement>().Signed);
        Assert.Equal([Standing.Held, Standing.Rival], made.ClaimsAt("signed").Select(c => c.Standing));
    }

    [Fact]
    public void A_rival_stands_where_the_value_itself_was_left_out()
    {
        var it = Mou("2026-02-03", "2026-02-05");
        var made = After([it], new Dictionary<string, Decision> { ["i1"] = new(true, null, ["title", "signed#0"], ImmutableDictionary<string, string>.Empty) }, Text)[0];
        Assert.Equal("2026-02-05", made.As<Agreement>().Signed);
        Assert.Equal(Standing.Held, Assert.Single(made.ClaimsAt("signed")).Standing);
    }

    [Fact]
    public void What_was_not_ticked_is_not_taken()
    {
        var it = Mou("2026-02-03", "2026-02-05");
        var made = After([it], new Dictionary<string, Decision> { ["i1"] = new(true, null, ["title"], ImmutableDictionary<string, string>.Empty) }, Text)[0];
        Assert.Null(made.As<Agreement>().Signed);
        Assert.Empty(After([it], new Dictionary<string, Decision> { ["i1"] = Sample.All(it) with { Take = false } }, Text));
        Assert.Empty(After([it], new Dictionary<string, Decision>(), Text));
    }

    [Fact]
    public void A_corrected_value_keeps_its_quote_and_names_no_rule()
    {
        var it = Mou("2026-02-03");
        var made = After([it], new Dictionary<string, Decision> { ["i1"] = Sample.All(it) with { Corrected = ImmutableDictionary<string, string>.Empty.Add("signed", "2026-02-04") } }, Text)[0];
        var claim = Assert.Single(made.ClaimsAt("signed"));
        Assert.Equal(("2026-02-04", "2026-02-03", null), ((string)claim.Value!, claim.Citation.Quote, claim.Citation.Rule));
        Assert.NotNull(made.ClaimsAt("title").Single().Citation.Rule);
    }

    [Fact]
    public void A_second_text_confirms_what_is_equal_and_disagrees_with_the_rest()
    {
        var first = After([Mou("2026-02-03")], Linked(Mou("2026-02-03"), null), Text)[0];
        var again = Mou("2026-02-05");
        var both = Assert.Single(After([again], Linked(again, first.Id), Second, first));
        Assert.Equal("2026-02-03", both.As<Agreement>().Signed);
        Assert.Equal([Standing.Held, Standing.Rival], both.ClaimsAt("signed").Select(c => c.Standing));
        Assert.Equal([Standing.Held, Standing.Held], both.ClaimsAt("title").Select(c => c.Standing));
    }

    [Theory]
    [InlineData("2026-02-03", "2026-02", Standing.Held), InlineData("2026-02-03", "../2026-02-14", Standing.Held)]
    [InlineData("2026-02", "2026-02-03", Standing.Rival), InlineData("2026-02-03", "2026-03", Standing.Rival)]
    public void A_coarser_date_confirms_and_a_finer_one_waits_for_a_person(string held, string said, Standing expected)
    {
        var first = After([Mou(held)], Linked(Mou(held), null), Text)[0];
        var again = Mou(said);
        Assert.Equal(expected, After([again], Linked(again, first.Id), Second, first)[0].ClaimsAt("signed").Last().Standing);
    }

    [Fact]
    public void Accepting_the_same_source_twice_adds_nothing()
    {
        var it = Mou("2026-02-03", "2026-02-05");
        var first = After([it], Linked(it, null), Text)[0];
        var again = After([it], Linked(it, first.Id), Text, first);
        Assert.All(again, d => Assert.Equal(first.Canonical(), d.Canonical()));
    }

    private static Proposal Session(string role, string person = "p1") => Sample.Propose(
        "m1", MeetingKind.Kind, "Plenary", ("title", "Plenary"), ($"chairs.{person}.person", person), ($"chairs.{person}.role", role));

    [Fact]
    public void A_chair_who_is_there_gets_evidence_and_another_office_is_a_rival()
    {
        var person = Sample.Who("p1", "Tamsin Orrel");
        var first = After([person, Session("Director General")], new Dictionary<string, Decision> { ["p1"] = Sample.All(person), ["m1"] = Sample.All(Session("")) with { Values = ["title", "chairs.p1.person", "chairs.p1.role"] } }, Text);
        var (known, meeting) = (first.Single(d => d.Kind == "person"), first.Single(d => d.Kind == "meeting"));
        var next = Session("Chief Scientist");
        var both = After([person, next], new Dictionary<string, Decision> { ["p1"] = Sample.All(person, known.Id), ["m1"] = Sample.All(next, meeting.Id) }, Second, known, meeting).Single(d => d.Kind == "meeting");
        var chair = Assert.Single(both.As<Meeting>().Chairs);
        Assert.Equal("Director General", chair.Role);
        Assert.Equal([Standing.Held, Standing.Rival], both.ClaimsAt($"chairs/{chair.Id:D}/role").Select(c => c.Standing));
        Assert.Equal(2, both.ClaimsAt($"chairs/{chair.Id:D}/person").Count(c => c.IsHeld));
    }

    [Fact]
    public void Two_proposals_that_are_one_record_make_one_edit_and_no_double_elements()
    {
        var held = Sample.Organisation("Varuna Institute", country: "NO");
        var (a, b) = (Sample.Org("o1", "Varuna Institute of Cold Physiology", "VICP"), Sample.Org("o2", "Varuna Institute of Cold Physiology", "VIC"));
        var mou = Sample.Propose("i1", AgreementKind.Kind, "Ice study", ("title", "Ice study"), ("parties.o1.organisation", "o1"), ("parties.o2.organisation", "o2"));
        var decisions = new Dictionary<string, Decision> { ["o1"] = Sample.All(a, held.Id), ["o2"] = Sample.All(b, held.Id), ["i1"] = Sample.All(mou) };
        var after = After([a, b, mou], decisions, Text, held);
        var organisation = after.Single(d => d.Kind == "organisation");
        Assert.Equal(["Varuna Institute", "Varuna Institute of Cold Physiology"], organisation.As<Organisation>().Names.Select(n => n.Text));
        Assert.Equal([Standing.Held, Standing.Rival], organisation.ClaimsAt("acronym").Select(c => c.Standing));
        Assert.Equal(held.Id, Assert.Single(after.Single(d => d.Kind == "agreement").As<Agreement>().Parties).Organisation);
    }

    [Fact]
    public void An_event_of_another_year_is_another_event_and_the_same_one_gets_evidence()
    {
        Proposal Renewed(string on) => Sample.Propose("i1", AgreementKind.Kind, "Ice study", ("title", "Ice study"), ("events.0.sort", "renewed"), ("events.0.on", on));
        var first = After([Renewed("2020-05-01")], Linked(Renewed("2020-05-01"), null), Text)[0];
        var second = After([Renewed("2025-05-03")], Linked(Renewed("2025-05-03"), first.Id), Second, first)[0];
        Assert.Equal(["2020-05-01", "2025-05-03"], second.As<Agreement>().Events.Select(e => e.On));
        var third = After([Renewed("2025-05-05")], Linked(Renewed("2025-05-05"), second.Id), Second with { Source = Ids.New(Sample.Now) }, second)[0];
        Assert.Equal(2, third.As<Agreement>().Events.Length);
        Assert.Single(third.Claims, c => c.Standing == Standing.Rival);
    }

    [Fact]
    public void The_same_office_elsewhere_is_another_appointment()
    {
        var (lab, yard) = (Sample.Org("o1", "Varuna Institute"), Sample.Org("o2", "Goldmark Yard"));
        var held = Sample.Person("Tamsin Orrel", "Director", Ids.New(Sample.Now));
        var said = Sample.Who("p1", "Tamsin Orrel", "Director", "o2");
        var after = After([lab, yard, said], new Dictionary<string, Decision> { ["o1"] = Sample.All(lab), ["o2"] = Sample.All(yard), ["p1"] = Sample.All(said, held.Id) }, Text, held).Single(d => d.Kind == "person");
        Assert.Equal(2, after.As<Person>().Appointments.Length);
        Assert.DoesNotContain(after.Claims, c => c.Standing == Standing.Rival);
    }

    [Fact]
    public void The_same_opportunity_in_other_words_is_not_told_twice()
    {
        Proposal Told(string words) => Sample.Propose("m1", MeetingKind.Kind, "Plenary", ("title", "Plenary"), ("opportunities.x1.text", words), ("opportunities.x1.organisation", "o1"), ("opportunities.x1.partner", "o2"));
        var (a, b) = (Sample.Organisation("Varuna Institute"), Sample.Organisation("Goldmark Yard"));
        var (pa, pb) = (Sample.Org("o1", "Varuna Institute"), Sample.Org("o2", "Goldmark Yard"));
        Dictionary<string, Decision> With(Proposal m, Guid? link) => new() { ["o1"] = Sample.All(pa, a.Id), ["o2"] = Sample.All(pb, b.Id), ["m1"] = Sample.All(m, link) };
        var first = After([pa, pb, Told("work on hulls")], With(Told("work on hulls"), null), Text, a, b).Single(d => d.Kind == "meeting");
        var second = After([pa, pb, Told("joint study of hull coatings")], With(Told("x") with { Values = Told("joint study of hull coatings").Values }, first.Id), Second, a, b, first).Single(d => d.Kind == "meeting");
        Assert.Equal("work on hulls", Assert.Single(second.As<Meeting>().Opportunities).Text);
        Assert.DoesNotContain(second.Claims, c => c.Standing == Standing.Rival);
    }

    [Fact]
    public void A_link_to_nothing_or_to_another_kind_is_refused()
    {
        var it = Mou("2026-02-03");
        Assert.Equal("record.not-found", Decide([it], Linked(it, Ids.New(Sample.Now)), Text).Refusal?.Code);
        var other = Sample.Organisation("Varuna Institute");
        Assert.Equal("desk.other-kind", Decide([it], Linked(it, other.Id), Text, other).Refusal?.Code);
    }

    [Fact]
    public void A_value_about_a_proposal_that_was_left_out_is_left_out_too()
    {
        var person = Sample.Who("p1", "Tamsin Orrel");
        var session = Session("Director General");
        var made = After([person, session], new Dictionary<string, Decision> { ["m1"] = Sample.All(session) }, Text).Single();
        Assert.Empty(made.As<Meeting>().Chairs);
    }

    [Fact]
    public void Citations_carry_the_page()
    {
        var it = Mou("2026-02-03");
        var made = After([it], Linked(it, null), Text with { PageAt = _ => 7 })[0];
        Assert.All(made.Claims, c => Assert.Equal(7, c.Citation.Page));
    }
}
