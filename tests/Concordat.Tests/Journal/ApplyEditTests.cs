using System.Text.Json.Nodes;
using Concordat.Agreements;
using Concordat.Organisations;

namespace Concordat.Tests.Journals;

public class ApplyEditTests
{
    private static readonly Guid Id = Guid.Parse("0198c0de-1111-7000-8000-000000000001");
    private static readonly Guid Element = Guid.Parse("0198c0de-0000-7000-8000-000000000001");
    private static readonly Guid Source = Guid.Parse("0198c0de-2222-7000-8000-000000000001");
    private static readonly Stamp Now = new(Actor.Local, new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero), null);

    private static Outcome<Document> Make(params Change[] changes) =>
        ApplyEdit.To(null, Edit.Create(Id, AgreementKind.Name, [new Set("title", "Sea ice study"), .. changes]), AgreementKind.Kind, Now);

    private static Citation Cited(int at = 0) => new() { Source = Source, Start = at, Length = 3, Quote = "ice" };

    [Theory]
    [InlineData("")]
    [InlineData("nothing")]
    [InlineData("claims")]
    [InlineData("claims/0198c0de-0000-7000-8000-000000000001")]
    [InlineData("label")]
    [InlineData("withdrawn")]
    [InlineData("id")]
    [InlineData("title/more")]
    [InlineData("title/0198c0de-0000-7000-8000-000000000001")]
    [InlineData("parties/0")]
    [InlineData("parties/side")]
    [InlineData("parties/0198C0DE-0000-7000-8000-000000000001/side")]
    [InlineData("parties/0198c0de-0000-7000-8000-000000000001/id")]
    [InlineData("parties/0198c0de-0000-7000-8000-000000000001/side/more")]
    [InlineData("parties/0198c0de-0000-7000-8000-000000000001/0198c0de-0000-7000-8000-000000000001")]
    [InlineData("title\nplace")]
    public void A_path_that_leads_to_no_value_is_refused(string path)
    {
        Assert.Equal("record.wrong-shape", Make(new Set(path, "x")).Refusal?.Code);
        Assert.Equal("record.wrong-shape", Make(new Set(path, null)).Refusal?.Code);
        Assert.Equal("record.wrong-shape", Make(new Witness(path, "x", Cited())).Refusal?.Code);
    }

    public static TheoryData<string, string> Misfits => new()
    {
        { "parties", "\"x\"" }, { "parties", "{}" }, { "parties", "[1]" }, { "parties", "[{\"side\":\"A\"}]" }, { "parties", "[]" },
        { $"parties/{Element}", "\"x\"" }, { $"parties/{Element}", "[]" }, { $"parties/{Element}", "{\"side\":\"A\"}" }, { $"parties/{Element}", "{\"organisation\":7}" },
        { "title", "{}" }, { "title", "7" }, { "title", "[]" }, { "title", "\"  \"" }, { "title", "\"a\\u0000b\"" }, { "signed", "\"someday\"" },
        { "under", "\"0198C0DE-0000-7000-8000-000000000001\"" }, { "agreementSort", "\"pact\"" },
        { "parties", $"[{{\"id\":\"{Element}\",\"organisation\":\"{Id}\"}},{{\"id\":\"{Element}\",\"organisation\":\"{Id}\"}}]" },
    };

    [Theory, MemberData(nameof(Misfits))]
    public void A_value_of_the_wrong_shape_is_refused_and_never_a_fault(string path, string json) =>
        Assert.StartsWith("record.", Make(new Set(path, JsonNode.Parse(json))).Refusal?.Code, StringComparison.Ordinal);

    [Fact]
    public void A_lone_surrogate_is_refused_in_values_and_quotes()
    {
        Assert.Equal("record.wrong-shape", Make(new Set("place", "\uD83D")).Refusal?.Code);
        Assert.Equal("record.wrong-shape", Make(new Witness("place", "Oslo", Cited() with { Quote = "Osl\uD83D" })).Refusal?.Code);
    }

    [Fact]
    public void A_rival_must_have_the_shape_of_its_field_too() =>
        Assert.Equal("record.wrong-shape", Make(new Set("signed", "2025"), new Witness("signed", "soon", Cited())).Refusal?.Code);

    [Fact]
    public void Sources_are_cited_for_single_values_only() =>
        Assert.Equal("record.wrong-shape", Make(new Witness($"parties/{Element}", new JsonObject { ["organisation"] = Id.ToString("D") }, Cited())).Refusal?.Code);

    [Fact]
    public void A_whole_list_is_put_in_order_of_its_ids()
    {
        var later = Guid.Parse("0198c0de-0000-7000-8000-000000000002");
        var list = new JsonArray(new JsonObject { ["id"] = later.ToString("D"), ["organisation"] = Id.ToString("D") }, new JsonObject { ["id"] = Element.ToString("D"), ["organisation"] = Id.ToString("D") });
        Assert.Equal([Element, later], Make(new Set("parties", list)).Value.As<Agreement>().Parties.Select(p => p.Id));
    }

    [Fact]
    public void Removing_an_element_sets_aside_what_was_held_within_it()
    {
        var held = Make(new Witness($"parties/{Element}/organisation", Id.ToString("D"), Cited())).Value;
        Assert.Equal("record.reason-needed", ApplyEdit.To(held, Edit.Of(held, new Set($"parties/{Element}", null)), AgreementKind.Kind, Now).Refusal?.Code);
        var without = ApplyEdit.To(held, Edit.Of(held, new Set($"parties/{Element}", null)), AgreementKind.Kind, Now with { Reason = "left in 2024" }).Value;
        Assert.Equal(Standing.SetAside, without.Claims.Single().Standing);
        Assert.Equal("left in 2024", without.Claims.Single().Reason);
    }

    [Fact]
    public void Preferring_what_is_preferred_already_is_no_change()
    {
        var two = Make(new Witness("signed", "2025-03-03", Cited()), new Witness("signed", "2025-03-04", Cited(9))).Value;
        var settled = ApplyEdit.To(two, Edit.Of(two, new Prefer("signed", two.Claims[1].Id)), AgreementKind.Kind, Now with { Reason = "the original says so" }).Value;
        Assert.Equal([Standing.SetAside, Standing.Preferred], settled.Claims.Select(c => c.Standing));
        Assert.Equal(settled.Version, ApplyEdit.To(settled, Edit.Of(settled, new Prefer("signed", two.Claims[1].Id)), AgreementKind.Kind, Now with { Reason = "again" }).Value.Version);
    }

    [Fact]
    public void A_held_claim_is_not_set_aside_by_itself()
    {
        var one = Make(new Witness("signed", "2025-03-03", Cited())).Value;
        Assert.Equal("claim.not-found", ApplyEdit.To(one, Edit.Of(one, new SetAside("signed", one.Claims[0].Id)), AgreementKind.Kind, Now).Refusal?.Code);
        Assert.Equal("claim.not-found", ApplyEdit.To(one, Edit.Of(one, new Prefer("ends", one.Claims[0].Id)), AgreementKind.Kind, Now).Refusal?.Code);
    }

    [Fact]
    public void An_organisation_without_a_name_is_refused() =>
        Assert.Equal("record.value-missing", ApplyEdit.To(null, Edit.Create(Id, OrganisationKind.Name, [new Set("acronym", "NPL")]), OrganisationKind.Kind, Now).Refusal?.Code);
}
