using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Concordat.App.Shell;
using Concordat.Sameness;
using Concordat.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Concordat.App.Tests.Harness;

/// <summary>The application in this process, over an empty store in a folder of its own, on a free loopback port.</summary>
public partial class Served : IAsyncLifetime
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "concordat-" + Path.GetRandomFileName());
    private Store? _store;
    private WebApplication? _app;

    /// <summary>Where it answers, without a closing slash.</summary>
    public string Address => _app!.Urls.First();

    public Store Store => _store!;

    /// <summary>Warnings and worse that the application wrote.</summary>
    public Said Log { get; } = new();

    public T Get<T>() where T : notnull => _app!.Services.GetRequiredService<T>();

    public virtual async ValueTask InitializeAsync()
    {
        _store = (await Store.OpenAsync(new StorePlace(_folder))).Value;
        _app = ConcordatApp.Build(_store, "http://127.0.0.1:0", builder =>
        {
            builder.Logging.AddProvider(Log);
            builder.Configuration["gallery"] = "on";
        });
        _app.MapGet("/throws", string () => throw new InvalidOperationException("secret words"));
        await _app.StartAsync();
    }

    /// <summary>One with an empty register, for a test of its own.</summary>
    public static async Task<Served> StartAsync()
    {
        var served = new Served();
        await served.InitializeAsync();
        return served;
    }

    /// <summary>A caller that follows no redirect and keeps cookies.</summary>
    public HttpClient Caller() => new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new(Address), Timeout = TimeSpan.FromSeconds(60) };

    /// <summary>Posts a form as the page at <paramref name="page"/> would, with its token.</summary>
    public static async Task<HttpResponseMessage> PostAsync(HttpClient caller, string page, string action, MultipartFormDataContent form)
    {
        var token = Token().Match(await caller.GetStringAsync(page)).Groups["token"].Value;
        form.Add(new StringContent(token), "__RequestVerificationToken");
        return await caller.PostAsync(action, form);
    }

    public static Task<HttpResponseMessage> PostAsync(HttpClient caller, string page, string action, params (string Name, string Value)[] values)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in values) form.Add(new StringContent(value), name);
        return PostAsync(caller, page, action, form);
    }

    /// <summary>How many statements one page costs, the counts of the rail not remembered.</summary>
    public async Task<long> StatementsAsync(string path, bool fresh = true)
    {
        using var caller = Caller();
        await caller.GetStringAsync(path);
        Get<RailCounts>().Forget();
        // So that nothing is looked for in the background meanwhile.
        await Get<SamePairs>().CurrentAsync();
        if (fresh) Get<KeptLists>().Forget();
        var before = Store.Statements.Count;
        using var answer = await caller.GetAsync(path);
        await answer.Content.ReadAsStringAsync();
        return Store.Statements.Count - before;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Token();

    public async ValueTask DisposeAsync()
    {
        if (_app is not null) await _app.DisposeAsync();
        if (_store is not null) await _store.DisposeAsync();
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }
}

/// <summary>Keeps what was logged at warning and above.</summary>
public sealed class Said : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = new();

    public IReadOnlyCollection<string> Lines => _lines;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel)) _lines.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}");
    }

    public void Dispose()
    {
    }
}
