using System.Text.Encodings.Web;
using System.Text.Unicode;
using Concordat.App.Correspondence;
using Concordat.App.HandOver;
using Concordat.App.Import;
using Concordat.App.Intake;
using Concordat.Intake.Many;
using Concordat.App.Journals;
using Concordat.App.Records;
using Concordat.App.Sameness;
using Concordat.App.Search;
using Concordat.App.Sources;
using Concordat.App.Today;
using Concordat.Intake;
using Concordat.Intake.Letters;
using Concordat.Records;
using Concordat.Sameness;
using Concordat.Search;
using Concordat.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Concordat.App.Shell;

/// <summary>Builds the web application over an open store.</summary>
public static class ConcordatApp
{
    /// <summary>Largest body taken: the largest upload and a little for the form around it.</summary>
    internal const long MaxBody = 52L * 1024 * 1024;

    /// <param name="url">Loopback address to listen on; port 0 chooses a free one.</param>
    public static WebApplication Build(Store store, string url, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(url);
        builder.Logging.ClearProviders();
        builder.Logging.AddSimpleConsole(o => o.SingleLine = true).SetMinimumLevel(LogLevel.Warning)
            // The keys of forms lie in the data folder for its owner alone; that they are not sealed once more is known and decided.
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        Services(builder, store);
        configure?.Invoke(builder);
        var app = builder.Build();
        Headers.Use(app);
        app.UseResponseCompression();
        Faults.Use(app);
        Hosts.Use(app, url);
        Api.Gate.Use(app);
        Heads.Use(app);
        Map(app);
        // Scans that were waiting when the server stopped are read now.
        app.Lifetime.ApplicationStarted.Register(app.Services.GetRequiredService<MachineReading>().Wake);
        app.Lifetime.ApplicationStarted.Register(app.Services.GetRequiredService<SearchIndex>().Start);
        return app;
    }

    private static void Services(WebApplicationBuilder builder, Store store)
    {
        // A search for a whole pasted paragraph is answered too, not cut off by the server.
        builder.WebHost.ConfigureKestrel(o => { o.AddServerHeader = false; o.Limits.MaxRequestBodySize = null; o.Limits.MaxRequestLineSize = 128 * 1024; });
        var services = builder.Services;
        services.AddSingleton(store).AddSingleton(TimeProvider.System).AddSingleton<Journal>().AddSingleton<MachineReading>().AddSingleton<TakeIn>().AddSingleton<Desk>()
            .AddSingleton<RegisterAgreement>().AddSingleton<PrepareLog>().AddSingleton<LogLetter>().AddSingleton<PrepareLetter>().AddSingleton<WriteLetter>().AddSingleton<EditRecord>().AddSingleton<Concordat.Today.PutOff>().AddSingleton<Concordat.Today.CleanUp>().AddSingleton<RailCounts>().AddSingleton<KeptLists>().AddSingleton<Concordat.Lists.ListIndexes>().AddSingleton<Lists.ReadList>().AddSingleton<SuggestAgreement>().AddSingleton<TakeInMany>().AddSingleton<AttachTexts>().AddSingleton<Intake.Many.ManyJobs>().AddSingleton<PastRegisters>().AddSingleton<Lists.PastLists>().AddSingleton<ByCountry.GatherCountry>().AddSingleton<Lists.KeptViews>().AddSingleton<Concordat.Lists.SaveView>().AddSingleton<Concordat.Records.ChangeMany>().AddSingleton<Concordat.HandOver.MoveWork>().AddSingleton<Concordat.HandOver.SetAbsence>().AddSingleton<Today.KeptOfficers>().AddSingleton<ImportJobs>().AddSingleton<MergeRecords>().AddSingleton<KeepApart>().AddSingleton<PutLater>().AddSingleton<SamePairs>().AddSingleton<Assets>()
            .AddSingleton(s => new SearchIndex(store, TimeProvider.System, SearchEndpoints.Logging(s))).AddSingleton<Find>();
        services.AddSingleton<Api.Replays>().AddSingleton<Api.CommitWatch>();
        services.AddScoped<Flash>().AddHttpContextAccessor();
        services.AddRazorComponents();
        services.AddAntiforgery(o => { o.Cookie.Name = "concordat.form"; o.Cookie.SameSite = SameSiteMode.Strict; o.SuppressXFrameOptionsHeader = true; });
        services.AddDataProtection().SetApplicationName("Concordat").PersistKeysToFileSystem(Keys(store));
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.Configure<FormOptions>(o => { o.MultipartBodyLengthLimit = MaxBody; o.ValueCountLimit = 20_000; o.ValueLengthLimit = 6 * 1024 * 1024; o.KeyLengthLimit = 2048; });
        // Tokens of forms are masked anew in each answer, so that compression tells nothing of them.
        services.AddResponseCompression(o => { o.EnableForHttps = true; o.Providers.Add<BrotliCompressionProvider>(); o.Providers.Add<GzipCompressionProvider>(); });
        services.Configure<BrotliCompressionProviderOptions>(o => o.Level = System.IO.Compression.CompressionLevel.Optimal);
    }

    private static DirectoryInfo Keys(Store store)
    {
        var folder = new DirectoryInfo(Path.Combine(store.Place.Folder, "keys"));
        folder.Create();
        if (!OperatingSystem.IsWindows()) folder.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        return folder;
    }

    private static void Map(WebApplication app)
    {
        app.Use((context, next) => context.Request.ContentLength > MaxBody
            ? Answers.Problem(new Refusal("source.too-large", "A file may have at most 50 MB. Nothing was kept. Split it, or keep it elsewhere and register what it says."), 413).ExecuteAsync(context)
            : next(context));
        app.Services.GetRequiredService<Assets>().Map(app);
        TodayEndpoints.Map(app);
        CleanUpEndpoints.Map(app);
        HandOverEndpoints.Map(app);
        IntakeEndpoints.Map(app);
        ListEndpoints.Map(app);
        Agreements.DeadlineEndpoints.Map(app);
        ByCountry.CountryEndpoints.Map(app);
        ByCountry.BriefEndpoints.Map(app);
        SearchEndpoints.Map(app);
        RecordEndpoints.Map(app);
        LetterEndpoints.Map(app);
        SourceEndpoints.Map(app);
        SamenessEndpoints.Map(app);
        JournalEndpoints.Map(app);
        Api.ApiEndpoints.Map(app);
        ImportEndpoints.Map(app);
        if (app.Configuration["gallery"] is not null) app.MapGet("/gallery", () => Answers.Page<Gallery>(new { }));
    }
}
