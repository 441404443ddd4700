using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using Concordat.Agreements;
using Concordat.Bodies;
using Concordat.Intake;
using Concordat.Meetings;
using Concordat.Organisations;
using Concordat.People;
using Concordat.Reading.Evidence;
using Concordat.Storage;
using Concordat.Tests.Storage;

namespace Concordat.Tests.Intake;

/// <summary>Records and proposals in few words. All of them are invented.</summary>
internal static class Sample
{
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public static string New() => Ids.New(Now).ToString("D");

    /// <summary>A document of values by path; "*" in a path is a new element.</summary>
    public static Document Make(RecordKind kind, params (string Path, object? Value)[] values)
    {
        var changes = values.Where(v => v.Value is not null).Select(Change (v) => new Set(v.Path.Replace("*", New()), Node(v.Value!)));
        return ApplyEdit.To(null, Edit.Create(Ids.New(Now), kind.Name, changes), kind, new Stamp(Actor.Local, Now, null)).Value;
    }

    private static JsonNode Node(object value) => value switch
    {
        int number => number, Guid id => id.ToString("D"), JsonNode node => node, _ => (string)value,
    };

    public static JsonObject Members(params (string Name, object? Value)[] values)
    {
        var members = new JsonObject();
        foreach (var (name, value) in values) if (value is not null) members[name] = Node(value);
        return members;
    }

    public static Document Organisation(string name, string? acronym = null, string? country = null, string? sort = null, string? former = null) => Make(
        OrganisationKind.Kind, ("names/*/text", name), ("names/*/text", former), ("acronym", acronym), ("country", country), ("organisationSort", sort));

    public static Document Person(string name, string? role = null, Guid? at = null) => Make(
        PersonKind.Kind, ("name", name), ("appointments/*", role is null ? null : Members(("role", role), ("organisation", at))));

    public static Document Agreement(string title, string sort, string? signed, Guid[] parties, string? subject = null, string? terminated = null) => Make(
        AgreementKind.Kind,
        [
            ("title", title), ("agreementSort", sort), ("signed", signed), ("subject", subject), .. parties.Select(p => ("parties/*/organisation", (object?)p)),
            ("events/*", terminated is null ? null : Members(("sort", "terminated"), ("on", terminated))),
        ]);

    public static Document Body(string name, string? acronym = null, params Guid[] sides) =>
        Make(BodyKind.Kind, [("name", name), ("acronym", acronym), .. sides.Select(s => ("sides/*/organisation", (object?)s))]);

    public static Document Session(string title, Guid? body, int? number, string? dates, string? place = null, Guid? chair = null) => Make(
        MeetingKind.Kind, ("title", title), ("body", body), ("number", number), ("dates", dates), ("place", place), ("chairs/*/person", chair));

    private static int _at;

    /// <summary>A quote somewhere of its own.</summary>
    public static Concordat.Intake.Evidence Quote(string words, string rule = "test.signed") => new(new TextSpan(_at += 50, Math.Max(1, words.Length)), words, rule);

    /// <summary>A proposal of values by key: <c>name</c>, or <c>list.element.item</c>.</summary>
    public static Proposal Propose(string key, RecordKind kind, string title, params (string Key, string? Value)[] values) => new()
    {
        Key = key, Kind = kind.Name, Title = title, Evidence = Quote(title), Values = [.. values.Where(v => v.Value is not null).Select(v => Value(kind, v.Key, v.Value!))],
    };

    public static ProposedValue Value(RecordKind kind, string key, string value, params string[] rivals)
    {
        var parts = key.Split('.');
        var field = parts.Length == 1 ? kind.Find(key)! : kind.Find(parts[0])!.Items.First(i => i.Name == parts[2]);
        return new()
        {
            Key = key, Field = field, List = parts.Length == 1 ? null : parts[0], Element = parts.Length == 1 ? null : parts[1], Value = value, Evidence = Quote(value),
            Rivals = [.. rivals.Select(r => new ProposedRival(r, Quote(r)))],
        };
    }

    public static Proposal Org(string key, string name, string? acronym = null, string? country = null, string? sort = null) => Propose(
        key, OrganisationKind.Kind, name, ("names.0.text", name), ("acronym", acronym), ("country", country), ("organisationSort", sort));

    public static Proposal Who(string key, string name, string? role = null, string? at = null) => Propose(
        key, PersonKind.Kind, name, ("name", name), ("appointments.0.role", role), ("appointments.0.organisation", role is null ? null : at));

    public static ImmutableArray<Proposal> Candidates(ImmutableArray<Proposal> proposals, params Document[] pool) =>
        FindCandidates.Scored(proposals, pool, Array.Empty<FindCandidates.Taken>().ToLookup(t => t.Record));

    public static Decision All(Proposal proposal, Guid? link = null) => Decision.All(proposal) with { Link = link };

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}

/// <summary>A store with the intake around it.</summary>
internal sealed class Bed(TestStore at) : IAsyncDisposable
{
    public TestStore At => at;
    public Store Store => at.Store;
    public MachineReading Machine { get; } = new(at.Store, at.Journal, at.Clock);
    public TakeIn TakeIn => field ??= new(at.Store, at.Journal, at.Clock, Machine);
    public Desk Desk => field ??= new(at.Store, at.Journal, at.Clock, Machine);
    public RegisterAgreement Register => field ??= new(at.Store, at.Journal, at.Clock);

    public static async Task<Bed> OnAsync(Database database) => new(await Databases.NewAsync(database));

    public async Task<TakenIn> TakeAsync(byte[] bytes, string name = "text.txt", string? published = null)
    {
        var taken = await TakeIn.RunAsync(Actor.Local, new Incoming(bytes, name) { Published = published });
        Assert.True(taken.Done, taken.Refusal?.ToString());
        return taken.Value;
    }

    public async Task<DeskView> ShowAsync(Guid source)
    {
        var shown = await Desk.ShowAsync(Reader.Local, source);
        Assert.True(shown.Done, shown.Refusal?.ToString());
        return shown.Value;
    }

    /// <summary>Takes a text in and accepts all that it proposes.</summary>
    public async Task<(Guid Source, Saved Saved)> AcceptAsync(string text, string? published = null)
    {
        var source = (await TakeAsync(Sample.Bytes(text), published: published)).Source;
        return (source, await AcceptAsync(source));
    }

    public async Task<Saved> AcceptAsync(Guid source)
    {
        var view = await ShowAsync(source);
        var saved = await Desk.AcceptAsync(Actor.Local, source, view.Proposals.ToDictionary(p => p.Key, Decision.All), view.ReadStamp, default);
        Assert.True(saved.Done, saved.Refusal?.ToString());
        return saved.Value;
    }

    public async Task<List<T>> AskAsync<T>(Func<ReadDb, IQueryable<T>> query)
    {
        await using var db = Store.Read(Reader.Local);
        return [.. query(db)];
    }

    public async ValueTask DisposeAsync()
    {
        await Machine.DisposeAsync();
        TakeIn.Dispose();
        await at.DisposeAsync();
    }
}
