using Concordat.Agreements;
using Concordat.Reading.Dates;
using Concordat.Tests.Intake;
using Concordat.Tests.Storage;

namespace Concordat.Tests.Agreements;

public sealed class AgreementStateTests
{
    private static readonly long Today = DayNumber.Of(2026, 3, 2);

    private static AgreementState On(long today, params (string Path, object? Value)[] values) =>
        AgreementStates.On(Sample.Make(AgreementKind.Kind, [("title", "Ice study"), .. values]).As<Agreement>(), today).State;

    private static (string, object?) Event(string sort, string? on) => ("events/*", Sample.Members(("sort", sort), ("on", on)));

    [Fact]
    public void What_is_only_mentioned_is_to_be_confirmed_and_what_is_announced_is_in_preparation()
    {
        Assert.Equal(AgreementState.ToBeConfirmed, On(Today));
        Assert.Equal(AgreementState.InPreparation, On(Today, Event("announced", null)));
        Assert.Equal(AgreementState.InPreparation, On(Today, ("signed", "2027-01-01")));
        Assert.Equal(AgreementState.ToBeConfirmed, On(Today, ("ends", "2029-01-01")));
    }

    [Fact]
    public void The_last_day_of_a_term_belongs_to_it()
    {
        Assert.Equal(AgreementState.Signed, On(Today, ("signed", "2020"), ("ends", "2026-03-02")));
        Assert.Equal(AgreementState.ToBeConfirmed, On(Today, ("signed", "2020"), ("ends", "2026-03-01")));
        Assert.Equal(AgreementState.ToBeConfirmed, On(Today, ("signed", "2020"), ("ends", "2026")));
        Assert.Equal(AgreementState.InForce, On(Today, ("signed", "2020"), ("inForce", "2020-06"), ("ends", "2027")));
    }

    [Fact]
    public void Past_its_last_day_it_is_presumed_expired_until_something_says_so()
    {
        var past = new (string, object?)[] { ("signed", "2020"), ("ends", "2026-03-01") };
        Assert.Contains("presumed expired, to be confirmed", AgreementStates.On(Sample.Make(AgreementKind.Kind, [("title", "Ice study"), .. past]).As<Agreement>(), Today).Why);
        Assert.Equal(AgreementState.Ended, On(Today, [.. past, Event("expired", "2026-03-01")]));
        Assert.Equal(AgreementState.Ended, On(Today, [.. past, ("statedStatus", "closed")]));
        Assert.Equal(AgreementState.Ended, On(Today, [.. past, ("renewal/*", Sample.Members(("sort", "none")))]));
        Assert.Equal(AgreementState.InRenewal, On(Today, [.. past, Event("renewal-begun", "2026-01-10")]));
        Assert.Equal(AgreementState.ToBeConfirmed, On(Today, [.. past, Event("renewal-begun", "2026-01-10"), Event("renewal-failed", "2026-02-10")]));
    }

    [Fact]
    public void A_termination_within_a_range_may_have_happened()
    {
        Assert.Equal(AgreementState.ToBeConfirmed, On(Today, ("signed", "2020"), Event("terminated", "2026")));
        Assert.Equal(AgreementState.Ended, On(Today, ("signed", "2020"), Event("terminated", "../2026-03-01")));
        Assert.Equal(AgreementState.Ended, On(Today, ("signed", "2020"), Event("terminated", null)));
        Assert.Equal(AgreementState.Signed, On(Today, ("signed", "2020"), Event("terminated", "2026-09-30")));
    }

    [Fact]
    public void Suspensions_follow_their_days_not_the_order_of_entry()
    {
        Assert.Equal(AgreementState.Suspended, On(Today, ("signed", "2020"), Event("suspended", "2025-01-01")));
        Assert.Equal(AgreementState.Signed, On(Today, ("signed", "2020"), Event("suspended", "2026-05-01")));
        Assert.Equal(AgreementState.Signed, On(Today, ("signed", "2020"), Event("resumed", "2025-06-01"), Event("suspended", "2025-01-01")));
        Assert.Equal(AgreementState.Suspended, On(Today, ("signed", "2020"), Event("suspended", "2025-09-01"), Event("resumed", "2025-06-01"), Event("suspended", "2025-01-01")));
    }

    [Theory, BothDatabases]
    public async Task A_list_by_state_shows_what_the_page_says_and_every_agreement_is_in_exactly_one(Database database)
    {
        await using var bed = await Bed.OnAsync(database);
        var chance = new Random(20260302);
        var edits = Enumerable.Range(0, 600).Select(_ => Edit.Create(Ids.New(bed.At.Clock), AgreementKind.Name, [new Set("title", "Ice study"), .. Any(chance)])).ToList();
        Assert.True((await bed.At.Journal.SaveAsync(new Deed(Actor.Local, [.. edits]))).Done);
        var rows = await FindAsync(bed, edits.ConvertAll(e => e.Record));
        var met = new HashSet<AgreementState>();
        foreach (var today in Enumerable.Range(0, 12).Select(_ => Today + chance.Next(-2500, 2500)))
        {
            var listed = new Dictionary<Guid, AgreementState>();
            foreach (var state in Enum.GetValues<AgreementState>())
                foreach (var row in await bed.AskAsync(db => db.StateSpans.Where(AgreementStates.Is(state, today)))) Assert.True(listed.TryAdd(row.Record, state), $"{row} is {state} too");
            Assert.All(rows, r => Assert.Equal(AgreementStates.On(r.Value.As<Agreement>(), today).State, listed.GetValueOrDefault(r.Key, (AgreementState)(-1))));
            met.UnionWith(listed.Values);
        }

        Assert.Equal(Enum.GetValues<AgreementState>().Length, met.Count);
    }

    private static readonly string[] Happens = ["announced", "suspended", "resumed", "terminated", "renewed", "renewal-begun", "extended"];

    private static async Task<IReadOnlyDictionary<Guid, Document>> FindAsync(Bed bed, List<Guid> records)
    {
        await using var db = bed.At.Store.Read(Reader.Local);
        return await db.FindAsync(records);
    }

    private static IEnumerable<Change> Any(Random chance)
    {
        foreach (var field in new[] { "signed", "inForce", "ends" }) if (chance.Next(3) == 0) yield return new Set(field, Day(chance));
        for (var i = chance.Next(3); i > 0; i--)
            yield return new Set($"events/{Sample.New()}", Sample.Members(("sort", Happens[chance.Next(Happens.Length)]), ("on", chance.Next(4) == 0 ? null : Day(chance))));
    }

    private static string Day(Random chance)
    {
        var day = new DateOnly(2018 + chance.Next(16), 1 + chance.Next(12), 1 + chance.Next(28)).ToString("yyyy-MM-dd");
        return chance.Next(5) switch { 0 => day[..4], 1 => day[..7], 2 => $"../{day}", _ => day };
    }
}
