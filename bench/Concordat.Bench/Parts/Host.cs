using System.Collections.Concurrent;
using System.Diagnostics;
using Concordat.App.Shell;
using Concordat.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Concordat.Bench.Parts;

/// <summary>The product's own application in a process of its own, with a stopwatch before it and one bare page beside it.</summary>
internal sealed class Host : IStartupFilter
{
    /// <summary>Header of a request that no kept list may answer.</summary>
    public const string Fresh = "X-Fresh";

    private readonly ConcurrentQueue<double> _times = new();
    private byte[] _bare = [];
    private long _statements;
    private double _cpu;

    public static async Task<int> RunAsync(string data, string? postgres)
    {
        await using var store = (await Store.OpenAsync(new StorePlace(data, postgres))).Value;
        var host = new Host();
        await using var app = ConcordatApp.Build(store, "http://127.0.0.1:0", builder => builder.Services.AddSingleton<IStartupFilter>(host));
        host.Map(app, store);
        await app.StartAsync();
        await Console.Out.WriteLineAsync(app.Urls.First());
        await app.WaitForShutdownAsync();
        return 0;
    }

    private void Map(WebApplication app, Store store)
    {
        app.MapGet("/bench/bare", () => Results.Bytes(_bare, "text/html; charset=utf-8"));
        app.MapGet("/bench/rendered", () => new RazorComponentResult<BarePage>(new { Bytes = _bare.Length }));
        app.MapPut("/bench/bare", async (HttpContext context) =>
        {
            using var bytes = new MemoryStream();
            await context.Request.Body.CopyToAsync(bytes);
            _bare = bytes.ToArray();
        });
        app.MapGet("/bench/times", () =>
        {
            var (count, times, cpu) = (store.Statements.Count - _statements, _times.ToArray(), Environment.CpuUsage.TotalTime.TotalMilliseconds);
            var spent = cpu - _cpu;
            (_statements, _cpu) = (store.Statements.Count, cpu);
            _times.Clear();
            return Results.Json(new ServerTimes(count, times, spent));
        });
    }

    /// <summary>Outermost: all that the product does to an answer is within the time.</summary>
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (context, rest) =>
        {
            if (context.Request.Headers.ContainsKey(Fresh)) context.RequestServices.GetRequiredService<KeptLists>().Forget();
            var began = Stopwatch.GetTimestamp();
            await rest(context);
            if (!context.Request.Path.StartsWithSegments("/bench")) _times.Enqueue(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        });
        next(app);
    };
}

/// <summary>What the server did since it was last asked.</summary>
/// <param name="Statements">Statements sent to the database.</param>
/// <param name="Times">Milliseconds of each answer.</param>
/// <param name="Cpu">Milliseconds of processor time of the whole process: says what an answer costs on a machine that does other things too.</param>
internal sealed record ServerTimes(long Statements, double[] Times, double Cpu);
