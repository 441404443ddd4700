using System.IO.Compression;
using System.Text.Json.Nodes;
using Concordat.App.Tests.Harness;

namespace Concordat.App.Tests.Api;

public sealed class ArchiveApiTests(ServedRegister served) : IClassFixture<ServedRegister>
{
    private readonly ApiCaller _api = new(served);

    private static MultipartFormDataContent Zip(params string[] paths)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var path in paths)
            {
                using var writer = new StreamWriter(zip.CreateEntry(path).Open());
                writer.Write($"What lies at {path}.");
            }

        return new() { { new ByteArrayContent(bytes.ToArray()), "file", "drive.zip" } };
    }

    private async Task<JsonObject> EndAsync(string path)
    {
        for (var i = 0; i < 200; i++)
        {
            var state = await _api.GetAsync(path);
            if ((bool)state["ended"]!) return state;
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        throw new InvalidOperationException("It does not end.");
    }

    [Fact]
    public async Task An_archive_is_taken_in_and_its_documents_find_their_agreements()
    {
        var agreement = (await _api.SendAsync("POST", "/api/agreements", new JsonObject { ["values"] = new JsonObject { ["title"] = "Study of Ice", ["references"] = new JsonArray(new JsonObject { ["scheme"] = "Our file", ["text"] = "ZX/2019/014" }) } })).Location!;
        var taken = await _api.SendAsync("POST", "/api/archives", Zip("ZX-2019-014/page.txt", "other/page.txt", "other/.DS_Store"), "Concordat-Client: test");
        Assert.Equal((202, 2), (taken.Status, (int)taken.Body["files"]!));
        var state = await EndAsync(taken.Location!);
        Assert.Empty(new Fit(await _api.GetAsync("/api/openapi.json")).Faults("Archive", state));
        var (first, second) = (state["items"]![0]!, state["items"]![1]!);
        Assert.Equal(("ZX-2019-014/page.txt", agreement.Split('/')[^1], true), ((string)first["path"]!, (string)first["suggestion"]!["agreement"]!, (bool)first["suggestion"]!["sure"]!));
        Assert.Equal("waiting", (string)(await _api.GetAsync((string)second["href"]!))["state"]!);
        Assert.Equal("other/page.txt", (string)Assert.Single((await _api.GetAsync(taken.Location + "?after=1"))["items"]!.AsArray())!["path"]!);
        Assert.Single((await _api.GetAsync((string)(await _api.GetAsync(taken.Location + "?take=1"))["links"]!["next"]!))["items"]!.AsArray());

        var pairs = new JsonObject { ["pairs"] = new JsonArray(new JsonObject { ["source"] = first["source"]!.DeepClone(), ["agreement"] = first["suggestion"]!["agreement"]!.DeepClone() }) };
        Assert.Equal(1, (int)(await _api.SendAsync("POST", taken.Location + "/attach", pairs)).Body["attached"]!);
        Assert.Equal(0, (int)(await _api.SendAsync("POST", taken.Location + "/attach", pairs)).Body["attached"]!);
        Assert.Equal((string)first["source"]!, (string)(await _api.GetAsync(agreement))["values"]!["texts"]![0]!["source"]!);
        Assert.Equal("accepted", (string)(await _api.GetAsync((string)first["href"]!))["state"]!);
        Assert.Equal("many.nothing-ticked", (await _api.SendAsync("POST", taken.Location + "/attach", new JsonObject { ["pairs"] = new JsonArray() })).Code);
        pairs["pairs"]![0]!["agreement"] = served["person"].ToString();
        Assert.Equal("record.not-found", (await _api.SendAsync("POST", taken.Location + "/attach", pairs)).Code);
        Assert.Equal(200, (await _api.SendAsync("POST", taken.Location + "/stop", new JsonObject())).Status);
        var again = await EndAsync((await _api.SendAsync("POST", "/api/archives", Zip("ZX-2019-014/page.txt", "other/page.txt"), "Concordat-Client: test")).Location!);
        Assert.All(again["items"]!.AsArray(), i => Assert.True((bool)i!["known"]!));
    }

    [Fact]
    public async Task What_is_no_archive_and_what_is_forgotten_is_refused()
    {
        Assert.Equal("request.cross-site", (await _api.SendAsync("POST", "/api/archives", Zip("a.txt"))).Code);
        Assert.Equal((415, "request.wrong-type"), await _api.SendAsync("POST", "/api/archives", new JsonObject()) is var json ? (json.Status, json.Code) : default);
        var text = new MultipartFormDataContent { { new ByteArrayContent("no archive"u8.ToArray()), "file", "drive.zip" } };
        Assert.Equal((422, "source.unreadable"), await _api.SendAsync("POST", "/api/archives", text, "Concordat-Client: test") is var read ? (read.Status, read.Code) : default);
        foreach (var (method, verb) in new[] { ("GET", ""), ("POST", "/stop"), ("POST", "/attach") })
            Assert.Equal((404, "intake.many-gone"), await _api.SendAsync(method, $"/api/archives/{Guid.Empty}{verb}", method == "GET" ? null : verb == "/stop" ? new JsonObject() : new JsonObject { ["pairs"] = new JsonArray() }) is var gone ? (gone.Status, gone.Code) : default);
    }
}
