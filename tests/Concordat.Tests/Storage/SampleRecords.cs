using System.Text.Json.Nodes;
using Concordat.Actions;
using Concordat.Agreements;
using Concordat.Bodies;
using Concordat.Correspondence;
using Concordat.Meetings;
using Concordat.Organisations;
using Concordat.People;
using Concordat.Sources;

namespace Concordat.Tests.Storage;

/// <summary>A small register with at least one row in every table.</summary>
public sealed class SampleRecords
{
    public Guid Lab { get; } = Ids.New(TimeProvider.System);
    public Guid University { get; } = Ids.New(TimeProvider.System);
    public Guid Person { get; } = Ids.New(TimeProvider.System);
    public Guid Source { get; } = Ids.New(TimeProvider.System);
    public Guid Agreement { get; } = Ids.New(TimeProvider.System);
    public Guid Body { get; } = Ids.New(TimeProvider.System);
    public Guid Action { get; } = Ids.New(TimeProvider.System);
    public Guid Letter { get; } = Ids.New(TimeProvider.System);
    public Guid Session { get; } = Ids.New(TimeProvider.System);
    public Guid Party { get; } = Ids.New(TimeProvider.System);

    public Citation Cited(string quote = "signed on 3 March 2025") => new() { Source = Source, Start = 12, Length = quote.Length, Quote = quote };

    /// <summary>Saves them, in three commits.</summary>
    public static async Task<SampleRecords> SaveAsync(TestStore bed)
    {
        var it = new SampleRecords();
        var file = (await bed.Store.Files.PutAsync("Norvik Polar Laboratory and the University of Brellin signed on 3 March 2025."u8.ToArray())).Value;
        await SaveAsync(bed, Edit.Create(it.Source, SourceKind.Name, it.SourceValues(file)));
        await SaveAsync(bed, [.. it.Parties()]);
        await SaveAsync(bed, [.. it.Cooperation()]);
        return it;
    }

    /// <summary>The same, with two more organisations that were merged and two people that were judged different: rows in the last two tables.</summary>
    public static async Task<SampleRecords> SaveAllAsync(TestStore bed)
    {
        var it = await SaveAsync(bed);
        var (again, namesake) = (Ids.New(TimeProvider.System), Ids.New(TimeProvider.System));
        await SaveAsync(bed, Edit.Create(again, OrganisationKind.Name, [new Set($"names/{New()}/text", "Brellin University")]), Edit.Create(namesake, PersonKind.Name, [new Set("name", "Tamsin Orrel")]));
        Assert.True((await new Concordat.Sameness.MergeRecords(bed.Store, bed.Journal, bed.Clock).MergeAsync(Actor.Local, it.University, again, "one university")).Done);
        Assert.True((await new Concordat.Sameness.KeepApart(bed.Store, bed.Journal).RunAsync(Actor.Local, [it.Person, namesake])).Done);
        return it;
    }

    private static async Task SaveAsync(TestStore bed, params Edit[] edits)
    {
        var saved = await bed.Journal.SaveAsync(new Deed(Actor.Local, [.. edits]));
        Assert.True(saved.Done, saved.Refusal?.ToString());
    }

    private static string New() => Ids.New(TimeProvider.System).ToString("D");

    private IEnumerable<Change> SourceValues(string file) =>
    [
        new Set("title", "Norvik and Brellin to study sea ice"), new Set("digest", file), new Set("sourceSort", "official-release"), new Set("published", "2025-03-04"),
        new Set("size", 75), new Set($"texts/{New()}", new JsonObject
        {
            ["extractor"] = "plain", ["version"] = "1", ["digest"] = file, ["length"] = 75, ["fingerprint"] = string.Concat(Enumerable.Repeat("0123abcd", 32)),
        }),
    ];

    private IEnumerable<Edit> Parties() =>
    [
        Edit.Create(Lab, OrganisationKind.Name, [new Set($"names/{New()}/text", "Norvik Polar Laboratory"), new Set("acronym", "NPL"), new Set("country", "NO")]),
        Edit.Create(University, OrganisationKind.Name, [new Set($"names/{New()}/text", "University of Brellin"), new Set($"parents/{New()}/organisation", Lab.ToString("D"))]),
        Edit.Create(Person, PersonKind.Name, [new Set("name", "Tamsin Orrel"), new Set($"appointments/{New()}", new JsonObject { ["role"] = "Director", ["organisation"] = Lab.ToString("D") })]),
    ];

    private IEnumerable<Edit> Cooperation() =>
    [
        Edit.Create(Agreement, AgreementKind.Name,
        [
            new Set("title", "Sea ice study"), new Set("agreementSort", "mou"), new Witness("signed", "2025-03-03", Cited()), new Witness("signed", "2025-03-04", Cited("on 4 March")),
            new Set($"parties/{Party}/organisation", Lab.ToString("D")), new Set($"parties/{New()}/organisation", University.ToString("D")),
            new Set($"references/{New()}", new JsonObject { ["scheme"] = "Our file", ["text"] = "NPL/25/7" }), new Set("ends", "2028"),
        ]),
        Edit.Create(Body, BodyKind.Name, [new Set("name", "Joint Ice Committee"), new Set("establishedBy", Agreement.ToString("D"))]),
        Edit.Create(Session, MeetingKind.Name, [new Set("title", "First session"), new Set("body", Body.ToString("D")), new Set("number", 1), new Set("dates", "2025-06-10/2025-06-12")]),
        Edit.Create(Action, ActionKind.Name, [new Set("title", "Name the ships"), new Set("number", "JIC-1/01"), new Set("due", "2025-09-30")]),
        Edit.Create(Letter, CorrespondenceKind.Name,
        [
            new Set("title", "Invitation to the first session"), new Set("direction", "out"), new Set("sent", "2025-05-02"), new Set("replyDue", "2025-05-30"),
            new Set("toOrganisation", University.ToString("D")), new Set($"about/{New()}/record", Agreement.ToString("D")),
        ]),
    ];
}
