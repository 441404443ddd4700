using Concordat.Correspondence;
using Concordat.Intake;
using Concordat.Intake.Letters;
using Concordat.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.Tests.Intake.Letters;

public sealed class LogLetterTests
{
    private const string Mail = "From: \"Orrel, Tamsin\" <t.orrel@mail.norvik.example>\r\nTo: Coastal Research Office <office@coastal-office.example>\r\nDate: Thu, 26 Feb 2026 10:00:00 +0100\r\nMessage-ID: <1@norvik.example>\r\nSubject: Comments on the draft\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
        + "Our ref: NPL/26/118\r\n\r\nDear colleagues,\r\n\r\nPlease find our comments below. We would welcome your reply\r\nby 20 March 2026.\r\n";

    private const string Paper = "Norvik Polar Laboratory\nTromsø\n\nCoastal Research Office\nPort Alder\n\n24 February 2026\nOur ref: NPL/26/117    Your ref: CRO/25/7\n\nSubject: Access to the ice station\n\nDear colleagues,\n\nThe station opens in May.\n";

    [Theory, BothDatabases]
    public async Task A_mail_fills_the_form_from_its_headers_and_is_logged_with_its_evidence(Database database)
    {
        await using var office = await Office.OpenAsync(database);
        var view = await office.TakeInAsync(Mail, "mail.eml");
        var form = await office.PrepareLog.RunAsync(view, office.Agreement, null);
        Assert.Equal(("in", "mail", "Comments on the draft"), (form.Direction, form.Sort, form.Subject));
        Assert.Equal(("Norvik Polar Laboratory", "Tamsin Orrel", "Coastal Research Office", null), (form.From, form.FromPerson, form.To, form.ToPerson));
        Assert.Equal(("26 February 2026", "2 March 2026", "20 March 2026"), (form.Sent, form.Received, form.ReplyDue));
        Assert.Equal(("NPL/26/118", null, "Vera Holm"), (form.TheirReference, form.OurReference, form.DeskOfficer));
        var id = (await office.Log.RunAsync(Actor.Local, form, view)).Value;
        var letter = await office.LetterAsync(id);
        Assert.Equal((office.Partner, office.Director, office.Own, view.Source.Id), (letter.FromOrganisation, letter.FromPerson, letter.ToOrganisation, letter.Source));
        Assert.Equal(("2026-02-26", "2026-03-20", office.Agreement), (letter.Sent, letter.ReplyDue, letter.About.Single().Record));
        var claims = (await office.At.FindAsync(id)).Claims;
        Assert.Equal(["Comments on the draft", "20 March 2026", "NPL/26/118", null], new[] { "title", "replyDue", "references", "sent" }.Select(p => claims.Single(c => new FieldPath(c.Path).First == p).Citation.Quote));
        await using var db = office.At.Store.Read(Reader.Local);
        Assert.Equal("accepted", (await db.Intake.SingleAsync(i => i.Source == view.Source.Id)).State);
        Assert.Equal("letter", (await office.At.FindAsync(view.Source.Id)).TextAt("sourceSort"));
        Assert.Equal(id, (await db.Correspondence.Awaited(db).SingleAsync()).Record);
        await office.At.VerifiedAsync();
    }

    [Theory, BothDatabases]
    public async Task A_letter_tells_its_sides_by_who_stands_first_in_its_head(Database database)
    {
        await using var office = await Office.OpenAsync(database);
        var form = await office.PrepareLog.RunAsync(await office.TakeInAsync(Paper, "letter.txt"), office.Agreement, null);
        Assert.Equal(("in", "Norvik Polar Laboratory", "Coastal Research Office"), (form.Direction, form.From, form.To));
        Assert.Equal(("NPL/26/117", "CRO/25/7", "24 February 2026"), (form.TheirReference, form.OurReference, form.Sent));
        Assert.Equal("Access to the ice station", form.Subject);
    }

    [Theory]
    [InlineData("Invitation to the ice station", "invitation"), InlineData("Re: Invitation to the ice station", "letter"), InlineData("AW: Invitation to the ice station", "letter"), InlineData("Reminder: access", "reminder"), InlineData("Results", "letter")]
    public async Task The_subject_tells_the_kind_of_a_letter_but_an_answer_carries_that_of_another(string subject, string sort)
    {
        await using var office = await Office.OpenAsync(Database.Sqlite);
        Assert.Equal(sort, (await office.PrepareLog.RunAsync(await office.TakeInAsync(Paper.Replace("Access to the ice station", subject, StringComparison.Ordinal), "letter.txt"), office.Agreement, null)).Sort);
    }

    [Fact]
    public async Task Before_the_first_letter_nobody_knows_who_we_are_and_the_form_asks()
    {
        await using var office = await Office.OpenAsync(Database.Sqlite, known: false);
        var view = await office.TakeInAsync(Paper, "letter.txt");
        var form = await office.PrepareLog.RunAsync(view, office.Agreement, null);
        Assert.Null(form.Direction);
        Assert.Equal("letter.direction-missing", (await office.Log.RunAsync(Actor.Local, form, view)).Refusal?.Code);
        Assert.True((await office.Log.RunAsync(Actor.Local, form with { Direction = "in" }, view)).Done);
        await using var db = office.At.Store.Read(Reader.Local);
        Assert.Equal(office.Own, await Replies.OwnAsync(db));
    }

    [Theory, BothDatabases]
    public async Task A_reply_takes_over_sides_and_matters_and_settles_its_letter(Database database)
    {
        await using var office = await Office.OpenAsync(database);
        var asked = await office.SaveAsync(CorrespondenceKind.Name, ("title", "Dates of the session"), ("direction", "out"), ("sent", "2026-02-01"), ("replyDue", "2026-03-03"), ("fromOrganisation", Office.Id(office.Own)), ("toOrganisation", Office.Id(office.Partner)),
            ("toPerson", Office.Id(office.Director)), ($"about/{Ids.New(office.At.Clock)}/record", Office.Id(office.Agreement)), ("deskOfficer", "Vera Holm"));
        var form = await office.PrepareLog.RunAsync(null, null, asked);
        Assert.Equal(("in", "Re: Dates of the session", "Norvik Polar Laboratory", "Tamsin Orrel", "Coastal Research Office"), (form.Direction, form.Subject, form.From, form.FromPerson, form.To));
        var id = (await office.Log.RunAsync(Actor.Local, form, null)).Value;
        Assert.Equal((asked, office.Agreement), ((await office.LetterAsync(id)).RepliesTo, (await office.LetterAsync(id)).About.Single().Record));
        await using var db = office.At.Store.Read(Reader.Local);
        Assert.False(await Replies.IsAwaitedAsync(db, asked));
    }

    [Theory, BothDatabases]
    public async Task Who_is_not_known_is_made_once_and_the_form_sent_twice_makes_one_letter(Database database)
    {
        await using var office = await Office.OpenAsync(database);
        var form = new LogForm { Showing = Ids.New(office.At.Clock), Subject = "A new partner", Direction = "in", From = "Brellin Institute", FromPerson = "Prof. Ada Marrow", To = "Coastal Research Office", AlsoAbout = "CRO/25/7", Received = "2 March 2026", OurReference = "CRO/26/1" };
        var first = (await office.Log.RunAsync(Actor.Local, form, null)).Value;
        Assert.Equal(first, (await office.Log.RunAsync(Actor.Local, form, null)).Value);
        var letter = await office.LetterAsync(first);
        Assert.Equal(("Ada Marrow", "Prof."), ((await office.At.FindAsync(letter.FromPerson!.Value)).TextAt("name"), (await office.At.FindAsync(letter.FromPerson.Value)).TextAt("honorific")));
        Assert.Equal(office.Agreement, letter.About.Single().Record);
        await using var db = office.At.Store.Read(Reader.Local);
        Assert.Equal((3, 2, 2), (await db.Organisations.CountAsync(), await db.People.CountAsync(), await db.Correspondence.CountAsync()));
        var again = await office.Log.RunAsync(Actor.Local, form with { Showing = Ids.New(office.At.Clock), Subject = "A second letter" }, null);
        Assert.Equal(letter.FromOrganisation, (await office.LetterAsync(again.Value)).FromOrganisation);
        await office.At.VerifiedAsync();
    }

    [Theory]
    [InlineData("subject", "letter.subject-missing"), InlineData("direction", "letter.direction-missing"), InlineData("sent", "date.no-such-day"), InlineData("due", "date.not-understood"), InlineData("also", "value.not-a-record"), InlineData("from", "value.several-records")]
    public async Task What_is_lacking_or_not_understood_is_named_with_its_input(string field, string code)
    {
        await using var office = await Office.OpenAsync(Database.Sqlite);
        await office.SaveAsync("organisation", ($"names/{Ids.New(office.At.Clock)}/text", "Twin Institute"), ("place", "A"));
        await office.SaveAsync("organisation", ($"names/{Ids.New(office.At.Clock)}/text", "Twin Institute"), ("place", "B"));
        var form = new LogForm { Subject = "A letter", Direction = "in" };
        form = field switch
        {
            "subject" => form with { Subject = " \n" }, "direction" => form with { Direction = "sideways" }, "sent" => form with { Sent = "32 March 2026" }, "due" => form with { ReplyDue = "whenever" },
            "also" => form with { AlsoAbout = "Nothing of that name" }, _ => form with { From = "Twin Institute" },
        };
        var refused = (await office.Log.RunAsync(Actor.Local, form, null)).Refusal;
        Assert.Equal((field, code), ((refused as FormRefusal)?.Field, refused?.Code));
    }
}
