using Concordat.Intake;
using Concordat.Sources;
using Concordat.Tests.Samples;
using Concordat.Tests.Storage;

namespace Concordat.Tests.Intake;

public sealed class MachineReadingTests
{
    private static async Task<DeskView> ReadAsync(Bed bed, Guid source)
    {
        for (var i = 0; i < 600; i++)
        {
            var view = await bed.ShowAsync(source);
            if (view.Reading is not null || view.Machine.Phase is MachinePhase.Done or MachinePhase.Failed) return view;
            Assert.Contains(view.Machine.Phase, new[] { MachinePhase.Waiting, MachinePhase.Reading });
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException("It was not read within a minute.");
    }

    [Theory, BothDatabases]
    public async Task A_scan_is_read_in_the_background_and_cited_by_page(Database database)
    {
        if (!MachineReading.IsAvailable) Assert.Skip("tesseract is not on the PATH.");
        await using var bed = await Bed.OnAsync(database);
        var taken = await bed.TakeAsync(SamplePdf.Scanned, "scan.pdf");
        var view = await ReadAsync(bed, taken.Source);
        Assert.True(view.Reading!.MachineRead);
        Assert.Contains("Port Anselm", view.Text);
        Assert.Equal(2, view.Source.Version);
        var made = await bed.Register.RunAsync(Actor.Local, AgreementForm.From(view), view);
        Assert.True(made.Done, made.Refusal?.ToString());
        var claims = (await bed.At.FindAsync(made.Value)).Claims;
        Assert.NotEmpty(claims);
        Assert.All(claims, c => Assert.Equal(1, c.Citation.Page));
        await bed.At.VerifiedAsync();
    }

    [Fact]
    public async Task What_waited_when_the_program_ended_is_read_at_the_next_start()
    {
        if (!MachineReading.IsAvailable) Assert.Skip("tesseract is not on the PATH.");
        await using var bed = await Bed.OnAsync(Database.Sqlite);
        using var takeIn = new TakeIn(bed.Store, bed.At.Journal, bed.At.Clock);
        var taken = (await takeIn.RunAsync(Actor.Local, new Incoming(SamplePdf.Scanned, "scan.pdf"))).Value;
        Assert.Equal(MachinePhase.Waiting, (await bed.ShowAsync(taken.Source)).Machine.Phase);
        bed.Machine.Wake();
        Assert.NotNull((await ReadAsync(bed, taken.Source)).Reading);
    }

    [Fact]
    public async Task A_scan_that_cannot_be_read_says_why_and_can_be_tried_again()
    {
        if (!MachineReading.IsAvailable) Assert.Skip("tesseract is not on the PATH.");
        await using var bed = await Bed.OnAsync(Database.Sqlite);
        var taken = await bed.TakeAsync(SamplePdf.Readable[..300], "damaged.pdf");
        var view = await ReadAsync(bed, taken.Source);
        Assert.True(view.Machine.Phase is MachinePhase.Failed or MachinePhase.Done);
        Assert.False(string.IsNullOrEmpty(view.Machine.Note));
        Assert.True((await bed.Machine.AgainAsync(Actor.Local, taken.Source)).Done);
        Assert.False(string.IsNullOrEmpty((await ReadAsync(bed, taken.Source)).Machine.Note));
    }

    [Fact]
    public async Task Only_pictures_wait_for_the_machine()
    {
        await using var bed = await Bed.OnAsync(Database.Sqlite);
        foreach (var bytes in new[] { SampleFiles.Text, SamplePdf.Readable, SamplePdf.Protected("secret"), SampleFiles.Binary() })
            Assert.Equal(MachinePhase.None, (await bed.ShowAsync((await bed.TakeAsync(bytes)).Source)).Machine.Phase);
        Assert.Empty(await bed.AskAsync(db => db.Readings));
    }

    [Fact]
    public async Task A_text_that_no_machine_read_off_pictures_is_preferred()
    {
        await using var bed = await Bed.OnAsync(Database.Sqlite);
        var files = bed.Store.Files;
        var (machine, own) = ((await files.PutAsync(Sample.Bytes("Rnachine"))).Value, (await files.PutAsync(Sample.Bytes("Machine"))).Value);
        SourceText Text(string digest, bool? read) => new(Guid.Empty, "x", "1", digest, 7, read, null, null);
        var id = Ids.New(bed.At.Clock);
        var saved = await bed.At.Journal.SaveAsync(new Deed(Actor.Local, [Edit.Create(id, "source", [new Set("title", "Two texts"), new Set("digest", own), RegisterSources.Added(Text(machine, true), bed.At.Clock), RegisterSources.Added(Text(own, null), bed.At.Clock)])]));
        Assert.True(saved.Done, saved.Refusal?.ToString());
        Assert.Equal("Machine", (await bed.ShowAsync(id)).Text);
    }
}
