using Concordat.Intake;
using Concordat.Sources;
using Concordat.Tests.Samples;
using Concordat.Tests.Storage;

namespace Concordat.Tests.Intake;

public sealed class TakeInTests
{
    private static readonly string Release = string.Join("\n\n", (string[])["Institute and university sign memorandum", .. SampleFiles.Paragraphs,
        "The agreement was signed by the directors of both houses after two years of talks about joint expeditions, shared laboratories and the training of young physiologists at altitude.",
        "Both sides will meet once a year, in turn at Port Anselm and at Tarnfell, and report on what was done, what was spent and what is planned for the year that follows."]);

    [Theory, BothDatabases]
    public async Task The_same_bytes_are_one_source(Database database)
    {
        await using var bed = await Bed.OnAsync(database);
        var first = await bed.TakeAsync(SampleFiles.Text);
        var second = await bed.TakeAsync(SampleFiles.Text, "another name.txt");
        Assert.Equal((false, true, first.Source), (first.Known, second.Known, second.Source));
    }

    [Theory, BothDatabases]
    public async Task Twelve_uploads_of_the_same_bytes_at_once_over_two_doors_are_one_source(Database database)
    {
        await using var bed = await Bed.OnAsync(database);
        // A second door has a turn of its own, as another process has.
        using var other = new TakeIn(bed.Store, bed.At.Journal, TimeProvider.System);
        var taken = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(() => (i % 2 == 0 ? bed.TakeIn : other).RunAsync(Actor.Local, new Incoming(SampleFiles.Text, $"{i}.txt")))));
        Assert.All(taken, t => Assert.True(t.Done, t.Refusal?.ToString()));
        Assert.Single(taken, t => !t.Value.Known);
        Assert.Single(await bed.AskAsync(db => db.Sources));
        Assert.Single(taken.Select(t => t.Value.Source).Distinct());
    }

    [Theory, BothDatabases]
    public async Task A_source_whose_taking_in_was_undone_can_come_in_again(Database database)
    {
        await using var bed = await Bed.OnAsync(database);
        for (var i = 0; i < 3; i++)
        {
            var taken = await bed.TakeAsync(SampleFiles.Text);
            Assert.False(taken.Known);
            Assert.True((await bed.At.Journal.UndoAsync(Actor.Local, taken.Source, 1)).Done);
        }

        Assert.Empty(await bed.AskAsync(db => db.Sources));
        await bed.At.VerifiedAsync();
    }

    [Theory, BothDatabases]
    public async Task What_a_text_says_of_itself_is_kept_with_its_words(Database database)
    {
        await using var bed = await Bed.OnAsync(database);
        var taken = await bed.TakeAsync(Sample.Bytes("Posted On: 14 MAY 2026 6:04PM by the press office\n\nInstitute and university sign memorandum\n\nPORT ANSELM, May 14 (NNA) - The Tarnfell Institute signed a memorandum of understanding with Port Anselm University, according to a press release of the institute."));
        var document = await bed.At.FindAsync(taken.Source);
        var source = document.As<Source>();
        Assert.Equal(("Institute and university sign memorandum", "2026-05-14"), (source.Title, source.Published));
        var cited = Assert.Single(document.ClaimsAt("published")).Citation;
        Assert.Equal((taken.Source, "14 MAY 2026"), (cited!.Source, cited.Quote));
        Assert.NotEmpty(source.Relays);
        await bed.At.VerifiedAsync();
    }

    [Fact]
    public async Task A_paragraph_without_a_headline_is_titled_by_its_first_words()
    {
        await using var bed = await Bed.OnAsync(Database.Sqlite);
        var taken = await bed.TakeAsync(Sample.Bytes("The Tarnfell Institute has signed a memorandum of understanding with Port Anselm University, under which the two will train physiologists at altitude, share a station on the ice and meet once a year to say what was done."));
        var title = (await bed.At.FindAsync(taken.Source)).As<Source>().Title;
        Assert.StartsWith("The Tarnfell Institute has signed a memorandum", title, StringComparison.Ordinal);
        Assert.InRange(title.Length, 60, 121);
        Assert.EndsWith("…", title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rewritten_agency_copy_is_the_same_witness()
    {
        await using var bed = await Bed.OnAsync(Database.Sqlite);
        var first = await bed.TakeAsync(Sample.Bytes(Release));
        var copy = "MORNING COURIER\nNorthern news | Science\n\nTwo houses to study life at altitude\n\nPORT ANSELM (NNA) - " + Release[(Release.IndexOf('\n') + 2)..]
            .Replace("directors of both houses", "heads of both institutions").Replace("once a year", "every year") + "\n\nRead also: Ice on the lake melts early\nShare this article\n© Morning Courier";
        var second = await bed.TakeAsync(Sample.Bytes(copy));
        var other = await bed.TakeAsync(Sample.Bytes(string.Join(' ', Release.Split(' ').Reverse())));
        Assert.Equal(first.Source, (await bed.At.FindAsync(second.Source)).As<Source>().NearCopyOf);
        Assert.Null((await bed.At.FindAsync(other.Source)).As<Source>().NearCopyOf);
    }

    [Theory, BothDatabases]
    public async Task What_came_with_a_mail_is_a_source_of_its_own_in_the_same_commit(Database database)
    {
        await using var bed = await Bed.OnAsync(database);
        var attached = SamplePdf.Readable;
        var mail = SampleFiles.Mail(attached);
        var taken = await bed.TakeAsync(mail, "letter.eml");
        Assert.NotEmpty(taken.Attachments);
        var pdf = Assert.Single(await bed.AskAsync(db => db.Sources.Where(s => s.MediaType == "application/pdf")));
        Assert.Contains(pdf.Record, taken.Attachments);
        Assert.Equal(taken.Source, (await bed.At.FindAsync(pdf.Record)).As<Source>().CameWith);
        Assert.Single(await bed.AskAsync(db => db.Changes.Select(c => c.Seq).Distinct()));
        Assert.Equal(taken.Attachments.Order(), (await bed.TakeAsync(mail)).Attachments.Order());
        Assert.True((await bed.TakeAsync(attached)).Known);
    }

    [Fact]
    public async Task An_attachment_that_is_no_source_is_named_and_the_mail_is_kept()
    {
        await using var bed = await Bed.OnAsync(Database.Sqlite);
        var taken = await bed.TakeAsync(SampleFiles.Mail(SampleWord.Bomb(600)), "letter.eml");
        Assert.Equal("message/rfc822", (await bed.At.FindAsync(taken.Source)).As<Source>().MediaType);
        Assert.Contains(taken.Notes, n => n.Code == "source.attachment-left");
        Assert.DoesNotContain(await bed.AskAsync(db => db.Sources), s => s.MediaType!.Contains("wordprocessing"));
    }

    [Fact]
    public async Task Mails_within_mails_without_end_are_bounded()
    {
        await using var bed = await Bed.OnAsync(Database.Sqlite);
        var mail = "From: a@b.example\nSubject: innermost\n\nThe end of the line.\n";
        for (var i = 0; i < 40; i++) mail = $"From: a@b.example\nSubject: level {i}\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=q{i}\n\n--q{i}\nContent-Type: text/plain\n\nLevel {i}.\n--q{i}\nContent-Type: message/rfc822\n\n{mail}\n--q{i}--\n";
        var taken = await bed.TakeAsync(Sample.Bytes(mail), "deep.eml");
        Assert.InRange(taken.Attachments.Length, 1, Unfold.Deepest);
    }

    [Theory]
    [InlineData("locked.pdf"), InlineData("scan_of-MoU_2019.pdf"), InlineData("damaged.pdf"), InlineData("noise.bin")]
    public async Task What_cannot_be_read_is_kept_with_a_note_and_waits_at_the_desk(string name)
    {
        await using var bed = await Bed.OnAsync(Database.Sqlite);
        var bytes = name switch { "locked.pdf" => SamplePdf.Protected("secret"), "scan_of-MoU_2019.pdf" => SamplePdf.Scanned, "damaged.pdf" => SamplePdf.Readable[..300], _ => SampleFiles.Binary() };
        var taken = await bed.TakeAsync(bytes, name);
        Assert.NotEmpty(taken.Notes);
        var it = (await bed.At.FindAsync(taken.Source)).As<Source>();
        Assert.Equal(bytes, await bed.Store.Files.GetAsync(it.Digest));
        Assert.Equal(name == "locked.pdf" ? true : null, it.Locked);
        Assert.Equal("waiting", (await bed.ShowAsync(taken.Source)).State);
        if (name.StartsWith("scan")) Assert.Equal("scan of-MoU 2019", it.Title);
    }

    [Fact]
    public async Task Refused_files_leave_nothing()
    {
        await using var bed = await Bed.OnAsync(Database.Sqlite);
        foreach (var (bytes, code) in new[] { (Array.Empty<byte>(), "source.empty"), (SampleWord.Bomb(600), "source.bomb"), (new byte[51 * 1024 * 1024], "source.too-large") })
            Assert.Equal(code, (await bed.TakeIn.RunAsync(Actor.Local, new Incoming(bytes, "file.docx"))).Refusal?.Code);
        Assert.Empty(await bed.AskAsync(db => db.Headlines));
        Assert.Empty(await bed.AskAsync(db => db.Intake));
    }

    [Fact]
    public async Task Where_files_cannot_be_written_no_source_is_made_and_the_same_file_comes_in_later()
    {
        await using var bed = await Bed.OnAsync(Database.Sqlite);
        var files = Path.Combine(bed.Store.Place.Folder, "files");
        if (Directory.Exists(files)) Directory.Delete(files, recursive: true);
        await File.WriteAllTextAsync(files, "in the way");
        await Assert.ThrowsAnyAsync<IOException>(async () => Assert.False((await bed.TakeIn.RunAsync(Actor.Local, new Incoming(SampleFiles.Text, "a.txt"))).Done ? true : throw new IOException("refused")));
        Assert.Empty(await bed.AskAsync(db => db.Sources));
        Assert.Empty(await bed.AskAsync(db => db.Intake));
        File.Delete(files);
        Assert.False((await bed.TakeAsync(SampleFiles.Text)).Known);
    }

    [Fact]
    public async Task A_file_that_nothing_refers_to_does_no_harm()
    {
        await using var bed = await Bed.OnAsync(Database.Sqlite);
        await bed.Store.Files.PutAsync(SampleFiles.Text);
        Assert.False((await bed.TakeAsync(SampleFiles.Text)).Known);
        await bed.At.VerifiedAsync();
    }

    [Fact]
    public async Task Titles_are_cut_between_characters_and_hostile_names_are_taken()
    {
        await using var bed = await Bed.OnAsync(Database.Sqlite);
        var taken = await bed.TakeIn.RunAsync(Actor.Local, new Incoming(Sample.Bytes("x"), "\uD83D" + new string('\n', 3)) { Title = string.Concat(Enumerable.Repeat("\U0001F91D", 400)), Outlet = "\u0000 A\tB " });
        Assert.True(taken.Done, taken.Refusal?.ToString());
        var it = (await bed.At.FindAsync(taken.Value.Source)).As<Source>();
        Assert.True(it.Title.Length <= 300 && it.Title.EndsWith("\U0001F91D…"));
        Assert.Equal("A B", it.Outlet);
    }
}
