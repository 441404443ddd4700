using Concordat.Agreements;
using Concordat.Intake;
using Concordat.Organisations;
using Concordat.Sources;
using Concordat.Tests.Samples;
using Concordat.Tests.Storage;

namespace Concordat.Tests.Intake;

public sealed class RegisterAgreementTests
{
    private static readonly AgreementForm Form = new() { Title = "Ice study", Partners = ["Goldmark Naval Yard"] };

    private static async Task<Guid> KnowAsync(Bed bed, string name, string? acronym = null, string? country = null)
    {
        var it = Sample.Organisation(name, acronym, country).As<Organisation>();
        var id = Ids.New(bed.At.Clock);
        Change?[] changes = [new Set($"names/{it.Names[0].Id:D}/text", name), acronym is null ? null : new Set("acronym", acronym), country is null ? null : new Set("country", country)];
        Assert.True((await bed.At.Journal.SaveAsync(new Deed(Actor.Local, [Edit.Create(id, OrganisationKind.Name, changes.OfType<Change>())]))).Done);
        return id;
    }

    private static async Task<Document> MadeAsync(Bed bed, AgreementForm form, DeskView? view = null)
    {
        var made = await bed.Register.RunAsync(Actor.Local, form, view);
        Assert.True(made.Done, made.Refusal?.ToString());
        return await bed.At.FindAsync(made.Value);
    }

    private static async Task<FormRefusal> RefusedAsync(Bed bed, AgreementForm form, DeskView? view = null) =>
        Assert.IsType<FormRefusal>((await bed.Register.RunAsync(Actor.Local, form, view)).Refusal);

    [Theory, BothDatabases]
    public async Task A_title_and_one_partner_are_enough(Database database)
    {
        await using var bed = await Bed.OnAsync(database);
        var made = (await MadeAsync(bed, Form)).As<Agreement>();
        Assert.Equal("Ice study", made.Title);
        Assert.Equal("Goldmark Naval Yard", Assert.Single(await bed.AskAsync(db => db.Organisations)).Title);
    }

    [Fact]
    public async Task What_is_missing_or_not_understood_is_said_beside_its_field()
    {
        await using var bed = await Bed.OnAsync(Database.Sqlite);
        Assert.Equal(("title", "register.title-missing"), await Of(Form with { Title = " \n" }));
        Assert.Equal(("partner", "register.partner-missing"), await Of(Form with { Partners = ["", " . "] }));
        Assert.Equal(("signed", "date.not-understood"), await Of(Form with { Signed = "when the ice melts" }));
        Assert.Equal("ends", (await Of(Form with { Ends = "31 February 2026" })).Field);
        Assert.Empty(await bed.AskAsync(db => db.Headlines));

        async Task<(string Field, string Code)> Of(AgreementForm form)
        {
            var refusal = await RefusedAsync(bed, form);
            return (refusal.Field, refusal.Code);
        }
    }

    [Fact]
    public async Task Partners_are_known_by_acronym_and_name_and_are_one_party()
    {
        await using var bed = await Bed.OnAsync(Database.Sqlite);
        var yard = await KnowAsync(bed, "Goldmark Naval Yard", "GNY", "NO");
        var made = (await MadeAsync(bed, Form with { Partners = ["GNY", "goldmark  naval yard", "The Goldmark Naval Yard", "Orsk Laboratory", "ORSK LABORATORY"] })).As<Agreement>();
        Assert.Equal(2, made.Parties.Length);
        Assert.Contains(made.Parties, p => p.Organisation == yard);
        Assert.Equal(2, (await bed.AskAsync(db => db.Organisations)).Count);
    }

    [Fact]
    public async Task A_name_that_several_have_is_refused_until_it_says_which()
    {
        await using var bed = await Bed.OnAsync(Database.Sqlite);
        var (norway, india) = (await KnowAsync(bed, "Ministry of Fisheries", country: "NO"), await KnowAsync(bed, "Ministry of Fisheries", country: "IN"));
        var refused = await RefusedAsync(bed, Form with { Partners = ["Ministry of Fisheries"] });
        Assert.Equal(("partner", "value.several-records"), (refused.Field, refused.Code));
        Assert.Equal(india, (await MadeAsync(bed, Form with { Partners = ["Ministry of Fisheries (India)"] })).As<Agreement>().Parties[0].Organisation);
        Assert.Equal(norway, (await MadeAsync(bed, Form with { Partners = ["Ministry of Fisheries, Norway"] })).As<Agreement>().Parties[0].Organisation);
    }

    [Fact]
    public async Task Guessed_initials_link_nothing()
    {
        await using var bed = await Bed.OnAsync(Database.Sqlite);
        await KnowAsync(bed, "Goldmark Naval Yard");
        await MadeAsync(bed, Form with { Partners = ["GNY"] });
        Assert.Equal(2, (await bed.AskAsync(db => db.Organisations)).Count);
    }

    [Theory]
    [InlineData("13/02/2026", "2026-02-13"), InlineData("Feb 2026", "2026-02"), InlineData("about 2019", "2019~"), InlineData("by 13 Feb 2026", "../2026-02-13")]
    public async Task Dates_are_taken_as_people_type_them(string typed, string held)
    {
        await using var bed = await Bed.OnAsync(Database.Sqlite);
        Assert.Equal(held, (await MadeAsync(bed, Form with { Signed = typed })).As<Agreement>().Signed);
    }

    [Theory, BothDatabases]
    public async Task Prefilled_values_keep_their_quotes_and_changed_ones_lose_them(Database database)
    {
        await using var bed = await Bed.OnAsync(database);
        var view = await bed.ShowAsync((await bed.TakeAsync(SamplePdf.Readable, "mou.pdf")).Source);
        var form = AgreementForm.From(view);
        Assert.Equal(("12 March 2024", "11 March 2029", 2), (form.Signed, form.Ends, form.Partners.Length));
        var made = await MadeAsync(bed, form with { Ends = "31 December 2030", DeskOfficer = "R. Verdal", FileNumber = "IC/7" }, view);
        Assert.Empty(made.ClaimsAt("ends"));
        var signed = Assert.Single(made.ClaimsAt("signed"));
        Assert.Equal((signed.Citation.Quote, 1), (view.Text.Substring(signed.Citation.Start!.Value, signed.Citation.Length!.Value), signed.Citation.Page));
        Assert.All(made.As<Agreement>().Parties, p => Assert.Single(made.ClaimsAt($"parties/{p.Id:D}/organisation")));
        Assert.Equal(view.Source.Id, Assert.Single(made.As<Agreement>().Texts).Source);
        Assert.Equal("accepted", (await bed.ShowAsync(view.Source.Id)).State);
        await bed.At.VerifiedAsync();
    }

    [Fact]
    public async Task A_scan_is_cited_by_page_and_its_title_is_no_file_name()
    {
        await using var bed = await Bed.OnAsync(Database.Sqlite);
        var view = await bed.ShowAsync((await new TakeIn(bed.Store, bed.At.Journal, bed.At.Clock).RunAsync(Actor.Local, new Incoming(SamplePdf.Scanned, "Ice_study_signed.pdf"))).Value.Source);
        var form = AgreementForm.From(view);
        Assert.Equal("Ice study signed", form.Title);
        var made = await MadeAsync(bed, form with { Partners = ["Goldmark Naval Yard"], Signed = "2026", Page = 1 }, view);
        Assert.Equal([1], made.ClaimsAt("signed").Select(c => c.Citation.Page!.Value));
        Assert.Null(made.ClaimsAt("signed").Single().Citation.Quote);
        Assert.Equal("register.no-such-page", (await RefusedAsync(bed, form with { Partners = ["Goldmark Naval Yard"], Page = 9 }, view)).Code);
    }

    [Theory, BothDatabases]
    public async Task Enter_pressed_twice_registers_once(Database database)
    {
        await using var bed = await Bed.OnAsync(database);
        var view = await bed.ShowAsync((await bed.TakeAsync(SamplePdf.Readable, "mou.pdf")).Source);
        var made = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => bed.Register.RunAsync(Actor.Local, AgreementForm.From(view), view))));
        Assert.All(made, m => Assert.True(m.Done, m.Refusal?.ToString()));
        var again = await bed.Register.RunAsync(Actor.Local, AgreementForm.From(view), await bed.ShowAsync(view.Source.Id));
        Assert.Single(made.Append(again).Select(m => m.Value).Distinct());
        Assert.Single(await bed.AskAsync(db => db.Agreements));
    }

    [Theory, BothDatabases]
    public async Task Enter_pressed_twice_on_a_form_without_a_document_registers_once(Database database)
    {
        await using var bed = await Bed.OnAsync(database);
        var form = new AgreementForm { Title = "Study of Ice", Partners = ["Goldmark Naval Yard"], Showing = Ids.New(TimeProvider.System) };
        var made = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => bed.Register.RunAsync(Actor.Local, form, null))));
        Assert.All(made, m => Assert.True(m.Done, m.Refusal?.ToString()));
        Assert.Single(made.Select(m => m.Value).Distinct());
        var another = await bed.Register.RunAsync(Actor.Local, form with { Showing = Ids.New(TimeProvider.System) }, null);
        Assert.DoesNotContain(another.Value, made.Select(m => m.Value));
        Assert.True((await bed.At.Journal.UndoAsync(Actor.Local, made[0].Value, 1)).Done);
        Assert.True((await bed.At.Journal.UndoAsync(Actor.Local, another.Value, 1)).Done);
        Assert.DoesNotContain((await bed.Register.RunAsync(Actor.Local, form, null)).Value, made.Append(another).Select(m => m.Value));
    }

    [Fact]
    public async Task An_agreement_that_was_undone_can_be_registered_again()
    {
        await using var bed = await Bed.OnAsync(Database.Sqlite);
        var view = await bed.ShowAsync((await bed.TakeAsync(SamplePdf.Readable, "mou.pdf")).Source);
        var first = await MadeAsync(bed, AgreementForm.From(view), view);
        Assert.True((await bed.At.Journal.UndoAsync(Actor.Local, first.Id, 1)).Done);
        Assert.NotEqual(first.Id, (await MadeAsync(bed, AgreementForm.From(view), view)).Id);
    }

    [Fact]
    public void File_names_become_titles()
    {
        Assert.Equal("Ice study v2", Concordat.Names.Clip.FileTitle("Ice_study__v2.PDF"));
        Assert.Equal("Agreement no. 7", Concordat.Names.Clip.FileTitle("Agreement no. 7"));
        Assert.Equal("Document without a name", Concordat.Names.Clip.FileTitle(" \n"));
    }
}
