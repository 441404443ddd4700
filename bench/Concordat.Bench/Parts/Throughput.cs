using Concordat.Bench.Shell;

namespace Concordat.Bench.Parts;

/// <param name="Page">Answers per second of the list of agreements.</param>
/// <param name="Bare">Of a page of the same bytes that is only sent.</param>
internal sealed record Share(string Database, string Encoding, double Page, double Bare);

/// <summary>The list of agreements against a bare page of the same bytes, in the same process, through the same pipeline, by turns.</summary>
internal static class Throughput
{
    private const int Connections = 8, Turns = 3;
    public const double Aim = 0.5;

    public static async Task<IReadOnlyList<Share>> MeasureAsync(string database, string server, HttpClient client, TimeSpan spell)
    {
        var page = await client.GetByteArrayAsync("/agreements");
        using var body = new ByteArrayContent(page);
        (await client.PutAsync("/bench/bare", body)).EnsureSuccessStatusCode();
        return [await OneAsync(database, server, "identity", spell), await OneAsync(database, server, "br", spell)];
    }

    private static async Task<Share> OneAsync(string database, string server, string encoding, TimeSpan spell)
    {
        var (pages, bares) = (new List<double>(), new List<double>());
        foreach (var path in new[] { "/agreements", "/bench/bare" }) await Load.RunAsync(server, path, encoding, Connections, spell);
        for (var turn = 0; turn < Turns; turn++)
        {
            pages.Add(await Load.RunAsync(server, "/agreements", encoding, Connections, spell));
            bares.Add(await Load.RunAsync(server, "/bench/bare", encoding, Connections, spell));
        }

        return new(database, encoding, Figures.Median(pages), Figures.Median(bares));
    }

    public static void Write(Report report, IReadOnlyList<Share> shares, TimeSpan spell)
    {
        report.Head("The list of agreements against a bare page");
        report.Say($"Requests per second of the first page of the list, and of a constant answer of the same bytes through the same pipeline in the same process; {Connections} connections kept open, {Turns} turns of {spell.TotalSeconds:0} s each, one after the other, medians. The asking side runs on the same cores. Aim: at least half.");
        report.Table(
            ["Database", "Sent as", "List, requests/s", "Bare, requests/s", "Share", "Aim"],
            shares.Select(s => (IReadOnlyList<string>)[s.Database, s.Encoding == "br" ? "Brotli, as browsers ask" : "plain", Figures.Count(s.Page), Figures.Count(s.Bare), $"{100 * s.Page / s.Bare:0} %", s.Page / s.Bare >= Aim ? "reached" : "missed"]));
    }
}
