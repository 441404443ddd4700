using System.Net;
using System.Net.Http.Json;
using Concordat.Bench.Shell;

namespace Concordat.Bench.Parts;

/// <param name="Statements">Per answer; the counts of the rail, kept for two seconds, fall in now and then and are rounded away.</param>
/// <param name="Bytes">Of the HTML, as it is and in Brotli.</param>
internal sealed record PageTime(string Name, double Median, double Worst, long Statements, int Bytes, int Brotli);

/// <summary>Asks each page many times, one request after the other, as a browser asks.</summary>
internal static class Pages
{
    private const int WarmUp = 60;

    public static HttpClient Client(string address) => new(new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = new(address), Timeout = TimeSpan.FromMinutes(2) };

    public static async Task<IReadOnlyList<PageTime>> MeasureAsync(HttpClient client, IReadOnlyList<PageOf> pages, int requests)
    {
        var times = new List<PageTime>();
        foreach (var page in pages) times.Add(await OneAsync(client, page, requests));
        return times;
    }

    private static async Task<PageTime> OneAsync(HttpClient client, PageOf page, int requests)
    {
        var bytes = await AskAsync(client, page.Address, "identity");
        // A slow page is asked less often before it is measured; it has run the same code more often.
        for (var (i, until) = (0, TimeProvider.System.GetTimestamp()); i < WarmUp && TimeProvider.System.GetElapsedTime(until).TotalSeconds < 2; i++) await AskAsync(client, page.Address, "br");
        await client.GetFromJsonAsync<ServerTimes>("/bench/times");
        var brotli = 0;
        for (var i = 0; i < requests; i++) brotli = await AskAsync(client, page.Address, "br");
        var server = (await client.GetFromJsonAsync<ServerTimes>("/bench/times"))!;
        return new(page.Name, Figures.Median(server.Times), Figures.Percentile(server.Times, 0.99), (long)Math.Round((double)server.Statements / requests), bytes, brotli);
    }

    /// <returns>Bytes of the body.</returns>
    private static async Task<int> AskAsync(HttpClient client, string address, string encoding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { AcceptEncoding = { new(encoding) } } };
        request.Headers.Add(Host.Fresh, "1");
        using var answer = await client.SendAsync(request);
        if (answer.StatusCode != HttpStatusCode.OK) throw new InvalidOperationException($"{address} answered {(int)answer.StatusCode}.");
        return (await answer.Content.ReadAsByteArrayAsync()).Length;
    }

    public static void Write(Report report, IReadOnlyList<PageTime> sqlite, IReadOnlyList<PageTime>? postgres, int requests)
    {
        report.Head("Pages");
        report.Say($"Server time in milliseconds (from the first middleware to the last byte written, compression in Brotli included), {requests} requests of one client over loopback after a warm-up; statements to the database for one answer; kilobytes of HTML. Lists are read anew each time: those kept in memory until the next commit are cleared before each request.");
        string Of(IReadOnlyList<PageTime>? list, int i, Func<PageTime, double> what) => list is null ? "–" : Figures.Ms(what(list[i]));
        report.Table(
            ["Page", "SQLite p50", "p99", "PostgreSQL p50", "p99", "Statements", "HTML kB", "Brotli kB"],
            sqlite.Select((p, i) => (IReadOnlyList<string>)[p.Name, Figures.Ms(p.Median), Figures.Ms(p.Worst), Of(postgres, i, q => q.Median), Of(postgres, i, q => q.Worst), $"{p.Statements}", Figures.Kb(p.Bytes), Figures.Kb(p.Brotli)]));
    }
}
