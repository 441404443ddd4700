using Concordat.Agreements;
using Concordat.Agreements.Terms;
using Concordat.App.Demo;
using Concordat.App.Tests.Commands;
using Concordat.Bodies;
using Concordat.Intake;
using Concordat.Meetings;
using Concordat.Reading.Dates;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.App.Tests.Demo;

public sealed class LoadSamplesTests : IAsyncLifetime, IDisposable
{
    private readonly Scratch _scratch = new();
    private Store _store = null!;

    public async ValueTask InitializeAsync() => _store = (await Store.OpenAsync(new StorePlace(_scratch["data"]))).Value;

    private LoadSamples Samples => new(_store, TimeProvider.System);

    private async Task FillAsync()
    {
        Assert.True((await Samples.ProgrammeAsync()).Done);
        Assert.Equal(4, (await Samples.ReleasesAsync()).Value);
    }

    [Fact]
    public async Task The_programme_has_the_size_that_it_promises()
    {
        await FillAsync();
        await using var db = _store.Read(Reader.Local);
        Assert.Equal(12, await db.Organisations.CountAsync());
        Assert.Equal(25, await db.People.CountAsync());
        Assert.Equal(15 + 2, await db.Agreements.CountAsync());
        Assert.Equal(2, await db.Bodies.CountAsync());
        Assert.Equal(8, await db.Correspondence.CountAsync());
        var sessions = await db.Meetings.GroupBy(m => m.Body).Select(g => g.Count()).ToListAsync();
        Assert.All(sessions, count => Assert.InRange(count, 3, 5));
        Assert.Equal(6, await db.Sources.CountAsync());
        Assert.Equal(4, await db.Intake.CountAsync(i => i.State == "waiting"));
    }

    [Fact]
    public async Task Its_agreements_stand_in_three_levels_and_show_every_state()
    {
        await FillAsync();
        await using var db = _store.Read(Reader.Local);
        var agreements = (await db.FindAsync(await db.Agreements.Select(a => a.Record).ToListAsync())).Values.ToDictionary(d => d.Id, d => d.As<Agreement>());
        Assert.Contains(agreements.Values, a => a.Under is { } parent && agreements[parent].GuidedBy.Any(g => agreements[g.Target].AgreementSort == "framework"));
        var today = new DateOnly(2026, 11, 22).DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;
        var states = (await db.StateSpans.Where(s => s.Shown && s.FromDay <= today && s.ToDay >= today).ToListAsync()).Select(s => s.Now.State).Distinct();
        Assert.Equal(agreements.Count, await db.StateSpans.CountAsync(s => s.Shown && s.FromDay <= today && s.ToDay >= today));
        Assert.Equal(Enum.GetValues<AgreementState>().Order(), states.Order());
    }

    [Fact]
    public async Task One_agreement_renews_itself_in_three_months_one_was_renewed_backwards_and_articles_of_one_survive_it()
    {
        await FillAsync();
        await using var db = _store.Read(Reader.Local);
        var today = DayNumber.Of(2026, 11, 22);
        var lines = await ListDeadlines.RunAsync(db, new(today, today + 365), 100);
        Assert.Contains(lines, l => l.Sort is DeadlineSort.Notice && l.Title.EndsWith("Corrosion Testing", StringComparison.Ordinal) && l.Row.Lo == DayNumber.Of(2026, 12, 10));
        Assert.Contains(lines, l => l.Sort is DeadlineSort.Renewal && l.Row.Lo == DayNumber.Of(2027, 3, 11));
        Assert.Contains(lines, l => l.Sort is DeadlineSort.Survival && l.Row.Lo == DayNumber.Of(2027, 5, 20));
        Assert.Contains(lines, l => l.Sort is DeadlineSort.Ends && l.Row.Lo == DayNumber.Of(2027, 8, 31));
        var renewed = await db.Agreements.SingleAsync(a => a.FileNumber == "IC/PT-CA/2017/011");
        Assert.True(TermTimes.Of((await db.FindAsync(renewed.Record))!.As<Agreement>()).Moves.Single().Backwards);
    }

    [Fact]
    public async Task Accepted_releases_show_quotes_and_the_second_report_of_a_session_contradicts_the_first()
    {
        await FillAsync();
        await using var db = _store.Read(Reader.Local);
        var ninth = await db.Meetings.SingleAsync(m => m.Number == 9);
        Assert.Equal("2026-10-06/2026-10-07", ninth.Dates);
        var claim = (await db.FindAsync(ninth.Record))!.ClaimsAt("dates").Single();
        Assert.Equal("October 6-7, 2026", claim.Citation.Quote);
        var second = await db.Intake.SingleAsync(i => i.Title == "Defence science committee meets in Lisbon");
        var desk = new Desk(_store, new Journal(_store, TimeProvider.System), TimeProvider.System);
        var proposals = (await desk.ShowAsync(Reader.Local, second.Source)).Value.Proposals;
        Assert.Equal(ninth.Record, proposals.Single(p => p.Kind == MeetingKind.Name).Suggested!.Record);
        Assert.True((await desk.AcceptAsync(Actor.Local, second.Source, proposals.ToDictionary(p => p.Key, Decision.All))).Done);
        var rival = (await db.FindAsync(ninth.Record))!.ClaimsAt("dates").Single(c => c.Standing == Standing.Rival);
        Assert.Equal(("2026-10-07/2026-10-08", "October 7-8, 2026"), ((string?)rival.Value, rival.Citation.Quote));
    }

    [Fact]
    public async Task A_second_filling_changes_nothing()
    {
        await FillAsync();
        var before = await HeadAsync();
        Assert.Equal(SampleState.Loaded, await Samples.StateAsync());
        await FillAsync();
        Assert.Equal(before, await HeadAsync());
    }

    [Fact]
    public async Task A_filling_that_was_interrupted_is_taken_up()
    {
        Assert.True((await Samples.ProgrammeAsync()).Done);
        Assert.Equal(SampleState.Begun, await Samples.StateAsync());
        await FillAsync();
        Assert.Equal(SampleState.Loaded, await Samples.StateAsync());
        Assert.True((await new Verifier(_store).RunAsync()).Clean);
    }

    [Fact]
    public async Task The_demo_adds_nothing_to_a_register_of_somebody_s_own()
    {
        var edit = Edit.Create(Ids.New(TimeProvider.System), BodyKind.Name, [new Set("name", "A body of ours")]);
        Assert.True((await new Journal(_store, TimeProvider.System).SaveAsync(new Deed(Actor.Local, [edit]))).Done);
        var before = await HeadAsync();
        var said = await Said.ByAsync("demo", "--data", _scratch["data"], "--port", "0");
        Assert.Equal(1, said.Exit);
        Assert.Contains("(demo.other-register)", said.Error);
        Assert.Equal(before, await HeadAsync());
    }

    private async Task<string> HeadAsync()
    {
        await using var db = _store.Read(Reader.Local);
        return Convert.ToHexStringLower((await db.HeadAsync())!.Digest);
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        Dispose();
    }

    public void Dispose() => _scratch.Dispose();
}
