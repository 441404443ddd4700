using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Concordat.App.Tests.Harness;

namespace Concordat.App.Tests.Api;

public sealed class LetterApiTests(ServedRegister served) : IClassFixture<ServedRegister>
{
    private readonly ApiCaller _api = new(served);

    private static byte[] Mail(string subject) => Encoding.UTF8.GetBytes(
        $"From: Ilse Marrow <ilse@harbour.example>\r\nTo: office@here.example\r\nDate: Thu, 12 Nov 2026 10:00:00 +0000\r\nMessage-ID: <{Ids.New(TimeProvider.System):N}@harbour.example>\r\nSubject: {subject}\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\n"
        + "Our ref: HM/2026/9\r\n\r\nDear all,\r\n\r\nWe would be grateful for your reply by 15 December 2026.\r\n");

    private async Task<string> AgreementAsync(string title) => (await _api.SendAsync("POST", "/api/agreements", new JsonObject { ["values"] = new JsonObject { ["title"] = title, ["deskOfficer"] = "A. Lind", ["ends"] = "2027-06-30" } })).Location!.Split('/')[^1];

    [Fact]
    public async Task A_letter_is_logged_from_what_is_known_once_per_key()
    {
        var agreement = await AgreementAsync("Arrangement on berths");
        var body = new JsonObject { ["subject"] = "Berths in spring", ["direction"] = "in", ["kind"] = "letter", ["from"] = "Harbour Works of Österby", ["fromPerson"] = "Dr Kaja Brandt", ["received"] = "2026-11-12", ["replyDue"] = "15 December 2026", ["theirReference"] = "HW/7", ["about"] = new JsonArray(agreement) };
        var logged = await _api.SendAsync("POST", "/api/correspondence/log", body, "Idempotency-Key: log-1");
        Assert.True(logged.Status == 201, logged.Text);
        var values = logged.Body["values"]!;
        Assert.Equal(("Berths in spring", "2026-11-12", "2026-12-15", agreement, "A. Lind"), ((string)values["title"]!, (string)values["received"]!, (string)values["replyDue"]!, (string)values["about"]![0]!["record"]!, (string)values["deskOfficer"]!));
        Assert.Equal("HW/7", (string)values["references"]![0]!["text"]!);
        var person = await _api.GetAsync($"/api/people/{(string)values["fromPerson"]!}");
        Assert.Equal(("Kaja Brandt", "Dr"), ((string)person["values"]!["name"]!, (string)person["values"]!["honorific"]!));
        var again = await _api.SendAsync("POST", "/api/correspondence/log", body, "Idempotency-Key: log-1");
        Assert.Equal((logged.Text, logged.Location, true), (again.Text, again.Location, again.Replayed));
        Assert.Single((await _api.GetAsync("/api/correspondence?q=berths%20spring"))["items"]!.AsArray());
        var answer = await _api.SendAsync("POST", "/api/correspondence/log", new JsonObject { ["repliesTo"] = (string)logged.Body["id"]!, ["sent"] = "2026-11-20" });
        Assert.Equal((201, "out", "Re: Berths in spring"), (answer.Status, (string)answer.Body["values"]!["direction"]!, (string)answer.Body["values"]!["title"]!));
    }

    private static MultipartFormDataContent Form(byte[] mail, string? letter)
    {
        var form = new MultipartFormDataContent { { new ByteArrayContent(mail), "file", "mail.eml" } };
        if (letter is not null) form.Add(new StringContent(letter), "letter");
        return form;
    }

    [Fact]
    public async Task A_mail_says_what_is_left_out_and_is_quoted()
    {
        var mail = Mail("Tank time for the survey vessel");
        Assert.Equal("request.cross-site", (await _api.SendAsync("POST", "/api/correspondence/log", Form(mail, null))).Code);
        Assert.Equal("letter.direction-missing", (await _api.SendAsync("POST", "/api/correspondence/log", Form(mail, null), "Concordat-Client: test")).Code);
        Assert.Equal("request.wrong-member", (await _api.SendAsync("POST", "/api/correspondence/log", Form(mail, """{"colour":"red"}"""), "Concordat-Client: test")).Code);
        var logged = await _api.SendAsync("POST", "/api/correspondence/log", Form(mail, """{"direction":"in","from":"Harbour Marine Works","fromPerson":""}"""), "Concordat-Client: test", "Idempotency-Key: mail-1");
        Assert.True(logged.Status == 201, logged.Text);
        var values = logged.Body["values"]!;
        Assert.Equal(("Tank time for the survey vessel", "2026-11-12", "2026-12-15", null), ((string)values["title"]!, (string)values["sent"]!, (string)values["replyDue"]!, (string?)values["fromPerson"]));
        Assert.Contains(logged.Body["claims"]!.AsArray(), c => (string)c!["path"]! == "replyDue" && ((string)c["citation"]!["quote"]!).Contains("15 December 2026", StringComparison.Ordinal));
        Assert.Equal("accepted", (string)(await _api.GetAsync($"/api/intake/{(string)values["source"]!}"))["state"]!);
        var again = await _api.SendAsync("POST", "/api/correspondence/log", Form(mail, """{"direction":"in","from":"Harbour Marine Works","fromPerson":""}"""), "Concordat-Client: test", "Idempotency-Key: mail-1");
        Assert.Equal((logged.Text, true), (again.Text, again.Replayed));

        // The same with a source that came in before.
        var source = (await _api.SendAsync("POST", "/api/intake", Form(Mail("Cranes"), null), "Concordat-Client: test")).Body["source"]!;
        var second = await _api.SendAsync("POST", "/api/correspondence/log", new JsonObject { ["source"] = source.DeepClone(), ["direction"] = "in", ["from"] = "Harbour Marine Works" });
        Assert.Equal((201, "Cranes"), (second.Status, (string)second.Body["values"]!["title"]!));
    }

    [Fact]
    public async Task A_letter_is_drafted_written_as_a_word_file_and_waited_for()
    {
        var agreement = await AgreementAsync("Arrangement on tank time");
        Assert.Contains((await _api.GetAsync("/api/correspondence/templates"))["items"]!.AsArray(), t => (string)t!["name"]! == "renewal");
        var draft = await _api.GetAsync($"/api/correspondence/draft?template=renewal&about={agreement}");
        Assert.Contains("30 June 2027", (string)draft["text"]!, StringComparison.Ordinal);
        Assert.Matches("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", (string)draft["replyDue"]!);
        (draft["from"], draft["to"]) = ("Northern Partnerships Office", "Harbour Tank Company");
        Assert.Equal((422, "letter.unfilled", "text"), await _api.SendAsync("POST", "/api/correspondence/write", draft.DeepClone()) is var open ? (open.Status, open.Code, (string)open.Body["field"]!) : default);
        draft["text"] = ((string)draft["text"]!).Replace("[new period]", "three years", StringComparison.Ordinal);
        var written = await _api.SendAsync("POST", "/api/correspondence/write", draft.DeepClone(), "Idempotency-Key: write-1");
        Assert.True(written.Status == 201, written.Text);
        var (letter, file) = (written.Body["letter"]!.AsObject(), written.Body["file"]!);
        Assert.Equal(("out", agreement, (string)draft["replyDue"]!), ((string)letter["values"]!["direction"]!, (string)letter["values"]!["about"]![0]!["record"]!, (string)letter["values"]!["replyDue"]!));
        var bytes = Convert.FromBase64String((string)file["content"]!);
        Assert.Equal(bytes, await _api.Client.GetByteArrayAsync((string)file["href"]!));
        using (var zip = new ZipArchive(new MemoryStream(bytes)))
        using (var reader = new StreamReader(zip.GetEntry("word/document.xml")!.Open()))
            Assert.Contains("three years", await reader.ReadToEndAsync(), StringComparison.Ordinal);
        Assert.Empty(new Fit(await _api.GetAsync("/api/openapi.json")).Faults("WrittenLetter", written.Body));
        Assert.Equal(letter.ToJsonString(), (await _api.GetAsync(written.Location!)).ToJsonString());
        var again = await _api.SendAsync("POST", "/api/correspondence/write", draft.DeepClone(), "Idempotency-Key: write-1");
        Assert.Equal((201, written.Text, true), (again.Status, again.Text, again.Replayed));
        Assert.Contains((await _api.GetAsync("/api/correspondence?reply=theirs&take=200"))["items"]!.AsArray(), i => (string)i!["id"]! == (string)letter["id"]!);
        var reminder = await _api.GetAsync($"/api/correspondence/draft?template=reminder&reminds={(string)letter["id"]!}");
        Assert.Equal((string)letter["id"]!, (string)reminder["remindsOf"]!);
    }

    public static TheoryData<string, string, string, string?> Unfit => new()
    {
        { "log", """{"direction":"in"}""", "letter.subject-missing", "subject" }, { "log", """{"subject":"x"}""", "letter.direction-missing", "direction" }, { "log", """{"subject":"x","direction":"in","replyDue":"32 March"}""", "date.*", "replyDue" },
        { "log", """{"subject":"x","direction":"in","kind":"poem"}""", "value.not-a-choice", null }, { "log", """{"subject":"x","direction":"in","source":"00000000-0000-0000-0000-000000000001"}""", "record.not-found", null },
        { "write", """{"template":"poem"}""", "value.not-a-choice", null }, { "write", """{"template":"letter","from":"","to":"Y","subject":"x"}""", "letter.from-missing", "from" }, { "write", """{"template":"letter","from":"X","to":"","toPerson":"","subject":"x"}""", "letter.to-missing", "to" },
        { "write", """{"template":"letter","from":"X","to":"Y","subject":""}""", "letter.subject-missing", "subject" }, { "write", """{"template":"letter","from":"X","to":"Y","subject":"x","text":" "}""", "letter.text-missing", "text" },
        { "write", """{"template":"letter","from":"X","to":"Y","subject":"x","text":"By [reply due].","replyDue":""}""", "letter.due-missing", "replyDue" }, { "write", """{"template":"letter","from":"X","to":"Y","subject":"x","text":"x","sent":"2026-05"}""", "letter.not-a-day", "sent" },
    };

    [Theory, MemberData(nameof(Unfit))]
    public async Task What_lacks_something_is_refused_with_the_member_and_logs_nothing(string verb, string body, string code, string? field)
    {
        var before = (await _api.GetAsync("/api/changes?after=0&take=1000"))["next"]!.ToString();
        var answer = await _api.SendAsync("POST", "/api/correspondence/" + verb, JsonNode.Parse(body));
        Assert.True(code == "date.*" ? answer.Code.StartsWith("date.", StringComparison.Ordinal) : answer.Code == code, answer.Text);
        Assert.Equal(field, (string?)answer.Body["field"]);
        Assert.Equal(before, (await _api.GetAsync("/api/changes?after=0&take=1000"))["next"]!.ToString());
    }
}
