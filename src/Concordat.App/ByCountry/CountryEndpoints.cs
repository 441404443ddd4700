using Concordat.App.Shell;

namespace Concordat.App.ByCountry;

internal static class CountryEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/countries", async (GatherCountry gather, CancellationToken stop) => Answers.Page<CountriesPage>(new { Countries = await gather.AllAsync(stop) }));
        app.MapGet("/countries/{code}", async (string code, GatherCountry gather, CancellationToken stop) => Names.Countries.Name(code.ToUpperInvariant()) is null
            ? Answers.Problem(new("page.not-found", $"“{code}” is no country code of two letters (ISO 3166-1)."), 404)
            : Answers.Page<CountryPage>(new { View = await gather.OneAsync(code.ToUpperInvariant(), stop) }));
    }
}
