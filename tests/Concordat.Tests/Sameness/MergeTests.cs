using System.Text.Json.Nodes;
using Concordat.Organisations;
using Concordat.Records;
using Concordat.Sameness;
using Concordat.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.Tests.Samenesses;

public class MergeTests
{
    private static string New() => Ids.New(TimeProvider.System).ToString("D");

    private static async Task<Guid> OrganisationAsync(TestStore bed, string name, params (string Path, string Value)[] values)
    {
        var id = Ids.New(TimeProvider.System);
        var saved = await bed.Journal.SaveAsync(new Deed(Actor.Local, [Edit.Create(id, OrganisationKind.Name, [new Set($"names/{New()}/text", name), .. values.Select(v => new Set(v.Path.Replace("*", New(), StringComparison.Ordinal), v.Value))])]));
        Assert.True(saved.Done, saved.Refusal?.ToString());
        return id;
    }

    private static MergeRecords Merge(TestStore bed) => new(bed.Store, bed.Journal, bed.Clock);

    private static async Task<Document> SetAsync(TestStore bed, Guid record, params Change[] changes)
    {
        var saved = await bed.Journal.SaveAsync(new Deed(Actor.Local, [Edit.Of(await bed.FindAsync(record), changes)]) { Reason = "because" });
        Assert.True(saved.Done, saved.Refusal?.ToString());
        return saved.Value.Document;
    }

    [Theory, BothDatabases]
    public async Task References_and_names_lead_to_the_survivor_and_no_document_is_rewritten(Database database)
    {
        await using var bed = await Databases.NewAsync(database);
        var records = await SampleRecords.SaveAsync(bed);
        var polar = await OrganisationAsync(bed, "Norvik Laboratory for Polar Research", ("acronym", "NLPR"), ("place", "Norvik"));
        var before = (await bed.FindAsync(records.Agreement)).Canonical();
        Assert.True((await Merge(bed).MergeAsync(Actor.Local, polar, records.Lab, "one laboratory")).Done);
        Assert.Equal(before, (await bed.FindAsync(records.Agreement)).Canonical());
        await using var db = bed.Store.Read(Reader.Local);
        Assert.Contains(polar, await db.AgreementParties.Where(p => p.Record == records.Agreement).Select(p => p.Organisation).ToListAsync());
        Assert.False(await db.Headlines.AnyAsync(h => h.Record == records.Lab));
        Assert.Equal(polar, (await FindNamed.AllAsync(db, ["organisation"], "NPL")).Single().Record);
        Assert.Equal(polar, await db.SurvivorAsync(records.Lab));
        var view = (await ShowRecord.RunAsync(db, records.Agreement))!;
        Assert.Contains(view.Fields.Single(f => f.Field.Name == "parties").Values, v => v.Target?.Record == polar && v.Text == "Norvik Laboratory for Polar Research");
        Assert.Contains((await ShowRecord.RunAsync(db, polar))!.Relations.SelectMany(r => r.Records), r => r.Record == records.Agreement);
        await bed.VerifiedAsync();
    }

    [Fact]
    public async Task An_element_that_both_have_under_one_id_meets_no_other_and_the_merge_is_undone_whole()
    {
        await using var bed = await Databases.NewAsync(Database.Sqlite);
        var (a, b) = (await OrganisationAsync(bed, "Alder Institute"), await OrganisationAsync(bed, "Alder Inst."));
        var (early, shared) = ("0198c0de-0000-7000-8000-0000000000a1", "0198c0de-0000-7000-8000-0000000000d1");
        await SetAsync(bed, a, new Set($"identifiers/{shared}/scheme", "ror"), new Set($"identifiers/{shared}/value", "05alder01"));
        await SetAsync(bed, b, new Set($"identifiers/{early}/scheme", "ror"), new Set($"identifiers/{early}/value", "05alder01"), new Set($"identifiers/{shared}/scheme", "isni"), new Set($"identifiers/{shared}/value", "0000 0001"));
        var before = (await bed.FindAsync(b)).At("identifiers")!.ToJsonString();
        Assert.True((await Merge(bed).MergeAsync(Actor.Local, a, b, "one institute")).Done);
        Assert.True((await Merge(bed).UndoAsync(Actor.Local, b)).TryGet(out _, out var refusal), refusal?.ToString());
        Assert.Equal(before, (await bed.FindAsync(b)).At("identifiers")!.ToJsonString());
        await bed.VerifiedAsync();
    }

    [Theory, BothDatabases]
    public async Task A_save_that_still_names_the_merged_record_is_taken_and_listed_under_the_survivor(Database database)
    {
        await using var bed = await Databases.NewAsync(database);
        var records = await SampleRecords.SaveAsync(bed);
        var (a, b, c) = (await OrganisationAsync(bed, "Alder Institute"), await OrganisationAsync(bed, "Alder Inst."), await OrganisationAsync(bed, "Institute at Alder"));
        Assert.True((await Merge(bed).MergeAsync(Actor.Local, b, a, "typing")).Done);
        Assert.True((await Merge(bed).MergeAsync(Actor.Local, c, b, "typing")).Done);
        await SetAsync(bed, records.Agreement, new Set($"parties/{New()}/organisation", a.ToString("D")));
        await bed.Journal.BulkAsync(Actor.Local, "file", new[] { Edit.Create(Ids.New(TimeProvider.System), "agreement", [new Set("title", "In bulk"), new Set($"parties/{New()}/organisation", b.ToString("D"))]) }.ToAsyncEnumerable());
        await using var db = bed.Store.Read(Reader.Local);
        Assert.Equal(2, await db.AgreementParties.CountAsync(p => p.Organisation == c));
        var rows = await bed.ShownAsync();
        await bed.VerifiedAsync();
        await new Rebuilder(bed.Store).RunAsync();
        Assert.Equal(rows, await bed.ShownAsync());
        Assert.Equal("merge.survivor-merged", (await Merge(bed).UndoAsync(Actor.Local, a)).Refusal?.Code);
        Assert.True((await Merge(bed).UndoAsync(Actor.Local, b)).Done);
        Assert.True((await Merge(bed).UndoAsync(Actor.Local, a)).Done);
        Assert.Equal((1, 1, 0), (await db.AgreementParties.CountAsync(p => p.Organisation == a), await db.AgreementParties.CountAsync(p => p.Organisation == b), await db.AgreementParties.CountAsync(p => p.Organisation == c)));
        await bed.VerifiedAsync();
    }

    [Fact]
    public async Task A_later_edit_goes_to_its_origin_and_what_both_claim_is_listed()
    {
        await using var bed = await Databases.NewAsync(Database.Sqlite);
        var stays = await OrganisationAsync(bed, "Österby Academy", ("country", "SE"));
        var goes = await OrganisationAsync(bed, "Academy of Österby", ("country", "NO"), ("place", "Österby"), ("website", "https://academy.example"));
        var merged = (await Merge(bed).MergeAsync(Actor.Local, stays, goes, "one academy")).Value.Documents[0];
        Assert.Equal(("SE", "Österby"), (merged.TextAt("country"), merged.TextAt("place")));
        await SetAsync(bed, stays, new Set("place", "Old Österby"), new Set("country", "FI"), new Set("note", "new"));
        await using var db = bed.Store.Read(Reader.Local);
        var plan = (await MergeRecords.PlanUndoAsync(db, goes, [])).Value;
        Assert.Equal("country", Assert.Single(plan.Contested).Unit.Text);
        var parted = (await Merge(bed).UndoAsync(Actor.Local, goes)).Value;
        Assert.Equal(("FI", null, "new"), (parted.Documents[0].TextAt("country"), parted.Documents[0].TextAt("place"), parted.Documents[0].TextAt("note")));
        Assert.Equal(("NO", "Old Österby", null), (parted.Documents[1].TextAt("country"), parted.Documents[1].TextAt("place"), parted.Documents[1].TextAt("note")));
        await bed.VerifiedAsync();
    }

    [Fact]
    public async Task A_person_may_give_a_contested_value_to_the_other_record_and_prefer_its_value_when_merging()
    {
        await using var bed = await Databases.NewAsync(Database.Sqlite);
        var (stays, goes) = (await OrganisationAsync(bed, "Österby Academy", ("country", "SE")), await OrganisationAsync(bed, "Academy of Österby", ("country", "NO")));
        Assert.Equal("NO", (await Merge(bed).MergeAsync(Actor.Local, stays, goes, "one academy", ["country"])).Value.Documents[0].TextAt("country"));
        await SetAsync(bed, stays, new Set("country", "FI"));
        var parted = (await Merge(bed).UndoAsync(Actor.Local, goes, given: ["country"])).Value;
        Assert.Equal(("SE", "FI"), (parted.Documents[0].TextAt("country"), parted.Documents[1].TextAt("country")));
    }

    [Fact]
    public async Task What_two_sources_say_of_the_two_stands_side_by_side()
    {
        await using var bed = await Databases.NewAsync(Database.Sqlite);
        var records = await SampleRecords.SaveAsync(bed);
        var (a, b) = (await OrganisationAsync(bed, "Alder Institute"), await OrganisationAsync(bed, "Institute at Alder"));
        await SetAsync(bed, a, new Witness("place", "Alder", records.Cited("in Alder")));
        await SetAsync(bed, b, new Witness("place", "Norvik", records.Cited("in Norvik")), new Witness("website", "alder.example", records.Cited("alder.example")));
        var merged = (await Merge(bed).MergeAsync(Actor.Local, a, b, "one institute")).Value.Documents[0];
        Assert.Equal("Alder", merged.TextAt("place"));
        Assert.Equal([Standing.Held, Standing.Rival], merged.ClaimsAt("place").Select(c => c.Standing));
        Assert.Equal(Standing.Held, Assert.Single(merged.ClaimsAt("website")).Standing);
        var parted = (await Merge(bed).UndoAsync(Actor.Local, b)).Value.Documents[1];
        Assert.All(parted.Claims, c => Assert.Equal(Standing.Held, c.Standing));
    }

    [Fact]
    public async Task What_cannot_be_merged_is_refused_by_name()
    {
        await using var bed = await Databases.NewAsync(Database.Sqlite);
        var records = await SampleRecords.SaveAsync(bed);
        async Task<string?> Code(Guid a, Guid b, string? reason = "why") => (await Merge(bed).MergeAsync(Actor.Local, a, b, reason)).Refusal?.Code;
        var other = await OrganisationAsync(bed, "Alder Institute");
        Assert.Equal("record.reason-needed", await Code(records.Lab, other, " "));
        Assert.Equal("merge.same-record", await Code(other, other));
        Assert.Equal("merge.other-kind", await Code(other, records.Person));
        Assert.Equal("merge.related", await Code(records.Lab, records.University));
        Assert.Equal("record.not-found", await Code(other, Ids.New(TimeProvider.System)));
        Assert.Equal("merge.not-merged", (await Merge(bed).UndoAsync(Actor.Local, other)).Refusal?.Code);
        Assert.True((await Merge(bed).MergeAsync(Actor.Local, records.Lab, other, "why")).Done);
        Assert.Equal("record.merged", await Code(records.University, other));
        Assert.Equal("record.merged", (await bed.Journal.SaveAsync(new Deed(Actor.Local, [Edit.Of(await bed.FindAsync(other), new Set("place", "Oslo"))]))).Refusal?.Code);
        Assert.Equal("entry.is-merge", (await bed.Journal.UndoAsync(Actor.Local, records.Lab, 2)).Refusal?.Code);
        Assert.Equal("record.merged", (await bed.Journal.UndoAsync(Actor.Local, other, 1)).Refusal?.Code);
    }

    [Theory, BothDatabases]
    public async Task Records_judged_different_are_not_merged_until_that_is_taken_back(Database database)
    {
        await using var bed = await Databases.NewAsync(database);
        var (a, b) = (await OrganisationAsync(bed, "Ministry of Health", ("country", "SE")), await OrganisationAsync(bed, "Ministry of Health", ("country", "NO")));
        var apart = new KeepApart(bed.Store, bed.Journal);
        Assert.True((await apart.RunAsync(Actor.Local, [a, b], "two countries")).Done);
        Assert.Equal("merge.kept-apart", (await Merge(bed).MergeAsync(Actor.Local, a, b, "why")).Refusal?.Code);
        await using var db = bed.Store.Read(Reader.Local);
        Assert.Equal(2, await db.Apart.CountAsync());
        Assert.Equal("two countries", (await db.Changes.SingleAsync(c => c.Record == a && c.Version == 2)).Reason);
        await bed.VerifiedAsync();
        Assert.True((await apart.RevokeAsync(Actor.Local, b, a)).Done);
        Assert.Equal(0, await db.Apart.CountAsync());
        Assert.Equal("merge.not-apart", (await apart.RevokeAsync(Actor.Local, b, a)).Refusal?.Code);
        Assert.True((await Merge(bed).MergeAsync(Actor.Local, a, b, "why")).Done);
        await bed.VerifiedAsync();
    }

    [Theory, BothDatabases]
    public async Task The_search_finds_the_survivor_under_both_names_and_each_again_after_the_undoing(Database database)
    {
        await using var search = await Search.SearchBed.NewAsync(database);
        var bed = search.Bed;
        var (a, b) = (await OrganisationAsync(bed, "Alder Institute", ("acronym", "ALDI")), await OrganisationAsync(bed, "Tidal Station", ("acronym", "TIDE")));
        Assert.Equal(["Tidal Station"], await search.TitlesAsync("TIDE"));
        Assert.True((await Merge(bed).MergeAsync(Actor.Local, a, b, "one institute")).Done);
        Assert.Equal(["Alder Institute"], await search.TitlesAsync("TIDE"));
        Assert.Equal(["Alder Institute"], await search.TitlesAsync("Tidal Station"));
        Assert.True((await Merge(bed).UndoAsync(Actor.Local, b)).Done);
        Assert.Equal(["Tidal Station"], await search.TitlesAsync("TIDE"));
        Assert.Equal(["Alder Institute"], await search.TitlesAsync("ALDI"));
    }

    [Fact]
    public async Task Two_who_merge_and_edit_at_once_lose_nothing()
    {
        await using var bed = await Databases.NewAsync(Database.Sqlite);
        var (a, b) = (await OrganisationAsync(bed, "Alder Institute"), await OrganisationAsync(bed, "Institute at Alder"));
        var agreements = Enumerable.Range(0, 6).Select(i => Edit.Create(Ids.New(TimeProvider.System), "agreement", [new Set("title", $"No. {i}"), new Set($"parties/{New()}/organisation", JsonValue.Create(b.ToString("D")))])).ToList();
        var saves = agreements.Select(e => Task.Run(() => bed.Journal.SaveAsync(new Deed(Actor.Local, [e])))).ToList();
        var merge = Task.Run(() => Merge(bed).MergeAsync(Actor.Local, a, b, "one institute"));
        foreach (var save in saves) Assert.True((await save).Done);
        Assert.True((await merge).Done);
        await using var db = bed.Store.Read(Reader.Local);
        Assert.Equal(6, await db.AgreementParties.CountAsync(p => p.Organisation == a));
        await bed.VerifiedAsync();
    }
}
