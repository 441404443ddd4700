using System.Text;
using Concordat.Correspondence;
using Concordat.Intake;
using Concordat.Intake.Letters;
using Concordat.Tests.Storage;

namespace Concordat.Tests.Intake.Letters;

/// <summary>An office that writes to one partner, with an agreement between them.</summary>
internal sealed class Office : IAsyncDisposable
{
    private readonly TakeIn _takeIn;

    private Office(TestStore at)
    {
        At = at;
        _takeIn = new(at.Store, at.Journal, at.Clock);
        Desk = new(at.Store, at.Journal, at.Clock);
        Log = new(at.Store, at.Journal, at.Clock);
        Write = new(at.Store, _takeIn, Desk, Log, at.Clock);
        (PrepareLog, PrepareLetter) = (new(at.Store, at.Clock), new(at.Store, at.Clock));
    }

    public TestStore At { get; }
    public Desk Desk { get; }
    public LogLetter Log { get; }
    public WriteLetter Write { get; }
    public PrepareLog PrepareLog { get; }
    public PrepareLetter PrepareLetter { get; }
    public Guid Own { get; private set; }
    public Guid Partner { get; private set; }
    public Guid Director { get; private set; }
    public Guid Agreement { get; private set; }

    /// <param name="known">With one letter in the register, which tells who we are.</param>
    public static async Task<Office> OpenAsync(Database database, bool known = true)
    {
        var it = new Office(await Databases.NewAsync(database));
        it.Own = await it.SaveAsync("organisation", ($"names/{it.New()}/text", "Coastal Research Office"), ("place", "Port Alder"), ("country", "NZ"), ("website", "https://www.coastal-office.example/"));
        it.Partner = await it.SaveAsync("organisation", ($"names/{it.New()}/text", "Norvik Polar Laboratory"), ("acronym", "NPL"), ("place", "Tromsø"), ("country", "NO"), ("website", "https://norvik.example"));
        var role = it.New();
        it.Director = await it.SaveAsync("person", ("name", "Tamsin Orrel"), ("honorific", "Dr"), ($"appointments/{role}/role", "Director"), ($"appointments/{role}/organisation", Id(it.Partner)));
        var number = it.New();
        it.Agreement = await it.SaveAsync("agreement", ("title", "Sea ice study"), ($"parties/{it.New()}/organisation", Id(it.Own)), ($"parties/{it.New()}/organisation", Id(it.Partner)), ("signed", "2025-03-03"), ("ends", "2026-12-31"), ("deskOfficer", "Vera Holm"),
            ($"references/{number}/scheme", "Our file"), ($"references/{number}/text", "CRO/25/7"));
        if (known) await it.SaveAsync(CorrespondenceKind.Name, ("title", "Draft sent for comments"), ("direction", "out"), ("sent", "2026-01-12"), ("fromOrganisation", Id(it.Own)), ("toOrganisation", Id(it.Partner)), ("toPerson", Id(it.Director)), ($"about/{it.New()}/record", Id(it.Agreement)));
        return it;
    }

    public static string Id(Guid id) => id.ToString("D");

    private Guid New() => Ids.New(At.Clock);

    public async Task<Guid> SaveAsync(string kind, params (string Path, string Value)[] values)
    {
        var id = New();
        var saved = await At.Journal.SaveAsync(new Deed(Actor.Local, [Edit.Create(id, kind, values.Select(v => new Set(v.Path, v.Value)))]));
        Assert.True(saved.Done, saved.Refusal?.ToString());
        return id;
    }

    public async Task<DeskView> TakeInAsync(string text, string name) => await TakeInAsync(Encoding.UTF8.GetBytes(text), name);

    public async Task<DeskView> TakeInAsync(byte[] bytes, string name)
    {
        var taken = await _takeIn.RunAsync(Actor.Local, new(bytes, name));
        Assert.True(taken.Done, taken.Refusal?.ToString());
        return (await Desk.ShowAsync(Reader.Local, taken.Value.Source)).Value;
    }

    public async Task<Letter> LetterAsync(Guid id) => (await At.FindAsync(id)).As<Letter>();

    public async ValueTask DisposeAsync()
    {
        _takeIn.Dispose();
        await At.DisposeAsync();
    }
}
