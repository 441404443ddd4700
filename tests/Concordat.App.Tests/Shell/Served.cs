using System.Text;
using Concordat.App.Shell;
using Concordat.Intake;
using Concordat.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Concordat.App.Tests.Shell;

/// <summary>The application in this process, over an empty store in a folder of its own, on a free loopback port.</summary>
public class Served : IAsyncLifetime
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "concordat-" + Path.GetRandomFileName());
    private Store? _store;
    private WebApplication? _app;

    /// <summary>Where it answers, without a closing slash.</summary>
    public string Address => _app!.Urls.First();

    public IServiceProvider Services => _app!.Services;

    public virtual async ValueTask InitializeAsync()
    {
        _store = (await Store.OpenAsync(new StorePlace(_folder))).Value;
        _app = ConcordatApp.Build(_store, "http://127.0.0.1:0", Configure);
        await _app.StartAsync();
    }

    /// <summary>What a test needs otherwise.</summary>
    protected virtual void Configure(WebApplicationBuilder builder) => builder.Configuration["gallery"] = "on";

    /// <summary>A caller that follows no redirect and keeps cookies.</summary>
    public HttpClient Caller() => new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new(Address) };

    public async ValueTask DisposeAsync()
    {
        if (_app is not null) await _app.DisposeAsync();
        if (_store is not null) await _store.DisposeAsync();
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }
}

/// <summary>The application with a small register in it: two pages of agreements, two texts that contradict each other, one that waits.</summary>
public sealed class ServedRegister : Served
{
    /// <summary>The agreement about which the sources differ.</summary>
    public Guid Agreement { get; private set; }

    /// <summary>The document that waits at the desk.</summary>
    public Guid Waiting { get; private set; }

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var register = Services.GetRequiredService<RegisterAgreement>();
        for (var i = 1; i <= 54; i++)
        {
            var saved = await register.RunAsync(Actor.Local, Samples.Agreement(i), null);
            Assert.True(saved.Done, saved.Refusal?.Message);
        }

        Agreement = await AcceptAsync(Samples.Signing, "Northfield Gazette");
        await AcceptAsync(Samples.SigningOtherwise, "Harbour News");
        Waiting = await TakeInAsync(Samples.Session, "Office of the Joint Group");
        Services.GetRequiredService<RailCounts>().Forget();
    }

    private async Task<Guid> TakeInAsync(string text, string outlet)
    {
        var taken = await Services.GetRequiredService<TakeIn>().RunAsync(Actor.Local, new(Encoding.UTF8.GetBytes(text), "release.txt", "text/plain") { Outlet = outlet, Published = "2026-03-12" });
        Assert.True(taken.Done, taken.Refusal?.Message);
        return taken.Value.Source;
    }

    private async Task<Guid> AcceptAsync(string text, string outlet)
    {
        var desk = Services.GetRequiredService<Desk>();
        var source = await TakeInAsync(text, outlet);
        var view = (await desk.ShowAsync(Reader.Local, source)).Value;
        var saved = await desk.AcceptAsync(Actor.Local, source, view.Proposals.ToDictionary(p => p.Key, Decision.All));
        Assert.True(saved.Done, saved.Refusal?.Message);
        return saved.Value.Documents.FirstOrDefault(d => d.Kind == "agreement")?.Id ?? Guid.Empty;
    }
}
