using System.Text;
using Concordat.Correspondence;
using Concordat.Intake;
using Concordat.Sources;
using Concordat.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.Tests.Intake.Letters;

public sealed class WriteLetterTests
{
    private static LetterTemplate Template(string name) => LetterTemplates.Find(name)!;

    [Theory, BothDatabases]
    public async Task A_renewal_offer_is_filled_made_kept_logged_and_waits_for_its_reply(Database database)
    {
        await using var office = await Office.OpenAsync(database);
        var form = await office.PrepareLetter.RunAsync(Template("renewal"), office.Agreement, null, null);
        Assert.Equal(("Coastal Research Office", "Norvik Polar Laboratory", "Dr Tamsin Orrel", "Port Alder", "CRO/25/7"), (form.From, form.To, form.ToPerson, form.Place, form.OurReference));
        Assert.Equal(("2 March 2026", "1 April 2026", "Vera Holm"), (form.Sent, form.ReplyDue, form.DeskOfficer));
        Assert.Contains("“Sea ice study” (CRO/25/7) ends on 31 December 2026.", form.Text, StringComparison.Ordinal);
        Assert.Equal("letter.unfilled", (await office.Write.RunAsync(Actor.Local, form)).Refusal?.Code);
        form = form with { Text = form.Text.Replace("[new period]", "three years", StringComparison.Ordinal) };
        var id = (await office.Write.RunAsync(Actor.Local, form)).Value;
        Assert.Equal(id, (await office.Write.RunAsync(Actor.Local, form)).Value);
        var letter = await office.LetterAsync(id);
        Assert.Equal(("out", "2026-03-02", "2026-04-01", office.Partner, office.Director, office.Agreement), (letter.Direction, letter.Sent, letter.ReplyDue, letter.ToOrganisation, letter.ToPerson, letter.About.Single().Record));
        var source = (await office.At.FindAsync(letter.Source!.Value)).As<Source>();
        Assert.Equal(("2026-03-02 Renewal Sea ice study.docx", "letter", WriteDocx.MediaType), (source.FileName, source.SourceSort, source.MediaType));
        var text = Encoding.UTF8.GetString((await office.At.Store.Files.GetAsync(source.Texts.Single().Digest, default))!);
        foreach (var words in new[] { "Port Alder, New Zealand", "Our reference: CRO/25/7", "Port Alder, 2 March 2026", "Dr Tamsin Orrel", "Director", "Tromsø", "extend it by three years", "let us know by 1 April 2026" }) Assert.Contains(words, text, StringComparison.Ordinal);
        await using var db = office.At.Store.Read(Reader.Local);
        Assert.Equal((1, 0), (await db.Sources.CountAsync(), await db.Intake.CountAsync(i => i.State == "waiting")));
        Assert.True(await Replies.IsAwaitedAsync(db, id));
        await office.At.VerifiedAsync();
    }

    [Theory, BothDatabases]
    public async Task A_reminder_of_a_reminder_reminds_of_the_letter_behind_it(Database database)
    {
        await using var office = await Office.OpenAsync(database);
        var thanks = await office.Write.RunAsync(Actor.Local, (await office.PrepareLetter.RunAsync(Template("letter"), office.Agreement, null, null)) with { Text = "Dear all,\n\nPlease comment by [reply due].", ReplyDue = "1 March 2026", Sent = "1 February 2026" });
        var first = (await office.Write.RunAsync(Actor.Local, await office.PrepareLetter.RunAsync(Template("reminder"), null, null, thanks.Value))).Value;
        var second = (await office.Write.RunAsync(Actor.Local, await office.PrepareLetter.RunAsync(Template("reminder"), null, null, first))).Value;
        Assert.Equal((thanks.Value, thanks.Value), ((await office.LetterAsync(first)).RemindsOf, (await office.LetterAsync(second)).RemindsOf));
        Assert.Equal(("reminder", office.Agreement), ((await office.LetterAsync(second)).LetterSort, (await office.LetterAsync(second)).About.Single().Record));
        await using var db = office.At.Store.Read(Reader.Local);
        Assert.Equal([second], await db.Correspondence.Awaited(db).Select(l => l.Record).ToListAsync());
    }

    [Fact]
    public async Task A_reply_goes_to_who_wrote_and_settles_the_letter()
    {
        await using var office = await Office.OpenAsync(Database.Sqlite);
        var asked = await office.SaveAsync(CorrespondenceKind.Name, ("title", "Posts in 2027"), ("direction", "in"), ("received", "2026-02-20"), ("replyDue", "2026-03-06"), ("fromOrganisation", Office.Id(office.Partner)), ("fromPerson", Office.Id(office.Director)),
            ("toOrganisation", Office.Id(office.Own)));
        var form = await office.PrepareLetter.RunAsync(Template("thanks"), null, asked, null);
        Assert.Equal(("Norvik Polar Laboratory", "Dr Tamsin Orrel", "With thanks for your letter: Posts in 2027"), (form.To, form.ToPerson, form.Subject));
        var id = (await office.Write.RunAsync(Actor.Local, form)).Value;
        Assert.Equal((asked, null), ((await office.LetterAsync(id)).RepliesTo, (await office.LetterAsync(id)).ReplyDue));
    }

    [Fact]
    public async Task Without_any_letter_before_it_the_office_has_to_be_named_once()
    {
        await using var office = await Office.OpenAsync(Database.Sqlite, known: false);
        var form = await office.PrepareLetter.RunAsync(Template("notice"), office.Agreement, null, null);
        Assert.Equal("letter.from-missing", (await office.Write.RunAsync(Actor.Local, form)).Refusal?.Code);
        Assert.Equal("letter.unfilled", (await office.Write.RunAsync(Actor.Local, form with { From = "Coastal Research Office", To = "NPL" })).Refusal?.Code);
    }

    [Theory]
    [InlineData("to", "letter.to-missing"), InlineData("subject", "letter.subject-missing"), InlineData("text", "letter.text-missing"), InlineData("sent", "letter.not-a-day"), InlineData("due", "letter.due-missing"), InlineData("from", "value.several-records")]
    public async Task A_letter_that_cannot_be_sent_is_not_made(string field, string code)
    {
        await using var office = await Office.OpenAsync(Database.Sqlite);
        var form = (await office.PrepareLetter.RunAsync(Template("signed-copy"), office.Agreement, null, null));
        for (var i = 0; i < 2; i++) await office.SaveAsync("organisation", ($"names/{Ids.New(office.At.Clock)}/text", "Twin Institute"));
        form = field switch { "from" => form with { From = "Twin Institute" }, "to" => form with { To = "", ToPerson = " " }, "subject" => form with { Subject = "" }, "text" => form with { Text = "\n" }, "sent" => form with { Sent = "2026" }, _ => form with { ReplyDue = null } };
        var refused = (await office.Write.RunAsync(Actor.Local, form)).Refusal;
        Assert.Equal((field, code), ((refused as FormRefusal)?.Field, refused?.Code));
        await using var db = office.At.Store.Read(Reader.Local);
        Assert.Equal(0, await db.Sources.CountAsync());
    }
}
