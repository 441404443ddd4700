namespace Concordat.Tests.Storage;

public class ReadDbTests
{
    private static Task<Outcome<Saved>> SaveAsync(TestStore bed, string? batch, string name) =>
        bed.Journal.SaveAsync(new Deed(Actor.Local, [Edit.Create(Ids.New(bed.Clock), "person", [new Set("name", name)])]) { Batch = batch });

    [Theory, BothDatabases]
    public async Task A_commit_is_found_by_the_beginning_of_its_batch(Database database)
    {
        await using var bed = await Databases.NewAsync(database);
        foreach (var batch in (string?[])[null, "api:k1:aa", "api:k10:bb", "api:k", "desk:x", "api:k1"]) Assert.True((await SaveAsync(bed, batch, $"Ilse {batch}")).Done);
        await using var db = bed.Store.Read(Reader.Local);
        Assert.Equal("api:k1:aa", (await db.BatchAsync("api:k1:"))!.Batch);
        Assert.Equal("api:k10:bb", (await db.BatchAsync("api:k10:"))!.Batch);
        Assert.Null(await db.BatchAsync("api:k2:"));
        Assert.Null(await db.BatchAsync("api:K1:"));
    }

    [Theory, BothDatabases]
    public async Task An_undoing_of_one_name_is_done_once(Database database)
    {
        await using var bed = await Databases.NewAsync(database);
        var person = (await SaveAsync(bed, null, "Ilse Marrow")).Value.Document;
        await bed.Journal.SaveAsync(new Deed(Actor.Local, [Edit.Of(person, new Set("honorific", "Dr"))]));
        Assert.Equal(3, (await bed.Journal.UndoAsync(Actor.Local, person.Id, 2, batch: "api:u:1")).Value.Document.Version);
        // What was undone is done again; the name still stands for the first time.
        Assert.True((await bed.Journal.UndoAsync(Actor.Local, person.Id, 3)).Done);
        Assert.Empty((await bed.Journal.UndoAsync(Actor.Local, person.Id, 2, batch: "api:u:1")).Value.Documents);
        Assert.Equal(4, (await bed.FindAsync(person.Id)).Version);
        await bed.VerifiedAsync();
    }
}
