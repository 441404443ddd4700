using Concordat.Agreements;
using Concordat.Organisations;
using Concordat.Records;
using Concordat.Sources;
using Concordat.Tests.Intake;
using Concordat.Tests.Storage;

namespace Concordat.Tests.Records;

public sealed class EditRecordTests
{
    private static async Task<EditOutcome> EditAsync(TestStore bed, string kind, Guid? record, int version, params (string Name, string Value)[] form) =>
        await new EditRecord(bed.Store, bed.Journal, bed.Clock).RunAsync(Actor.Local, Kinds.Of(kind), record, version, form.ToDictionary(f => f.Name, f => f.Value), null);

    private static async Task<Document> DoneAsync(TestStore bed, string kind, Guid? record, int version, params (string Name, string Value)[] form)
    {
        var done = await EditAsync(bed, kind, record, version, form);
        Assert.True(done.Done, $"{done.Refusal} {string.Join(' ', done.Fields.Select(f => f.Key + ": " + f.Value))}");
        return await bed.FindAsync(done.Record);
    }

    [Theory, BothDatabases]
    public async Task Two_people_may_edit_different_values_of_one_record(Database database)
    {
        await using var bed = await Databases.NewAsync(database);
        var made = await DoneAsync(bed, "agreement", null, 0, ("v.title", "Ice study"), ("v.place", "Orsk"), ("v.note", "a\nb"));
        (string, string)[] shown = [("was.title", "Ice study"), ("was.place", "Orsk"), ("was.note", "a\nb")];
        await DoneAsync(bed, "agreement", made.Id, 1, [("v.title", "Ice study II"), ("v.place", "Orsk"), ("v.note", "a\r\nb"), .. shown]);
        var both = await DoneAsync(bed, "agreement", made.Id, 1, [("v.title", "Ice study"), ("v.place", "Tarnfell"), ("v.note", "a\r\nb"), .. shown]);
        Assert.Equal(("Ice study II", "Tarnfell", "a\nb", 3), (both.As<Agreement>().Title, both.As<Agreement>().Place, both.As<Agreement>().Note, both.Version));
        var stale = await EditAsync(bed, "agreement", made.Id, 1, [("v.title", "Ice study III"), .. shown]);
        Assert.Equal("record.changed-meanwhile", stale.Refusal?.Code);
    }

    [Fact]
    public async Task Elements_are_added_in_the_order_shown_and_removed()
    {
        await using var bed = await Databases.NewAsync(Database.Sqlite);
        var made = await DoneAsync(bed, "organisation", null, 0, [.. Enumerable.Range(0, 12).Select(i => ($"new.names.{i}.text", $"Name {i}")), ("new.identifiers.0.scheme", " "), ("new.identifiers.0.value", "")]);
        Assert.Equal(Enumerable.Range(0, 12).Select(i => $"Name {i}"), made.As<Organisation>().Names.Select(n => n.Text));
        var first = made.As<Organisation>().Names[0].Id;
        var after = await DoneAsync(bed, "organisation", made.Id, 1, ($"del.names/{first:D}", "yes"), ($"v.names/{first:D}/text", "changed too"), ($"was.names/{first:D}/text", "Name 0"));
        Assert.Equal("Name 1", after.As<Organisation>().Names[0].Text);
    }

    [Fact]
    public async Task Refusals_stand_beside_their_inputs()
    {
        await using var bed = await Databases.NewAsync(Database.Sqlite);
        var outcome = await EditAsync(bed, "agreement", null, 0, ("v.title", " "), ("was.title", "x"), ("v.signed", "someday"), ("new.parties.0.side", "A"), ("new.events.0.sort", "no such"), ("v.under", "nothing"));
        Assert.Equal(["new.events.0.sort", "new.parties.0.organisation", "v.signed", "v.title", "v.under"], outcome.Fields.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("record.value-missing", outcome.Fields["v.title"].Code);
    }

    [Fact]
    public async Task A_typed_name_means_the_one_record_of_that_name()
    {
        await using var bed = await Databases.NewAsync(Database.Sqlite);
        var yard = await DoneAsync(bed, "organisation", null, 0, ("new.names.0.text", "Goldmark Naval Yard"), ("v.acronym", "GNY"), ("v.country", "NO"));
        var made = await DoneAsync(bed, "agreement", null, 0, ("v.title", "Ice study"), ("new.parties.0.organisation", "gny"));
        Assert.Equal(yard.Id, Assert.Single(made.As<Agreement>().Parties).Organisation);
        await DoneAsync(bed, "organisation", null, 0, ("new.names.0.text", "Goldmark Naval Yard"), ("v.country", "IN"));
        var several = await EditAsync(bed, "agreement", null, 0, ("v.title", "Ice study"), ("new.parties.0.organisation", "Goldmark Naval Yard"));
        Assert.Equal("value.several-records", Assert.Single(several.Fields).Value.Code);
        var chosen = await DoneAsync(bed, "agreement", null, 0, ("v.title", "Ice study"), ("new.parties.0.organisation", "Goldmark Naval Yard (Norway)"));
        Assert.Equal(yard.Id, Assert.Single(chosen.As<Agreement>().Parties).Organisation);
    }

    [Theory]
    [InlineData("del.claims"), InlineData("del.texts"), InlineData("del.title"), InlineData("del.label"), InlineData("v.claims"), InlineData("v.digest"), InlineData("v.texts/{0}/digest"), InlineData("del.texts/{0}")]
    [InlineData("v.relays/title"), InlineData("v.relays/nonsense/text"), InlineData("v.title/{0}/text"), InlineData("v.withdrawn"), InlineData("v.relays"), InlineData("v./"), InlineData("del./")]
    public async Task Inputs_that_no_form_has_are_refused_and_change_nothing(string input)
    {
        await using var bed = await Databases.NewAsync(Database.Sqlite);
        var samples = await SampleRecords.SaveAsync(bed);
        var source = await bed.FindAsync(samples.Source);
        var outcome = await EditAsync(bed, "source", source.Id, source.Version, (string.Format(input, source.As<Source>().Texts[0].Id), "x"));
        Assert.Equal("record.wrong-shape", Assert.Single(outcome.Fields).Value.Code);
        Assert.Equal(source.Canonical(), (await bed.FindAsync(source.Id)).Canonical());
    }

    [Fact]
    public async Task Doubled_and_odd_names_of_new_elements_do_no_harm()
    {
        await using var bed = await Databases.NewAsync(Database.Sqlite);
        var made = await DoneAsync(bed, "agreement", null, 0, ("v.title", "Ice study"), ("new.references.0.scheme", "Ours"), ("new.references.0.text", "7"), ("new.references.0.x.text", "8"), ("new.references.", "9"), ("new.references.0.nothing", "1"));
        Assert.Equal("7", Assert.Single(made.As<Agreement>().References).Text);
    }
}
