using System.Text;
using System.Text.Json.Nodes;
using Concordat.App.Tests.Harness;

namespace Concordat.App.Tests.Api;

public sealed class ImportApiTests : IAsyncLifetime
{
    private const string Cells = "File No\tTitle\tPartners\tSigned\nNPL/19/1\tSea ice study\tNorvik Polar Laboratory\t03/04/2019\nNPL/19/2\tSnow and firn\tInstitute of Ice and Snow\t04/05/2019\nNPL/19/3\t\tNobody\tsoon\n";

    private Served _served = null!;
    private ApiCaller _api = null!;

    public async ValueTask InitializeAsync()
    {
        _served = await Served.StartAsync();
        _api = new(_served);
    }

    public ValueTask DisposeAsync()
    {
        _api.Dispose();
        return _served.DisposeAsync();
    }

    private Task<Told> BringAsync(string cells = Cells) => _api.SendAsync("POST", "/api/imports", new JsonObject { ["cells"] = cells, ["name"] = "cells.txt" });

    private static JsonObject Mapped(string? order = "day-first")
    {
        var signed = new JsonObject { ["header"] = "Signed", ["field"] = "signed" };
        if (order is not null) signed["order"] = order;
        return new JsonObject { ["kind"] = "agreement", ["columns"] = new JsonArray(new JsonObject { ["header"] = "File No", ["field"] = "fileNumber" }, new JsonObject { ["header"] = "Title", ["field"] = "title" }, new JsonObject { ["header"] = "Partners", ["field"] = "partners" }, signed) };
    }

    private async Task<JsonObject> EndAsync(Told started)
    {
        Assert.True(started.Status is 200 or 202, started.Text);
        return await UntilAsync(started.Location!, s => (string)s["phase"]! is not ("trying" or "importing"));
    }

    private async Task<JsonObject> UntilAsync(string path, Func<JsonObject, bool> there)
    {
        for (var i = 0; i < 400; i++)
        {
            var state = await _api.GetAsync(path);
            if (there(state)) return state;
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        throw new InvalidOperationException("It does not come.");
    }

    [Fact]
    public async Task A_table_is_brought_mapped_tried_and_run_and_the_same_twice_changes_nothing()
    {
        var brought = await BringAsync();
        Assert.Equal((201, "new"), (brought.Status, (string)brought.Body["phase"]!));
        Assert.Equal((200, brought.Location), await BringAsync() is var again ? (again.Status, again.Location) : default);
        var proposed = await _api.GetAsync((string)brought.Body["links"]!["mapping"]!);
        Assert.Equal(["fileNumber", "title", "partners", "signed"], proposed["columns"]!.AsArray().Select(c => (string)c!["field"]!));
        Assert.True((bool)proposed["columns"]![3]!["orderNeeded"]!);
        Assert.Equal((422, "import.date-order-unknown"), await _api.SendAsync("POST", brought.Location + "/try", new JsonObject()) is var open ? (open.Status, open.Code) : default);

        var tried = await EndAsync(await _api.SendAsync("POST", brought.Location + "/try", new JsonObject { ["mapping"] = Mapped() }));
        var report = tried["report"]!;
        Assert.Equal(("tried", true, 3, 2, 1), ((string)tried["phase"]!, (bool)report["dry"]!, (int)report["rows"]!, (int)report["made"]!, (int)report["refused"]!));
        Assert.Equal(4, (int)Assert.Single(report["refusals"]!.AsArray())!["row"]!);
        Assert.NotEmpty((string)report["refusals"]![0]!["message"]!);
        Assert.Empty((await _api.GetAsync("/api/agreements"))["items"]!.AsArray());

        // With the mapping that was tried.
        var run = await EndAsync(await _api.SendAsync("POST", brought.Location + "/run", new JsonObject()));
        Assert.Equal(("imported", 2), ((string)run["phase"]!, (int)run["report"]!["made"]!));
        var made = (await _api.GetAsync("/api/agreements?values=true"))["items"]!.AsArray();
        Assert.Equal(["2019-04-03", "2019-05-04"], made.Select(m => (string)m!["values"]!["signed"]!));
        var twice = await EndAsync(await _api.SendAsync("POST", brought.Location + "/run", new JsonObject { ["mapping"] = Mapped() }));
        Assert.Equal((0, 2), ((int)twice["report"]!["made"]!, (int)twice["report"]!["same"]!));
        Assert.Equal(2, (await _api.GetAsync("/api/agreements"))["items"]!.AsArray().Count);
        var fit = new Fit(await _api.GetAsync("/api/openapi.json"));
        foreach (var (schema, path) in new[] { ("Import", brought.Location!), ("Imports", "/api/imports"), ("ProposedMapping", brought.Location + "/mapping?kind=organisation"), ("Mappings", "/api/mappings") }) Assert.Empty(fit.Faults(schema, await _api.GetAsync(path)));
    }

    [Fact]
    public async Task A_file_is_brought_as_a_form_and_a_saved_mapping_is_used_by_its_name()
    {
        var form = () => new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(Cells.Replace('\t', ';'))), "file", "old list.csv" } };
        Assert.Equal("request.cross-site", (await _api.SendAsync("POST", "/api/imports", form())).Code);
        var brought = await _api.SendAsync("POST", "/api/imports", form(), "Concordat-Client: test");
        Assert.Equal((201, "old list.csv"), (brought.Status, (string)brought.Body["name"]!));
        Assert.Equal("import.no-such-mapping", (await _api.SendAsync("POST", brought.Location + "/try", new JsonObject { ["use"] = "The old list" })).Code);
        Assert.Equal(200, (await _api.SendAsync("POST", "/api/mappings", new JsonObject { ["name"] = "The old list", ["mapping"] = Mapped("month-first") })).Status);
        Assert.Equal("The old list", (string)Assert.Single((await _api.GetAsync("/api/mappings"))["items"]!.AsArray())!["name"]!);
        await EndAsync(await _api.SendAsync("POST", brought.Location + "/run", new JsonObject { ["use"] = "The old list" }));
        Assert.Equal(["2019-03-04", "2019-04-05"], (await _api.GetAsync("/api/agreements?values=true"))["items"]!.AsArray().Select(m => (string)m!["values"]!["signed"]!));
    }

    [Fact]
    public async Task A_workbook_of_a_list_comes_back_as_a_form()
    {
        await EndAsync(await _api.SendAsync("POST", (await BringAsync()).Location + "/run", new JsonObject { ["mapping"] = Mapped() }));
        var form = new MultipartFormDataContent { { new ByteArrayContent(await _api.Client.GetByteArrayAsync("/agreements?format=xlsx")), "file", "agreements.xlsx" } };
        var brought = await _api.SendAsync("POST", "/api/imports", form, "Concordat-Client: test");
        var run = await EndAsync(await _api.SendAsync("POST", brought.Location + "/run", new JsonObject()));
        Assert.Equal((2, 0), ((int)run["report"]!["same"]!, (int)run["report"]!["made"]!));
    }

    [Fact]
    public async Task What_cannot_be_done_is_refused_as_on_the_page()
    {
        var path = (await BringAsync()).Location!;
        var twice = Mapped();
        twice["columns"]!.AsArray().Add(new JsonObject { ["header"] = "File No", ["field"] = "title" });
        foreach (var (at, body, status, code) in new (string, JsonObject, int, string)[]
        {
            ("/api/imports", new() { ["cells"] = "  " }, 422, "import.no-file"), ("/api/imports/0000/try", [], 404, "import.not-found"), ("/api/imports/0000/stop", [], 404, "import.not-found"),
            (path + "/try", new() { ["mapping"] = twice }, 422, "import.mapped-twice"), (path + "/run", new() { ["mapping"] = new JsonObject { ["columns"] = new JsonArray(new JsonObject { ["header"] = "Title", ["field"] = "colour" }) } }, 422, "import.no-such-field"),
            (path + "/run", new() { ["mapping"] = new JsonObject { ["colour"] = "red" } }, 422, "import.mapping-unreadable"), (path + "/run", new() { ["mapping"] = Mapped(), ["use"] = "x" }, 400, "request.wrong-member"), ("/api/mappings", new() { ["name"] = " ", ["mapping"] = Mapped() }, 422, "import.no-name"),
        })
            Assert.Equal((status, code), await _api.SendAsync("POST", at, body) is var answer ? (answer.Status, answer.Code) : default);
        var png = new MultipartFormDataContent { { new ByteArrayContent([0x89, (byte)'P', (byte)'N', (byte)'G', 0, 1, 2]), "file", "picture.xlsx" } };
        Assert.Equal("import.not-a-table", (await _api.SendAsync("POST", "/api/imports", png, "Concordat-Client: test")).Code);
        Assert.Equal("import.not-found", (await _api.SendAsync("GET", "/api/imports/0000", (JsonNode?)null)).Code);
        Assert.Equal("import.no-such-sheet", (await _api.SendAsync("GET", path + "/mapping?sheet=Second", (JsonNode?)null)).Code);
        Assert.Equal("new", (string)(await _api.GetAsync(path))["phase"]!);
    }

    [Fact]
    public async Task Long_work_answers_at_once_counts_on_and_is_stopped()
    {
        var rows = string.Concat(Enumerable.Range(0, 60_000).Select(i => $"L/{i}\tArrangement number {i} on long work\tPartner institute {i}\t13/04/2019\n"));
        var path = (await BringAsync("File No\tTitle\tPartners\tSigned\n" + rows)).Location!;
        var started = await _api.SendAsync("POST", path + "/run", new JsonObject { ["mapping"] = Mapped() });
        Assert.Equal((202, path, "importing"), (started.Status, started.Location, (string)started.Body["phase"]!));
        Assert.InRange((int)(await UntilAsync(path, s => (int?)s["report"]?["rows"] > 0))["report"]!["rows"]!, 1, 59_999);
        Assert.Equal((409, "import.running"), await _api.SendAsync("POST", path + "/run", new JsonObject { ["mapping"] = Mapped() }) is var second ? (second.Status, second.Code) : default);
        Assert.Equal(200, (await _api.SendAsync("POST", path + "/stop", new JsonObject())).Status);
        var ended = await EndAsync(started);
        Assert.Equal(("broken-off", "import.stopped"), ((string)ended["phase"]!, (string)ended["problem"]!["code"]!));
        Assert.InRange((int)ended["report"]!["rows"]!, 1, 59_999);
    }
}
