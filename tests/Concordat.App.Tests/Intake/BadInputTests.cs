using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using Concordat.App.Tests.Harness;
using Concordat.Tests.Samples;
using Microsoft.EntityFrameworkCore;

namespace Concordat.App.Tests.Intake;

/// <summary>What must not harm: each with a clear answer, and nothing lost or half kept.</summary>
public sealed class BadInputTests(Served served) : IClassFixture<Served>
{
    private const string Script = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>";

    private async Task<(int Status, string Page, Uri? To)> SendAsync(byte[] bytes, string name = "file.bin", string type = "application/octet-stream")
    {
        using var caller = served.Caller();
        using var form = new MultipartFormDataContent();
        var file = new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };
        form.Add(file, "file", name);
        using var answer = await Served.PostAsync(caller, "/intake", "/intake/file", form);
        var to = answer.Headers.Location;
        return ((int)answer.StatusCode, to is null ? await answer.Content.ReadAsStringAsync() : await caller.GetStringAsync(to), to);
    }

    private async Task<(int Status, string Page)> PostAsync(string page, string action, params (string, string)[] values)
    {
        using var caller = served.Caller();
        using var answer = await Served.PostAsync(caller, page, action, values);
        return ((int)answer.StatusCode, answer.Headers.Location is { } to ? await caller.GetStringAsync(to) : await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Zeros without end, and how many were taken.</summary>
    private sealed class Flood(long length) : Stream
    {
        public long Taken { get; private set; }
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => length;
        public override long Position { get => Taken; set => throw new NotSupportedException(); }
        public override void Flush() { }
        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, length - Taken);
            Taken += read;
            return read;
        }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }

    [Fact]
    public async Task Sixty_megabytes_are_refused_before_they_are_read()
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, Expect100ContinueTimeout = TimeSpan.FromSeconds(20) }) { BaseAddress = new(served.Address) };
        using var flood = new Flood(60L * 1024 * 1024);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/intake/file") { Content = new StreamContent(flood) { Headers = { ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x"), ContentLength = flood.Length } }, Headers = { ExpectContinue = true } };
        using var answer = await client.SendAsync(request);
        Assert.Equal(413, (int)answer.StatusCode);
        Assert.Contains("source.too-large", await answer.Content.ReadAsStringAsync());
        Assert.Equal(0, flood.Taken);
    }

    [Fact]
    public async Task A_file_over_the_limit_inside_a_form_is_refused_too()
    {
        var (status, page, _) = await SendAsync(new byte[(50 * 1024 * 1024) + 1], "large.txt");
        Assert.Equal(413, status);
        Assert.Contains("source.too-large", page);
    }

    [Fact]
    public async Task An_empty_file_is_refused()
    {
        var (status, page, _) = await SendAsync([], "empty.pdf");
        Assert.Equal(422, status);
        Assert.Contains("source.empty", page);
    }

    [Theory]
    [InlineData("binary"), InlineData("html"), InlineData("docx"), InlineData("eml"), InlineData("pdf"), InlineData("zip"), InlineData("truncated")]
    public async Task What_cannot_be_read_is_kept_and_says_so(string what)
    {
        byte[] bytes = what switch
        {
            "binary" => SampleFiles.Binary(), "html" => "<html><body><p>never <b closed <<< <table><td>"u8.ToArray(), "docx" => SampleFiles.Zip(("word/document.xml", "<w:document><w:body><w:p>"u8.ToArray())),
            "eml" => "From: =?utf-8?B?broken\r\nContent-Type: multipart/mixed; boundary\r\n\r\n--x\r\n"u8.ToArray(), "pdf" => "%PDF-1.7\n1 0 obj << /Type /Catalog >> trailer"u8.ToArray(),
            "zip" => SampleFiles.Zip(("a.txt", "a"u8.ToArray())), _ => SamplePdf.Readable[..700],
        };
        var (status, page, _) = await SendAsync(bytes, $"bad-{what}.{(what is "binary" or "truncated" ? "pdf" : what)}");
        Assert.True(status is 302 or 422, $"{status}");
        if (status == 422) Assert.Contains("source.", page);
        else Assert.Contains("h1", page);
    }

    [Fact]
    public async Task A_zip_bomb_named_docx_is_refused_or_kept_unread()
    {
        var before = GC.GetTotalAllocatedBytes();
        var watch = Stopwatch.StartNew();
        var xml = new byte[300 * 1024 * 1024];
        var (status, page, _) = await SendAsync(SampleFiles.Zip(("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"u8.ToArray()), ("word/document.xml", xml)), "bomb.docx");
        Assert.True(status is 302 or 422, $"{status}");
        Assert.True(status != 422 || page.Contains("source.", StringComparison.Ordinal));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30));
        Assert.True(GC.GetTotalAllocatedBytes() - before < 1_500_000_000);
    }

    [Fact]
    public async Task Text_with_nul_and_lone_surrogates_is_taken_in()
    {
        var (status, page) = await PostAsync("/intake", "/intake/text", ("text", "A Memorandum\0 of Understanding \uD800 was signed by \uFFFE Northfield Technical University on 4 May 2026."));
        Assert.Equal(302, status);
        Assert.DoesNotContain('\0', page);
        Assert.Contains("Northfield Technical University", page);
    }

    [Theory, InlineData("utf-16"), InlineData("utf-16BE"), InlineData("utf-8")]
    public async Task Other_encodings_are_read(string encoding)
    {
        var (_, page, _) = await SendAsync(SampleFiles.In(Encoding.GetEncoding(encoding), $"The Österby Academy signed a Memorandum of Understanding on 4 May 2026 ({encoding}).", mark: true), "release.txt", "text/plain");
        Assert.Contains("Österby Academy", page);
    }

    [Fact]
    public async Task A_hundred_thousand_words_are_answered_in_sane_time()
    {
        var text = new StringBuilder();
        for (var i = 0; i < 2_000; i++) text.Append("The Institute of High-Altitude Physiology and Northfield Technical University signed a Memorandum of Understanding on ").Append(1 + (i % 28)).Append(" March 2026, and Dr Ilse Marrow and Prof Tomas Venn spoke of further work in cold regions, of exchanges between their laboratories, of ships, sledges and winter quarters, and of what was still to be agreed, no. ").Append(i).Append(".\n\n");
        var watch = Stopwatch.StartNew();
        var (status, page, _) = await SendAsync(Encoding.UTF8.GetBytes(text.ToString()), "long.txt", "text/plain");
        TestContext.Current.SendDiagnosticMessage("100,000 words: {0:N1} s, {1:N0} bytes of page", watch.Elapsed.TotalSeconds, page.Length);
        Assert.Equal(302, status);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(45), $"{watch.Elapsed}");
    }

    [Fact]
    public async Task Over_long_values_are_refused_with_a_code()
    {
        var (status, page) = await PostAsync("/agreements/new", "/agreements/new", ("v.title", new string('x', 401)));
        Assert.Equal(422, status);
        Assert.Contains("record.value-too-long", page);
        (status, page) = await PostAsync("/agreements/register", "/agreements/register", ("title", new string('x', 5_000)), ("partner0", "A partner"));
        Assert.Equal(422, status);
        Assert.Contains("record.value-too-long", page);
    }

    [Fact]
    public async Task Too_many_keys_are_refused()
    {
        using var caller = served.Caller();
        using var answer = await caller.PostAsync("/agreements/new", new FormUrlEncodedContent(Enumerable.Range(0, 20_001).Select(i => new KeyValuePair<string, string>($"v.k{i}", "x"))));
        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Contains("request.not-understood", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_form_of_another_site_does_nothing()
    {
        using var caller = served.Caller();
        using var answer = await caller.PostAsync("/agreements/new", new FormUrlEncodedContent([new("v.title", "Forged")]));
        Assert.Contains("form.expired", await answer.Content.ReadAsStringAsync());
        await using var db = served.Store.Read(Reader.Local);
        Assert.False(await db.Agreements.AnyAsync(a => a.Title == "Forged"));
    }

    public static TheoryData<string> Kinds => ["agreement", "organisation", "person", "body", "meeting", "correspondence"];

    [Theory, MemberData(nameof(Kinds))]
    public async Task Markup_in_any_value_comes_out_as_text(string name)
    {
        var kind = Concordat.Kinds.Of(name);
        var folder = Concordat.App.Records.Routes.Folder(name);
        var values = kind.Fields.Where(f => f is { Fixed: false, Type: FieldType.Text or FieldType.LongText }).Select(f => ($"v.{f.Name}", Cut(f)))
            .Concat(kind.Fields.Where(f => f is { Fixed: false, Type: FieldType.List }).SelectMany(l => l.Items.Where(i => i.Type is FieldType.Text or FieldType.LongText && !l.Items.Any(o => o.Required && o.Type is FieldType.Record or FieldType.Choice)).Select(i => ($"new.{l.Name}.0.{i.Name}", Cut(i)))))
            .Concat(kind.Fields.Where(f => f is { Required: true, Type: FieldType.Choice }).Select(f => ($"v.{f.Name}", f.Choices[0].Value))).ToArray();
        var (status, page) = await PostAsync($"/{folder}/new", $"/{folder}/new", values);
        Assert.Equal(302, status);
        Harmless(page);
        using var caller = served.Caller();
        Harmless(await caller.GetStringAsync($"/{folder}"));
        Harmless(await caller.GetStringAsync("/journal"));
        Harmless(await caller.GetStringAsync("/find?q=" + Uri.EscapeDataString(Script)));
    }

    private static string Cut(Field field) => Script.Length <= field.MaxLength ? Script : Script[..field.MaxLength];

    private static void Harmless(string page)
    {
        Assert.DoesNotContain("<script>alert", page);
        Assert.DoesNotContain("<img", page);
    }

    [Fact]
    public async Task Markup_in_a_text_and_in_a_file_name_comes_out_as_text()
    {
        var (_, page, to) = await SendAsync(Encoding.UTF8.GetBytes($"A Memorandum of Understanding {Script} was signed by Northfield Technical University on 4 May 2026."), "a<script>alert(1)<script>.txt", "text/plain");
        Harmless(page);
        using var caller = served.Caller();
        Harmless(await caller.GetStringAsync("/sources/" + to!.OriginalString.Split('/')[^1]));
        Harmless(await caller.GetStringAsync("/intake"));
    }

    [Theory]
    [InlineData("../../../../etc/passwd.txt"), InlineData("..\\..\\windows\\win.ini"), InlineData("a\r\nSet-Cookie: x=1.txt"), InlineData("näme \"quoted\"; filename=evil.exe"), InlineData("\u202Etxt.exe"), InlineData("C:\\fakepath\\mou.txt")]
    public async Task A_file_name_stays_a_name(string name)
    {
        using var caller = served.Caller();
        var token = await TokenAsync(caller);
        // Written by hand: clients would mend the name.
        var body = $"--x\r\nContent-Disposition: form-data; name=\"__RequestVerificationToken\"\r\n\r\n{token}\r\n--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name.Replace("\"", "%22", StringComparison.Ordinal).Replace("\r\n", "%0D%0A", StringComparison.Ordinal)}\"\r\nContent-Type: text/plain\r\n\r\nWords of {Guid.CreateVersion7()}, signed.\r\n--x--\r\n";
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x") } };
        using var answer = await caller.PostAsync("/intake/file", content);
        Assert.Equal(302, (int)answer.StatusCode);
        using var file = await caller.GetAsync("/sources/" + answer.Headers.Location!.OriginalString.Split('/')[^1] + "/file");
        Assert.Equal("application/octet-stream", file.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        Assert.False(file.Headers.Contains("Set-Cookie"));
        Assert.DoesNotContain('/', Uri.UnescapeDataString(file.Content.Headers.ContentDisposition.FileNameStar ?? ""));
        Assert.DoesNotContain('\\', Uri.UnescapeDataString(file.Content.Headers.ContentDisposition.FileNameStar ?? ""));
        Assert.Empty(Directory.GetFiles(served.Store.Place.Folder, "*.txt"));
    }

    private static async Task<string> TokenAsync(HttpClient caller)
    {
        var page = await caller.GetStringAsync("/intake");
        var at = page.IndexOf("__RequestVerificationToken\" value=\"", StringComparison.Ordinal) + 35;
        return page[at..page.IndexOf('"', at)];
    }

    [Fact]
    public async Task The_host_that_was_asked_for_stands_in_no_link()
    {
        using var caller = served.Caller();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/agreements/register") { Headers = { Host = "evil.example" } };
        using var answer = await caller.SendAsync(request);
        Assert.DoesNotContain("evil.example", await answer.Content.ReadAsStringAsync());
        Assert.DoesNotContain("evil.example", answer.Headers.Location?.ToString() ?? "");
    }
}
