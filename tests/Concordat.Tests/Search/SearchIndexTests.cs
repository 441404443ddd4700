using Concordat.Search;
using Concordat.Storage;
using Concordat.Tests.Journals;
using Concordat.Tests.Storage;
using FsCheck;
using FsCheck.Fluent;

namespace Concordat.Tests.Search;

/// <summary>The index follows the register, and mends itself while everything else goes on.</summary>
public class SearchIndexTests
{
    [Theory, BothDatabases]
    public async Task A_save_is_found_at_once_and_an_undone_one_no_more(Database database)
    {
        await using var bed = await SearchBed.NewAsync(database);
        var person = await bed.PersonAsync("Mirela Quist");
        Assert.Equal(["Mirela Quist"], await bed.TitlesAsync("quist"));
        Assert.True((await bed.Bed.Journal.UndoAsync(Actor.Local, person, 1)).Done);
        Assert.Empty(await bed.TitlesAsync("quist"));
        Assert.True((await bed.Bed.Journal.UndoAsync(Actor.Local, person, 2)).Done);
        Assert.Equal(["Mirela Quist"], await bed.TitlesAsync("quist"));
    }

    [Theory, BothDatabases]
    public async Task What_another_program_saved_is_found(Database database)
    {
        await using var bed = await SearchBed.NewAsync(database);
        Assert.Empty(await bed.TitlesAsync("quist"));
        await using var other = (await Store.OpenAsync(bed.Bed.Store.Place)).Value;
        Assert.True((await new Concordat.Journal(other, TimeProvider.System).SaveAsync(new Deed(Actor.Local, [Edit.Create(Ids.New(TimeProvider.System), "person", [new Set("name", "Mirela Quist")])]))).Done);
        Assert.Equal(["Mirela Quist"], await bed.TitlesAsync("quist"));
    }

    [Theory, BothDatabases]
    public async Task A_new_name_is_found_with_all_that_refer_to_it(Database database)
    {
        await using var bed = await SearchBed.NewAsync(database);
        var records = await SampleRecords.SaveAsync(bed.Bed);
        Assert.DoesNotContain("Sea ice study", await bed.TitlesAsync("zephyr"));
        var lab = await bed.Bed.FindAsync(records.Lab);
        Assert.True((await bed.Bed.Journal.SaveAsync(new Deed(Actor.Local, [Edit.Of(lab, new Set("acronym", "ZEPHYR"))]))).Done);
        Assert.Equal("Norvik Polar Laboratory", (await bed.TitlesAsync("zephyr"))[0]);
        Assert.Contains("Sea ice study", await bed.TitlesAsync("zephyr"));
    }

    [Theory, BothDatabases]
    public void After_any_saves_and_undoings_it_is_what_a_rebuilt_one_is(Database database) => Prop.ForAll(Pick.Sequences(30), picks =>
        RunAsync(database, picks).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(database == Database.Sqlite ? 10 : 5));

    private static async Task RunAsync(Database database, Pick[] picks)
    {
        await using var bed = await SearchBed.NewAsync(database);
        var records = await SampleRecords.SaveAsync(bed.Bed);
        Guid[] all = [records.Lab, records.University, records.Person, records.Source, records.Agreement, records.Body, records.Session, records.Letter];
        foreach (var pick in picks)
        {
            var now = await bed.Bed.FindAsync(all[pick.Record % all.Length]);
            Guid? Refer(string kind) => kind switch { "organisation" => records.University, "person" => records.Person, "agreement" => records.Agreement, "body" => records.Body, "source" => records.Source, _ => null };
            if (pick.Verb % 5 == 4) await bed.Bed.Journal.UndoAsync(Actor.Local, now.Id, 1 + (pick.Value % now.Version));
            else if (AnyChange.Of(now, Kinds.Of(now.Kind), pick, Refer, records.Source) is { } change) await bed.Bed.Journal.SaveAsync(new Deed(Actor.Local, [Edit.Of(now, change)]) { Reason = "because" });
        }

        // Commits are followed in their order: when the last is found, all are in.
        await bed.PersonAsync("Last Of All");
        for (var began = TimeProvider.System.GetTimestamp(); !(await bed.TitlesAsync("last of all")).Contains("Last Of All") && TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromMinutes(1);) await Task.Delay(50);
        var followed = await bed.ShownAsync();
        await bed.AgainAsync(() => { Directory.Delete(bed.Index.Folder, recursive: true); return Task.CompletedTask; });
        Assert.Equal(await bed.ShownAsync(), followed);
        Assert.Empty(bed.Stumbles);
    }

    [Theory, BothDatabases]
    public async Task It_goes_on_where_it_was_after_a_start(Database database)
    {
        await using var bed = await SearchBed.NewAsync(database);
        await bed.PersonAsync("Mirela Quist");
        await bed.TitlesAsync("quist");
        await bed.AgainAsync(async () => await bed.PersonAsync("Gunnar Quist"));
        Assert.Equal(["Gunnar Quist", "Mirela Quist"], (await bed.TitlesAsync("quist")).Order());
    }

    public static TheoryData<string> Harms => ["one byte", "cut", "emptied", "not one of ours", "of another register", "marked"];

    [Theory, MemberData(nameof(Harms))]
    public async Task A_harmed_index_is_built_anew_at_the_start(string harm)
    {
        await using var bed = await SearchBed.NewAsync(Database.Sqlite);
        await SampleRecords.SaveAsync(bed.Bed);
        await bed.TitlesAsync("npl");
        await bed.AgainAsync(() => HarmAsync(bed, harm));
        Assert.Equal("Norvik Polar Laboratory", (await bed.TitlesAsync("npl"))[0]);
        Assert.Equal(IndexPhase.Ready, bed.Index.State.Phase);
    }

    private static async Task HarmAsync(SearchBed bed, string harm)
    {
        if (harm == "marked") { await File.WriteAllTextAsync(Path.Combine(bed.Index.Folder, "rebuild"), ""); return; }
        if (harm == "of another register") { await bed.Bed.SqlAsync("UPDATE \"commit\" SET digest = prev WHERE seq = (SELECT MAX(seq) FROM \"commit\")"); return; }
        foreach (var file in Directory.GetFiles(bed.Index.Folder))
        {
            // The index may drop a segment that it has merged between the listing and the reading.
            byte[] bytes;
            try { bytes = await File.ReadAllBytesAsync(file); }
            catch (FileNotFoundException) { continue; }
            if (bytes.Length == 0) continue;
            bytes[bytes.Length / 2] ^= 0x55;
            await File.WriteAllBytesAsync(file, harm switch { "cut" => bytes[..(bytes.Length / 2)], "emptied" => [], "not one of ours" => "hello"u8.ToArray(), _ => bytes });
        }
    }

    [Theory, InlineData("one byte"), InlineData("cut"), InlineData("emptied"), InlineData("not one of ours"), InlineData("gone")]
    public async Task An_index_harmed_while_it_serves_heals_without_a_failed_search(string harm)
    {
        await using var bed = await SearchBed.NewAsync(Database.Sqlite);
        await SampleRecords.SaveAsync(bed.Bed);
        await bed.TitlesAsync("npl");
        if (harm == "gone") Directory.Delete(bed.Index.Folder, recursive: true);
        else await HarmAsync(bed, harm);
        await bed.PersonAsync("Mirela Quist");
        var began = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(20))
        {
            if (await bed.Find.RunAsync(Reader.Local, new(Wording.Of("quist npl"), Concordat.Search.Index.Reach.Any)) is { Count: > 1 } found && found.Records.Any(r => r.Head.Title == "Mirela Quist")) break;
            await Task.Delay(50);
        }

        // And it is whole: the next start finds nothing to mend, unless the harm lies where nobody has read yet.
        await bed.AgainAsync();
        Assert.Equal(["Mirela Quist"], await bed.TitlesAsync("quist"));
        Assert.Equal("Norvik Polar Laboratory", (await bed.TitlesAsync("npl"))[0]);
        Assert.True(harm is "one byte" || !bed.Stumbles.IsEmpty, "The harm was not noticed.");
    }

    [Fact]
    public async Task Who_holds_it_keeps_it_and_the_other_says_so_until_it_is_free()
    {
        await using var bed = await SearchBed.NewAsync(Database.Sqlite);
        await bed.PersonAsync("Mirela Quist");
        await bed.TitlesAsync("quist");
        await using var second = new SearchIndex(bed.Bed.Store, TimeProvider.System) { Rest = TimeSpan.FromMilliseconds(100) };
        second.Start();
        await UntilAsync(() => second.State.Phase == IndexPhase.Resting);
        Assert.Equal("search.locked", second.State.Why?.Code);
        Assert.Null(await new Find(bed.Bed.Store, second).RunAsync(Reader.Local, new(Wording.Of("quist"))));
        Assert.Equal(["Mirela Quist"], await bed.TitlesAsync("quist"));
        await bed.Index.DisposeAsync();
        await UntilAsync(() => second.State.Phase == IndexPhase.Ready);
        Assert.NotNull(await new Find(bed.Bed.Store, second).RunAsync(Reader.Local, new(Wording.Of("quist"))));
    }

    [Fact]
    public async Task A_place_that_cannot_be_written_to_is_said_and_tried_again()
    {
        await using var bed = await SearchBed.NewAsync(Database.Sqlite, start: false);
        await File.WriteAllTextAsync(bed.Index.Folder, "in the way");
        bed.Index.Start();
        await UntilAsync(() => bed.Index.State.Phase == IndexPhase.Resting);
        Assert.Equal("search.not-writable", bed.Index.State.Why?.Code);
        await bed.PersonAsync("Mirela Quist");
        File.Delete(bed.Index.Folder);
        await UntilAsync(() => bed.Index.State.Phase == IndexPhase.Ready);
        Assert.Equal(["Mirela Quist"], await bed.TitlesAsync("quist"));
    }

    private static async Task UntilAsync(Func<bool> so)
    {
        for (var i = 0; i < 200 && !so(); i++) await Task.Delay(50);
        Assert.True(so());
    }
}
