using Concordat.App.Records;
using Concordat.App.Shell;
using Concordat.Correspondence;
using Concordat.Documents;
using Concordat.Names;
using Concordat.Organisations;
using Concordat.Storage;

namespace Concordat.App.ByCountry;

/// <summary>Briefs of countries and organisations as Word files, in one click.</summary>
internal static class BriefEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/countries/{code}/brief.docx", CountryAsync);
        app.MapGet($"/{Routes.Folder(OrganisationKind.Name)}/{{id:guid}}/brief.docx", OrganisationAsync);
    }

    private static async Task<IResult> CountryAsync(string code, Store store, TimeProvider clock, CancellationToken stop)
    {
        if (Countries.Name(code.ToUpperInvariant()) is not { } name) return Answers.Problem(new("page.not-found", $"“{code}” is no country code of two letters (ISO 3166-1)."), 404);
        await using var db = store.Read(Reader.Local);
        return File(await GatherBrief.OfCountryAsync(db, code.ToUpperInvariant(), name, Days.Today(clock), stop));
    }

    private static async Task<IResult> OrganisationAsync(Guid id, Store store, TimeProvider clock, CancellationToken stop)
    {
        await using var db = store.Read(Reader.Local);
        var record = await db.SurvivorAsync(id, stop);
        if ((await db.NamesAsync([record], stop)).GetValueOrDefault(record) is not { Kind: OrganisationKind.Name } head) return Answers.Problem(JournalRefusals.NotFound(id));
        return File(await GatherBrief.OfOrganisationAsync(db, record, head.Title, Days.Today(clock), stop));
    }

    private static IResult File(Brief brief) => Results.File(WriteBrief.Bytes(brief), WriteDocx.MediaType, $"{Days.Date(brief.Day):yyyy-MM-dd} Brief {Clip.To(brief.About, 80)}.docx");
}
