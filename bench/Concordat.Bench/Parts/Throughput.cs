using Concordat.Bench.Shell;

namespace Concordat.Bench.Parts;

/// <param name="Page">Answers per second of the list of agreements, as the server gives it: kept in memory until the next commit.</param>
/// <param name="Fresh">Of the same, read from the database each time.</param>
/// <param name="Sent">Of a page of the same bytes that is only sent.</param>
/// <param name="Rendered">Of a page of about the same bytes that the framework renders from constants.</param>
internal sealed record Share(string Database, string Encoding, double Page, double Fresh, double Sent, double Rendered);

/// <summary>The list of agreements against bare pages of the same size, in the same process, through the same pipeline, by turns.</summary>
internal static class Throughput
{
    private const int Connections = 8, Turns = 3;
    public const double Aim = 0.5;
    private static readonly (string Path, bool Fresh)[] Asked = [("/agreements", false), ("/agreements", true), ("/bench/bare", false), ("/bench/rendered", false)];

    public static async Task<IReadOnlyList<Share>> MeasureAsync(string database, string server, HttpClient client, TimeSpan spell)
    {
        var page = await client.GetByteArrayAsync(Asked[0].Path);
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
        var rates = Asked.Select(_ => new List<double>()).ToArray();
        foreach (var (path, fresh) in Asked) await Load.RunAsync(server, path, encoding, Connections, spell, fresh);
        for (var turn = 0; turn < Turns; turn++)
            for (var i = 0; i < Asked.Length; i++)
                rates[i].Add(await Load.RunAsync(server, Asked[i].Path, encoding, Connections, spell, Asked[i].Fresh));
        return new(database, encoding, Figures.Median(rates[0]), Figures.Median(rates[1]), Figures.Median(rates[2]), Figures.Median(rates[3]));
    }

    public static void Write(Report report, IReadOnlyList<Share> shares, TimeSpan spell)
    {
        report.Head("The list of agreements against bare pages");
        report.Say($"Requests per second of the first page of the list, and of two bare pages of the same size through the same pipeline in the same process: *sent* is the list’s own bytes, held in memory and only sent; *rendered* is a table of as many rows and cells, rendered by the same framework from constants, without frame, database or computing. The list is kept in memory until the next commit (one statement asks whether there was one); *fresh* is the same list read from the database for each answer. {Connections} connections kept open, {Turns} turns of {spell.TotalSeconds:0} s each, one after the other, medians. The asking side runs on the same cores. Aim: at least half.");
        report.Table(
            ["Database", "Answer", "List, requests/s", "Fresh", "Rendered", "List’s share", "Fresh share", "Sent", "List’s share"],
            shares.Select(s => (IReadOnlyList<string>)[s.Database, s.Encoding == "br" ? "Brotli, as browsers ask" : "plain", Figures.Count(s.Page), Figures.Count(s.Fresh), Figures.Count(s.Rendered), Of(s.Page, s.Rendered), Of(s.Fresh, s.Rendered), Figures.Count(s.Sent), Of(s.Page, s.Sent)]));
    }

    private static string Of(double page, double bare) => $"{100 * page / bare:0} % ({(page / bare >= Aim ? "reached" : "missed")})";
}
