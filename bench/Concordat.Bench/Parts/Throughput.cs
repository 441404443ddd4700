using Concordat.Bench.Shell;

namespace Concordat.Bench.Parts;

/// <param name="Page">Answers per second of the list of agreements.</param>
/// <param name="Sent">Of a page of the same bytes that is only sent.</param>
/// <param name="Rendered">Of a page of about the same bytes that the framework renders from constants.</param>
internal sealed record Share(string Database, string Encoding, double Page, double Sent, double Rendered);

/// <summary>The list of agreements against bare pages of the same size, in the same process, through the same pipeline, by turns.</summary>
internal static class Throughput
{
    private const int Connections = 8, Turns = 3;
    public const double Aim = 0.5;
    private static readonly string[] Paths = ["/agreements", "/bench/bare", "/bench/rendered"];

    public static async Task<IReadOnlyList<Share>> MeasureAsync(string database, string server, HttpClient client, TimeSpan spell)
    {
        var page = await client.GetByteArrayAsync(Paths[0]);
        using var body = new ByteArrayContent(page);
        (await client.PutAsync("/bench/bare", body)).EnsureSuccessStatusCode();
        return [await OneAsync(database, server, "identity", spell), await OneAsync(database, server, "br", spell)];
    }

    /// <summary>Asks one page for a while; writes its answers per second. For profiling.</summary>
    public static async Task<int> RunAsync(string server, string path, string encoding, TimeSpan span)
    {
        await Console.Out.WriteLineAsync($"{await Load.RunAsync(server, path, encoding, Connections, span):0}");
        return 0;
    }

    private static async Task<Share> OneAsync(string database, string server, string encoding, TimeSpan spell)
    {
        var rates = Paths.Select(_ => new List<double>()).ToArray();
        foreach (var path in Paths) await Load.RunAsync(server, path, encoding, Connections, spell);
        for (var turn = 0; turn < Turns; turn++)
            for (var i = 0; i < Paths.Length; i++)
                rates[i].Add(await Load.RunAsync(server, Paths[i], encoding, Connections, spell));
        return new(database, encoding, Figures.Median(rates[0]), Figures.Median(rates[1]), Figures.Median(rates[2]));
    }

    public static void Write(Report report, IReadOnlyList<Share> shares, TimeSpan spell)
    {
        report.Head("The list of agreements against bare pages");
        report.Say($"Requests per second of the first page of the list, and of two bare pages of the same size through the same pipeline in the same process: *sent* is the list’s own bytes, held in memory and only sent; *rendered* is a table of as many rows and cells, rendered by the same framework from constants, without frame, database or computing. {Connections} connections kept open, {Turns} turns of {spell.TotalSeconds:0} s each, one after the other, medians. The asking side runs on the same cores. Aim: at least half.");
        report.Table(
            ["Database", "Answer", "List, requests/s", "Rendered", "Share", "Sent", "Share"],
            shares.Select(s => (IReadOnlyList<string>)[s.Database, s.Encoding == "br" ? "Brotli, as browsers ask" : "plain", Figures.Count(s.Page), Figures.Count(s.Rendered), Of(s.Page, s.Rendered), Figures.Count(s.Sent), Of(s.Page, s.Sent)]));
    }

    private static string Of(double page, double bare) => $"{100 * page / bare:0} % ({(page / bare >= Aim ? "reached" : "missed")})";
}
