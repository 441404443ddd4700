using System.Net;
using Concordat.Agreements;
using Concordat.App.Tests.Harness;
using Concordat.Bodies;
using Concordat.Meetings;
using Concordat.Organisations;
using Concordat.People;

namespace Concordat.App.Tests.ByCountry;

/// <summary>Everything held of a country stands on its page.</summary>
public sealed class CountryPageTests
{
    private static async Task<Guid> SaveAsync(Served served, string kind, params Change[] values)
    {
        var id = Ids.New(TimeProvider.System);
        var saved = await served.Get<Journal>().SaveAsync(new Deed(Actor.Local, [Edit.Create(id, kind, [.. values])]));
        Assert.True(saved.Done, saved.Refusal?.ToString());
        return id;
    }

    private static string Element => Ids.New(TimeProvider.System).ToString("D");

    [Fact]
    public async Task A_country_gathers_its_organisations_and_what_they_take_part_in()
    {
        await using var served = await Served.StartAsync();
        using var caller = served.Caller();
        Assert.Contains("No organisation has a country yet", await caller.GetStringAsync("/countries"));
        var partner = await SaveAsync(served, OrganisationKind.Name, new Set($"names/{Element}/text", "Norvik Polar Laboratory"), new Set("country", "NO"));
        await SaveAsync(served, OrganisationKind.Name, new Set($"names/{Element}/text", "Goldmark Naval Yard"), new Set("country", "SE"));
        await SaveAsync(served, AgreementKind.Name, new Set("title", "Study of Ice"), new Set("inForce", "2020"), new Set($"parties/{Element}/organisation", partner.ToString("D")));
        await SaveAsync(served, AgreementKind.Name, new Set("title", "Study of Sand"), new Set("inForce", "2020"));
        await SaveAsync(served, BodyKind.Name, new Set("name", "Ice Committee"), new Set($"sides/{Element}/organisation", partner.ToString("D")));
        await SaveAsync(served, MeetingKind.Name, new Set("title", "Ice Forum"), new Set("host", partner.ToString("D")));
        var post = Element;
        await SaveAsync(served, PersonKind.Name, new Set("name", "Vera Holm"), new Set($"appointments/{post}/role", "Director"), new Set($"appointments/{post}/organisation", partner.ToString("D")));
        var page = WebUtility.HtmlDecode(await caller.GetStringAsync("/countries/no"));
        Assert.All((string[])["Norway", "1</b> agreement<", "In force 1", "Study of Ice", "Norvik Polar Laboratory", "Ice Committee", "Ice Forum", "Vera Holm"], words => Assert.Contains(words, page, StringComparison.Ordinal));
        Assert.All((string[])["Study of Sand", "Goldmark Naval Yard"], words => Assert.DoesNotContain(words, page, StringComparison.Ordinal));
        var all = await caller.GetStringAsync("/countries");
        Assert.Contains("<a href=\"/countries/NO\">Norway</a></td><td class=\"n\">1</td><td class=\"n\">1</td><td class=\"n\">1</td>", all, StringComparison.Ordinal);
        Assert.Contains($"<a href=\"/countries/NO\">Norway</a>", await caller.GetStringAsync($"/organisations/{partner}"), StringComparison.Ordinal);
    }

    [Theory, InlineData("XX"), InlineData("norway"), InlineData("1")]
    public async Task What_is_no_country_is_refused(string code)
    {
        await using var served = await Served.StartAsync();
        using var caller = served.Caller();
        Assert.Equal(HttpStatusCode.NotFound, (await caller.GetAsync("/countries/" + code)).StatusCode);
    }
}
