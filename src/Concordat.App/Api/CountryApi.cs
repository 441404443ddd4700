using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Concordat.Agreements;
using Concordat.App.Agreements;
using Concordat.App.ByCountry;
using Concordat.App.Shell;
using Concordat.Names;

namespace Concordat.App.Api;

/// <summary>What is held of each country.</summary>
internal static class CountryApi
{
    public static ImmutableArray<Operation> All() =>
    [
        new("GET", "/api/countries", "listCountries", "List countries", ListAsync) { Tag = "Countries", Says = "Those of which something is held, by name, with how much.", Gives = [new(200, "The countries.", "Countries") { Tagged = true }] },
        new("GET", "/api/countries/{code}", "getCountry", "Read what is held of a country", GetAsync)
        {
            Tag = "Countries", Says = $"Agreements by state, those in force first; organisations, bodies, meetings held there, people, and open actions that organisations of the country owe: the first {GatherCountry.Shown} of each.", Gives = [new(200, "What is held.", "Country") { Tagged = true }], Refuses = ["page.not-found"],
        },
    ];

    private static async Task<IResult> ListAsync(Call call) => new Reply(new JsonObject { ["items"] = WorkJson.All(await call.Get<GatherCountry>().AllAsync(call.Stop), Of) });

    private static JsonObject Of(HeldCountry held) => new()
    {
        ["code"] = held.Code, ["name"] = held.Name, ["agreements"] = held.Agreements, ["inForce"] = held.InForce, ["organisations"] = held.Organisations,
        ["links"] = new JsonObject { ["self"] = $"/api/countries/{held.Code}", ["agreements"] = $"/api/agreements?country={held.Code}", ["organisations"] = $"/api/organisations?country={held.Code}", ["page"] = $"/countries/{held.Code}" },
    };

    private static async Task<IResult> GetAsync(Call call)
    {
        var code = ((string)call.Request.RouteValues["code"]!).ToUpperInvariant();
        if (Countries.Name(code) is null) return Reply.Refuse(new("page.not-found", $"“{Clip.To(PostedForm.Clean(code), 20)}” is no country code of two letters (ISO 3166-1)."));
        var view = await call.Get<GatherCountry>().OneAsync(code, call.Stop);
        return new Reply(new JsonObject
        {
            ["country"] = Of(view.Country), ["states"] = new JsonObject(view.States.Select(s => new KeyValuePair<string, JsonNode?>(s.State.ToString(), s.Count))), ["agreements"] = WorkJson.All(view.Agreements, Of),
            ["organisations"] = WorkJson.All(view.Organisations, RecordJson.Head), ["bodies"] = WorkJson.All(view.Bodies, RecordJson.Head), ["meetings"] = WorkJson.All(view.Meetings, RecordJson.Head), ["people"] = WorkJson.All(view.People, RecordJson.Head), ["actions"] = WorkJson.All(view.Actions, RecordJson.Head),
        });
    }

    private static JsonNode Of(Line line)
    {
        var (json, columns) = (WorkJson.Named(AgreementKind.Name, line.Record, line.Title), new JsonObject());
        foreach (var (cell, column) in line.Cells.Zip(AgreementShape.Shape.Columns))
            if (!string.IsNullOrEmpty(cell)) columns[column.Head] = cell;
        json["columns"] = columns;
        return json;
    }
}
