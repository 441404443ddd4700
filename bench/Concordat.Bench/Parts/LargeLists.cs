using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Concordat.Agreements;
using Concordat.Bench.Programme;
using Concordat.Bench.Shell;

namespace Concordat.Bench.Parts;

/// <summary>Asks lists with filters that differ from request to request, and record pages.</summary>
internal static partial class LargeLists
{
    private static readonly string[] States = [.. Enum.GetValues<AgreementState>().Select(s => s.ToString())], Sorts = ["", "&sort=signed", "&sort=ends"], Opened = ["", "&open=partner", "&open=country", "&open=kind"];

    public static async Task<IReadOnlyList<SearchTime>> MeasureAsync(HttpClient client, int requests)
    {
        var random = new Random(11);
        string Of(string[] from) => from[random.Next(from.Length)];
        string Kind() => AgreementKind.Sorts[random.Next(AgreementKind.Sorts.Length)].Value;
        string Officer() => Uri.EscapeDataString(Words.Officers[random.Next(Words.Officers.Length)]);
        var records = new List<string>();
        foreach (var sort in Sorts) records.AddRange(Record().Matches(await client.GetStringAsync($"/agreements?state=InForce{sort}")).Select(m => m.Value));
        return
        [
            await OneAsync(client, "list, three facets and a sort", Many(() => $"/agreements?state={Of(States)}&kind={Kind()}&officer={Officer()}{Of(Sorts)}")),
            await OneAsync(client, "list, one facet and a sort", Many(() => $"/agreements?officer={Officer()}{Of(Sorts)}")),
            await OneAsync(client, "list, two facets, another open with its counts", Many(() => $"/agreements?state={Of(States)}&officer={Officer()}{Of(Sorts)}{Of(Opened)}")),
            await OneAsync(client, "list, a rare word", Many(() => $"/agreements?q={random.Next(100_000):00000}")), await OneAsync(client, "deadlines within 90 days, by sort and officer", Many(() => $"/deadlines?within=90&sort-of={Of(["Notice", "Renewal", "Ends"])}&officer={Officer()}")),
            await OneAsync(client, "deadlines of a month", Many(() => $"/deadlines?month={2026 + random.Next(9)}-{1 + random.Next(12):00}")), await OneAsync(client, "Today", Many(() => "/")),
            await OneAsync(client, "record page", Many(() => records[random.Next(records.Count)])),
        ];

        IReadOnlyList<string> Many(Func<string> make) => [.. Enumerable.Range(0, requests).Select(_ => make())];
    }

    private static async Task<SearchTime> OneAsync(HttpClient client, string name, IReadOnlyList<string> addresses)
    {
        foreach (var address in addresses.Take(30)) await AskAsync(client, address);
        await client.GetFromJsonAsync<ServerTimes>("/bench/times");
        foreach (var address in addresses) await AskAsync(client, address);
        var server = (await client.GetFromJsonAsync<ServerTimes>("/bench/times"))!;
        return new(name, Figures.Median(server.Times), Figures.Percentile(server.Times, 0.99), server.Cpu / addresses.Count, (long)Math.Round((double)server.Statements / addresses.Count));
    }

    private static async Task AskAsync(HttpClient client, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { Host.Fresh, "1" } } };
        using var answer = await client.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        await answer.Content.ReadAsByteArrayAsync();
    }

    public static void Write(Report report, IReadOnlyList<SearchTime> times, int requests)
    {
        report.Say($"Server time in milliseconds and processor time of one answer, {requests} requests of one client with filters that differ, read anew each time. Aim: at most 50 ms at the 99th percentile.");
        report.Table(["Asked for", "p50", "p99", "Processor", "Statements"], times.Select(t => (IReadOnlyList<string>)[t.Name, Figures.Ms(t.Median), Figures.Ms(t.Worst), Figures.Ms(t.Cpu), $"{t.Statements}"]));
    }

    [GeneratedRegex("/agreements/[0-9a-f-]{36}", RegexOptions.NonBacktracking)]
    private static partial Regex Record();
}
