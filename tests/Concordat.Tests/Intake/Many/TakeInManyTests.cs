using System.IO.Compression;
using System.Text;
using Concordat.Agreements;
using Concordat.Intake;
using Concordat.Intake.Many;
using Concordat.Sources;
using Concordat.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.Tests.Intake.Many;

public sealed class TakeInManyTests
{
    private sealed record Bed(TestStore At, TakeIn TakeIn) : IAsyncDisposable
    {
        public static async Task<Bed> NewAsync()
        {
            var at = await Databases.NewAsync(Database.Sqlite);
            return new(at, new TakeIn(at.Store, at.Journal, at.Clock));
        }

        public async Task<List<ManyFile>> RunAsync(IEnumerable<FoundFile> files) => [.. await new TakeInMany(TakeIn, new SuggestAgreement(At.Store)).RunAsync(Actor.Local, files)];

        public async Task<Guid> AgreementAsync(string title, string? number)
        {
            var id = Ids.New(At.Clock);
            var reference = Ids.New(At.Clock);
            Change[] changes = number is null ? [new Set("title", title)] : [new Set("title", title), new Set($"references/{reference}/scheme", "Our file"), new Set($"references/{reference}/text", number)];
            Assert.True((await At.Journal.SaveAsync(new Deed(Actor.Local, [Edit.Create(id, AgreementKind.Name, changes)]))).Done);
            return id;
        }

        public async ValueTask DisposeAsync()
        {
            TakeIn.Dispose();
            await At.DisposeAsync();
        }
    }

    private static byte[] Zip(params (string Path, string Text)[] files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (path, text) in files)
            {
                using var writer = new StreamWriter(zip.CreateEntry(path).Open());
                writer.Write(text);
            }

        return bytes.ToArray();
    }

    [Fact]
    public async Task Each_file_is_kept_once_and_led_to_its_agreement()
    {
        await using var bed = await Bed.NewAsync();
        var ice = await bed.AgreementAsync("Memorandum on Sea Ice Forecasting", "IC/NO/2019/014");
        var snow = await bed.AgreementAsync("Arrangement on Avalanche Warning Networks", null);
        var archive = Zip(
            ("drive/IC-NO-2019-014/scan 1.txt", "A scanned page with a stamp."), ("drive/letters/reply.txt", "Dear Sir, on our file IC/NO/2019/014 we write again."),
            ("drive/Avalanche/final.txt", "ARRANGEMENT ON AVALANCHE WARNING NETWORKS\n\nThe sides agree to warn each other."), ("drive/copy.txt", "A scanned page with a stamp."),
            ("drive/lunch.txt", "Soup on Tuesday."), ("drive/empty.txt", ""), ("__MACOSX/drive/._x", "x"), ("drive/~$open.docx", "x"), ("drive/.hidden", "x"));
        var done = await bed.RunAsync(ManyFiles.OfArchive(archive, "drive.zip").Value);
        Assert.Equal(["drive/IC-NO-2019-014/scan 1.txt", "drive/letters/reply.txt", "drive/Avalanche/final.txt", "drive/copy.txt", "drive/lunch.txt", "drive/empty.txt"], done.Select(f => f.Path));
        Assert.Equal([false, false, false, true, false, false], done.Select(f => f.Known));
        Assert.Equal([(ice, true), (ice, true), (snow, false)], done.Take(3).Select(f => (f.Suggestion!.Agreement, f.Suggestion.Sure)));
        Assert.Equal(done[0].Source, done[3].Source);
        Assert.Null(done[4].Suggestion);
        Assert.Equal("source.empty", done[5].Refusal?.Code);
        Assert.All(await bed.RunAsync(ManyFiles.OfArchive(archive, "drive.zip").Value), f => Assert.True(f.Known || f.Refusal is not null));
        await bed.At.VerifiedAsync();
    }

    [Fact]
    public async Task A_number_that_two_agreements_share_leads_to_neither()
    {
        await using var bed = await Bed.NewAsync();
        await bed.AgreementAsync("Sea Ice", "IC/2019/014");
        await bed.AgreementAsync("Land Ice", "IC/2019/014");
        Assert.Null((await bed.RunAsync(ManyFiles.OfArchive(Zip(("IC 2019 014.txt", "A page.")), "z.zip").Value)).Single().Suggestion);
    }

    [Fact]
    public async Task Ticked_documents_become_texts_in_one_commit_and_leave_the_desk()
    {
        await using var bed = await Bed.NewAsync();
        var agreement = await bed.AgreementAsync("Sea Ice", "IC/2019/014");
        var done = await bed.RunAsync(ManyFiles.OfArchive(Zip(("IC 2019 014/a.txt", "First page."), ("IC 2019 014/b.txt", "Second page.")), "z.zip").Value);
        var attach = new AttachTexts(bed.At.Store, bed.At.Journal, bed.At.Clock);
        var pairs = done.Select(f => (f.Source!.Value, f.Suggestion!.Agreement)).ToList();
        Assert.Equal(2, (await attach.RunAsync(Actor.Local, pairs)).Value);
        Assert.Equal(0, (await attach.RunAsync(Actor.Local, pairs)).Value);
        Assert.Equal(2, (await bed.At.FindAsync(agreement)).As<Agreement>().Texts.Length);
        await using var db = bed.At.Store.Read(Reader.Local);
        Assert.All(await db.Intake.ToListAsync(), i => Assert.Equal("accepted", i.State));
        Assert.Equal("many.nothing-ticked", (await attach.RunAsync(Actor.Local, [])).Refusal?.Code);
        Assert.Equal("record.not-found", (await attach.RunAsync(Actor.Local, [(agreement, agreement)])).Refusal?.Code);
        Assert.Equal("it is among its texts already", (await bed.RunAsync(ManyFiles.OfArchive(Zip(("x.txt", "First page.")), "z.zip").Value)).Single().Suggestion?.Why);
        await bed.At.VerifiedAsync();
    }

    [Fact]
    public async Task A_folder_is_gone_through_in_the_order_of_its_paths_and_links_are_not_followed()
    {
        await using var bed = await Bed.NewAsync();
        var folder = Directory.CreateTempSubdirectory("concordat drive ");
        try
        {
            Directory.CreateDirectory(Path.Combine(folder.FullName, "b", "c"));
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "b", "c", "two.txt"), "Two.");
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "a.txt"), "One.");
            File.CreateSymbolicLink(Path.Combine(folder.FullName, "b", "up"), folder.FullName);
            Assert.Equal(["a.txt", "b/c/two.txt"], (await bed.RunAsync(ManyFiles.OfFolder(folder.FullName))).Select(f => f.Path));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory, InlineData("hello"), InlineData("PK\u0003\u0004 cut"), InlineData("")]
    public void What_is_no_archive_is_refused(string text) => Assert.Equal("source.unreadable", ManyFiles.OfArchive(Encoding.Latin1.GetBytes(text), "x.zip").Refusal?.Code);

    [Fact]
    public async Task A_file_that_unfolds_to_more_than_fifty_megabytes_is_refused_by_name()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var big = zip.CreateEntry("zeros.txt", CompressionLevel.Fastest).Open();
            var block = new byte[1024 * 1024];
            for (var i = 0; i < 51; i++) big.Write(block);
        }

        var refused = await ManyFiles.OfArchive(bytes.ToArray(), "x.zip").Value.Single().Read(default);
        Assert.Equal("source.too-large", refused.Refusal?.Code);
        Assert.Contains("zeros.txt", refused.Refusal!.Message, StringComparison.Ordinal);
    }
}
