using System.Collections.Immutable;
using Concordat.Agreements;
using Concordat.Bodies;
using Concordat.Intake;
using Concordat.Meetings;

namespace Concordat.Tests.Intake;

/// <summary>Pairs of what a text says and what the register holds, labelled by hand: whether it is the same, and so must be suggested.</summary>
public sealed class RecognitionTests(ITestOutputHelper output)
{
    /// <param name="Known">Further proposals and records that the pair rests on.</param>
    private sealed record Pair(string Case, bool IsSame, Proposal Said, Document Held, (Proposal Said, Document Held)[] Known, params Document[] Also);

    private static Pair Of(string name, bool same, Proposal said, Document held) => new(name, same, said, held, []);

    private static readonly (Proposal Said, Document Held) Varuna = (Sample.Org("o1", "Varuna Institute of Cold Physiology", "VICP", "NO"), Sample.Organisation("Varuna Institute of Cold Physiology", "VICP", "NO"));
    private static readonly (Proposal Said, Document Held) Tarnfell = (Sample.Org("o2", "Tarnfell Technical University", null, "SE"), Sample.Organisation("Tarnfell Technical University", null, "SE"));
    private static readonly (Proposal Said, Document Held) Goldmark = (Sample.Org("o3", "Goldmark Naval Yard"), Sample.Organisation("Goldmark Naval Yard"));

    private static IEnumerable<Pair> Organisations()
    {
        Pair It(string name, bool same, Proposal said, Document held) => Of("organisation: " + name, same, said, held);
        yield return It("same name", true, Varuna.Said, Varuna.Held);
        yield return It("only the acronym, same country", true, Sample.Org("o", "VICP", null, "NO"), Varuna.Held);
        yield return It("only the acronym, no country", true, Sample.Org("o", "VICP"), Varuna.Held);
        yield return It("same acronym in another country", false, Sample.Org("o", "VICP", null, "IN"), Varuna.Held);
        yield return It("same acronym, another name", false, Sample.Org("o", "Valdoran Industrial Chemistry Plant", "VICP"), Varuna.Held);
        yield return It("name with its agency", true, Sample.Org("o", "Karvel Propulsion Laboratory, Norrland Defence Agency"), Sample.Organisation("Karvel Propulsion Laboratory"));
        yield return It("held with its agency", true, Sample.Org("o", "Karvel Propulsion Laboratory"), Sample.Organisation("Karvel Propulsion Laboratory, Norrland Defence Agency"));
        yield return It("the agency alone", false, Sample.Org("o", "Norrland Defence Agency"), Sample.Organisation("Karvel Propulsion Laboratory, Norrland Defence Agency"));
        yield return It("two laboratories of one agency", false, Sample.Org("o", "Orsk Materials Laboratory, Norrland Defence Agency"), Sample.Organisation("Karvel Propulsion Laboratory, Norrland Defence Agency"));
        yield return It("American spelling", true, Sample.Org("o", "Karvel Center for Defense Fiber Research"), Sample.Organisation("Karvel Centre for Defence Fibre Research"));
        yield return It("labor and labour, -ization and -isation", true, Sample.Org("o", "Orsk Labor Mechanization Institute"), Sample.Organisation("Orsk Labour Mechanisation Institute"));
        yield return It("plural", true, Sample.Org("o", "Karvel Institute of Marine Sciences"), Sample.Organisation("Karvel Institute of Marine Science"));
        yield return It("turned round", true, Sample.Org("o", "University of Karvel"), Sample.Organisation("Karvel University"));
        yield return It("ampersand and article", true, Sample.Org("o", "The Brell Institute for Metals & Ceramics"), Sample.Organisation("Brell Institute for Metals and Ceramics"));
        yield return It("a renamed ministry under its former name", true, Sample.Org("o", "Ministry of Naval Supply and Karvel Affairs"), Sample.Organisation("Ministry of Maritime Affairs", former: "Ministry of Naval Supply and Karvel Affairs"));
        yield return It("ministries of two countries", false, Sample.Org("o", "Ministry of Defence", null, "GB"), Sample.Organisation("Ministry of Defence", null, "IN"));
        yield return It("a ministry of the same country", true, Sample.Org("o", "Ministry of Defense", null, "IN"), Sample.Organisation("Ministry of Defence", null, "IN"));
        yield return It("north and south", false, Sample.Org("o", "University of North Karvel"), Sample.Organisation("University of South Karvel"));
        yield return It("another town", false, Sample.Org("o", "Brell Institute of Technology Orsk"), Sample.Organisation("Brell Institute of Technology Tarnfell"));
        yield return It("army and air force", false, Sample.Org("o", "Army Research Laboratory"), Sample.Organisation("Air Force Research Laboratory"));
        yield return It("units by number", false, Sample.Org("o", "Goldmark Test Unit 3"), Sample.Organisation("Goldmark Test Unit 4"));
        yield return It("a department of it", false, Sample.Org("o", "Department of Physics, Karvel University"), Sample.Organisation("Karvel University"));
        yield return It("one letter off", false, Sample.Org("o", "University of Iberia and the Sea"), Sample.Organisation("University of Siberia and the Sea"));
        yield return It("a company named like the university", false, Sample.Org("o", "Karvel University", null, null, "university"), Sample.Organisation("Karvel University", null, null, "company"));
        yield return It("acronym and part of the name", true, Sample.Org("o", "Institute of Cold Physiology", "VICP"), Varuna.Held);
    }

    private static IEnumerable<Pair> People()
    {
        Pair It(string name, bool same, Proposal said, Document held, params (Proposal, Document)[] known) => new("person: " + name, same, said, held, known);
        var (lab, yard) = (Varuna, Goldmark);
        yield return It("same name, same house", true, Sample.Who("p", "Tamsin Orrel", "Director", "o1"), Sample.Person("Tamsin Orrel", "Head of Section", lab.Held.Id), lab);
        yield return It("same name, no office read", true, Sample.Who("p", "Tamsin Orrel"), Sample.Person("Tamsin Orrel", "Director", lab.Held.Id));
        yield return It("same name, no office held", true, Sample.Who("p", "Tamsin Orrel", "Director", "o1"), Sample.Person("Tamsin Orrel"), lab);
        yield return It("family name first", true, Sample.Who("p", "Orrel Tamsin"), Sample.Person("Tamsin Orrel", "Director"));
        yield return It("same office in words", true, Sample.Who("p", "Tamsin Orrel", "Director General of Naval Research"), Sample.Person("Tamsin Orrel", "Director General, Naval Research"));
        yield return It("a namesake in another house", false, Sample.Who("p", "Tamsin Orrel", "Shipwright", "o3"), Sample.Person("Tamsin Orrel", "Director", lab.Held.Id), lab, yard);
        yield return It("a namesake with another office", false, Sample.Who("p", "Tamsin Orrel", "Minister of Fisheries"), Sample.Person("Tamsin Orrel", "Director", lab.Held.Id));
        yield return It("initials, same house", true, Sample.Who("p", "R. K. Verdal", "Director", "o1"), Sample.Person("Renata Klara Verdal", "Director", lab.Held.Id), lab);
        yield return It("initials written together, same house", true, Sample.Who("p", "R.K. Verdal", "Director", "o1"), Sample.Person("Renata Klara Verdal", "Director", lab.Held.Id), lab);
        yield return It("initials, nothing else", false, Sample.Who("p", "R. Verdal"), Sample.Person("Renata Klara Verdal", "Director", lab.Held.Id));
        yield return It("initials of another given name", false, Sample.Who("p", "M. Verdal", "Director", "o1"), Sample.Person("Renata Verdal", "Director", lab.Held.Id), lab);
        yield return It("middle name missing, same house", true, Sample.Who("p", "Renata Verdal", "Director", "o1"), Sample.Person("Renata Klara Verdal", "Director", lab.Held.Id), lab);
        yield return It("a sister", false, Sample.Who("p", "Marta Verdal", "Director", "o1"), Sample.Person("Renata Verdal", "Director", lab.Held.Id), lab);
        yield return It("family name only", false, Sample.Who("p", "Verdal", "Director", "o1"), Sample.Person("Renata Verdal", "Director", lab.Held.Id), lab);
        yield return It("marks and case", true, Sample.Who("p", "RENÉE VERDAL"), Sample.Person("Renee Verdal"));
    }

    private static Proposal Mou(string? signed, string sort = "mou", string[]? parties = null, string? title = null, string? renewed = null, string? subject = null, string happened = "renewed")
    {
        var values = new List<(string, string?)> { ("agreementSort", sort), ("signed", signed), ("subject", subject) };
        if (title is not null) values.Insert(0, ("title", title));
        values.AddRange((parties ?? ["o1", "o2"]).Select(p => ($"parties.{p}.organisation", (string?)p)));
        if (renewed is not null) values.AddRange([("events.0.sort", happened), ("events.0.on", renewed)]);
        return Sample.Propose("i1", AgreementKind.Kind, title ?? "Memorandum, VICP – TTU", [.. values]);
    }

    private static IEnumerable<Pair> Agreements()
    {
        Guid[] both = [Varuna.Held.Id, Tarnfell.Held.Id];
        Document Held(string? signed, string title = "Altitude nutrition memorandum", string sort = "mou", Guid[]? parties = null, string? subject = null, string? terminated = null) =>
            Sample.Agreement(title, sort, signed, parties ?? both, subject, terminated);
        Pair It(string name, bool same, Proposal said, Document held, params Document[] also) => new("agreement: " + name, same, said, held, [Varuna, Tarnfell, Goldmark], also);
        yield return It("same parties, kind and day", true, Mou("2026-02-03"), Held("2026-02-03"));
        yield return It("the day within the month that is held", true, Mou("2026-02-03"), Held("2026-02"));
        yield return It("reports that contradict each other by two days", true, Mou("2026-02-05"), Held("2026-02-03"));
        yield return It("same parties, another year", false, Mou("2026-02-03"), Held("2019-05-01"));
        yield return It("same parties, another kind, same day", false, Mou("2026-02-03", "project-agreement"), Held("2026-02-03"));
        yield return It("a renewal years later", true, Mou(null, renewed: "2026-02-03"), Held("2019-05-01"));
        yield return It("a renewal called just an agreement", true, Mou(null, sort: "other", renewed: "2026-02-03"), Held("2019-05-01"));
        yield return It("a termination years later", true, Mou(null, renewed: "2026-02-03", happened: "terminated"), Held("2019-05-01"));
        yield return It("a renewal before it was signed", false, Mou(null, renewed: "2015-02-03"), Held("2019-05-01"));
        yield return It("a renewal long after it was terminated", false, Mou(null, renewed: "2026-02-03"), Held("2010-05-01", terminated: "2015-01-01"));
        yield return It("a renewal where two would fit", false, Mou(null, renewed: "2026-02-03"), Held("2019-05-01"), Held("2021-05-01", "Another memorandum"));
        yield return It("one party is another", false, Mou("2026-02-03", parties: ["o1", "o3"]), Held("2026-02-03"));
        yield return It("a third party", false, Mou("2026-02-03", parties: ["o1", "o2", "o3"]), Held("2026-02-03"));
        yield return It("a new organisation among the parties", false, Mou("2026-02-03", parties: ["o1", "o9"]), Held("2026-02-03"));
        yield return It("title and one party, undated", true, Mou(null, parties: ["o1"], title: "Altitude nutrition memorandum"), Held("2026-02-03"));
        yield return It("title alone", true, Mou(null, parties: [], title: "Altitude nutrition memorandum"), Held("2026-02-03"));
        yield return It("no title, no party, same day", false, Mou("2026-02-03", parties: []), Held("2026-02-03"));
        yield return It("same parties and kind, another subject, undated", false, Mou(null, subject: "deep sea robots and sonar", renewed: "2026"), Held("2019-05-01", subject: "nutrition of climbers at altitude"));
        yield return It("signed on or before a day, held before it", true, Mou("../2026-02-14"), Held("2026-02-03"));
        yield return It("a mention without a day", true, Mou(null), Held("2026-02-03"));
    }

    private static IEnumerable<Pair> Meetings()
    {
        var india = (Said: Sample.Propose("b1", BodyKind.Kind, "Norrland-Varland Joint Technical Group", ("name", "Norrland-Varland Joint Technical Group")), Held: Sample.Body("Norrland-Varland Joint Technical Group"));
        var named = (Said: Sample.Propose("b1", BodyKind.Kind, "Joint Ice Committee", ("name", "Joint Ice Committee")), Held: Sample.Body("Joint Ice Committee", "JIC"));
        var other = (Said: Sample.Propose("b2", BodyKind.Kind, "Joint Hull Panel", ("name", "Joint Hull Panel")), Held: Sample.Body("Joint Hull Panel"));
        Proposal Session(string? body, string? number, string? dates, string title = "24th Joint Ice Committee meeting", string? place = null) => Sample.Propose(
            "m1", MeetingKind.Kind, title, ("title", title), ("body", body), ("number", number), ("dates", dates), ("place", place));
        Pair It(string name, bool same, Proposal said, Document held) => new("meeting: " + name, same, said, held, [named, other]);
        yield return new("body: same name", true, named.Said, named.Held, []);
        yield return new("body: by its acronym", true, Sample.Propose("b", BodyKind.Kind, "JIC", ("name", "JIC")), named.Held, []);
        yield return new("body: unknown sides in the name", true, india.Said, india.Held, []);
        yield return new("body: sides turned round and shortened", true, Sample.Propose("b", BodyKind.Kind, "India-U.S. Joint Hull Group", ("name", "India-U.S. Joint Hull Group")), Sample.Body("Indo-US Joint Hull Group"), []);
        yield return new("body: sides left out", true, Sample.Propose("b", BodyKind.Kind, "Joint Hull Group", ("name", "Joint Hull Group")), Sample.Body("Indo-US Joint Hull Group"), []);
        yield return new("body: other sides", false, Sample.Propose("b", BodyKind.Kind, "India-Japan Joint Hull Group", ("name", "India-Japan Joint Hull Group")), Sample.Body("Indo-US Joint Hull Group"), []);
        yield return new("body: another working group", false, Sample.Propose("b", BodyKind.Kind, "Joint Working Group on Sonar", ("name", "Joint Working Group on Sonar")), Sample.Body("Joint Working Group on Hulls"), []);
        yield return It("body and number", true, Session("b1", "24", "2026-02-03/2026-02-04"), Sample.Session("24th meeting", named.Held.Id, 24, "2026-02-03/2026-02-04"));
        yield return It("body and number though the dates differ", true, Session("b1", "24", "2026-02-05"), Sample.Session("24th meeting", named.Held.Id, 24, "2026-02-03/2026-02-04"));
        yield return It("the number of another body", false, Session("b1", "24", "2026-02-03"), Sample.Session("24th meeting", other.Held.Id, 24, "2026-02-03"));
        yield return It("another number of the body", false, Session("b1", "25", "2026-02-03"), Sample.Session("24th meeting", named.Held.Id, 24, "2026-02-03"));
        yield return It("body and dates, no number", true, Session("b1", null, "2026-02-03"), Sample.Session("24th meeting", named.Held.Id, 24, "2026-02-03/2026-02-04"));
        yield return It("body, another year, no number", false, Session("b1", null, "2025-02-03"), Sample.Session("24th meeting", named.Held.Id, 24, "2026-02-03/2026-02-04"));
        yield return It("no body, same place, day and name", true, Session(null, null, "2026-02-03", "Talks on sea ice", "Port Anselm"), Sample.Session("Talks on sea ice", null, null, "2026-02-03", "Port Anselm"));
        yield return It("no body, the same day elsewhere", false, Session(null, null, "2026-02-03", "Visit", "Orsk"), Sample.Session("Talks on sea ice", null, null, "2026-02-03", "Port Anselm"));
        yield return It("no body, other days", false, Session(null, null, "2026-03-03", "Talks on sea ice", "Port Anselm"), Sample.Session("Talks on sea ice", null, null, "2026-02-03", "Port Anselm"));
    }

    private static Candidate? Found(Pair pair)
    {
        ImmutableArray<Proposal> proposals = [.. pair.Known.Select(k => k.Said), pair.Said];
        var scored = Sample.Candidates([.. proposals.DistinctBy(p => p.Key)], [.. pair.Known.Select(k => k.Held), pair.Held, .. pair.Also]);
        return scored.Single(p => p.Key == pair.Said.Key).Candidates.FirstOrDefault(c => c.Record == pair.Held.Id);
    }

    [Fact]
    public void What_is_suggested_is_right_and_what_is_the_same_is_suggested()
    {
        Pair[] pairs = [.. Organisations(), .. People(), .. Agreements(), .. Meetings()];
        var wrong = new List<string>();
        var (right, suggested) = (0, 0);
        foreach (var pair in pairs)
        {
            var found = Found(pair);
            var says = found is { Score: >= Candidate.Same };
            if (says) suggested++;
            if (says && pair.IsSame) right++;
            if (says != pair.IsSame) wrong.Add($"{pair.Case}: {found?.Score.ToString() ?? "none"} ({found?.Why})");
        }

        var same = pairs.Count(p => p.IsSame);
        output.WriteLine($"{pairs.Length} pairs, {same} the same: suggested {suggested}, right {right}: precision {100.0 * right / suggested:0.0} %, recall {100.0 * right / same:0.0} %");
        TestContext.Current.SendDiagnosticMessage($"recognition: {pairs.Length} pairs, precision {100.0 * right / suggested:0.0} %, recall {100.0 * right / same:0.0} %");
        Assert.True(pairs.Length >= 60);
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Every_candidate_says_why() => Assert.All(
        Organisations().Concat(People()).Concat(Agreements()).Concat(Meetings()).Select(Found).OfType<Candidate>(), c => Assert.False(string.IsNullOrWhiteSpace(c.Why)));

    [Fact]
    public void A_renewal_does_not_make_a_rival_of_the_day_of_signature()
    {
        var held = Sample.Agreement("Altitude nutrition memorandum", "mou", "2019-05-01", [Varuna.Held.Id, Tarnfell.Held.Id]);
        var said = Sample.Candidates([Varuna.Said, Tarnfell.Said, Mou(null, renewed: "2026-02-03")], Varuna.Held, Tarnfell.Held, held);
        var after = AcceptTests.After(said, said.ToDictionary(p => p.Key, Decision.All), new(Ids.New(Sample.Now), null, _ => 0), Varuna.Held, Tarnfell.Held, held).Single(d => d.Kind == "agreement");
        Assert.Equal((held.Id, "2019-05-01", "2026-02-03"), (after.Id, after.As<Agreement>().Signed, Assert.Single(after.As<Agreement>().Events).On));
        Assert.DoesNotContain(after.Claims, c => c.Standing == Standing.Rival);
    }
}
