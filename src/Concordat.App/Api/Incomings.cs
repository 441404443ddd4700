using System.Text;
using Concordat.App.Intake;
using Concordat.App.Shell;
using Concordat.Intake;
using Concordat.Reading.Dates;
using Concordat.Sources;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Concordat.App.Api;

/// <summary>The body that takes a text in.</summary>
/// <param name="Published">EDTF.</param>
/// <param name="Kind">One of the kinds of source.</param>
internal sealed record TakingText(string Text, string? Title = null, string? Outlet = null, string? Address = null, string? Published = null, string? Kind = null);

/// <summary>A form with one file.</summary>
internal sealed record SentForm(IFormCollection Fields)
{
    public IFormFile File => Fields.Files[0];

    public string? this[string name] => Fields.TryGetValue(name, out var value) && PostedForm.Clean(value.ToString()).Trim() is { Length: > 0 } text ? text : null;
}

/// <summary>Reads documents as they are sent: a text in JSON, or one file in a form.</summary>
internal static class Incomings
{
    /// <summary>A text of 5 MB, every sign of it written as an escape of two.</summary>
    private const int MostText = 12 * 1024 * 1024;

    /// <summary>Sent along with a file: a page of another site cannot send it without being asked back, and gets no answer then.</summary>
    public const string Client = "Concordat-Client";

    /// <returns>Refusals <c>request.*</c>, <c>source.no-file</c>, <c>value.not-a-choice</c>, <c>date.not-understood</c>.</returns>
    public static async Task<Outcome<Incoming>> ReadAsync(Call call)
    {
        if (IsForm(call.Request)) return await FileAsync(call);
        if (!(await Body.ReadAsync<TakingText>(call, MostText)).TryGet(out var sent, out var refusal)) return refusal;
        var told = sent.Value;
        return Told(new(Encoding.UTF8.GetBytes(told.Text), "pasted.txt", "text/plain"), told.Title, told.Outlet, told.Address, told.Published, told.Kind);
    }

    /// <summary>One file in a form, and what is told of it in fields of these names.</summary>
    /// <returns>Refusals <c>request.cross-site</c>, <c>source.no-file</c>, <c>request.wrong-member</c>.</returns>
    public static async Task<Outcome<SentForm>> FormAsync(Call call, params string[] known)
    {
        if (call.Request.Headers[Client].Count == 0) return new Refusal("request.cross-site", $"A file is taken with the header {Client} (any value): it shows that no form of a web page sent it.");
        if (call.Context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } most) most.MaxRequestBodySize = ConcordatApp.MaxBody;
        var form = await PostedForm.FormAsync(call.Context);
        if (form.Files.Count != 1) return new Refusal("source.no-file", $"Send one file at a time; {(form.Files.Count == 0 ? "none" : $"{form.Files.Count}")} came.");
        if (form.Keys.FirstOrDefault(k => !known.Contains(k)) is { } unknown) return new Refusal("request.wrong-member", $"In the form, “{Concordat.Names.Clip.To(PostedForm.Clean(unknown), 60)}” is not known here.");
        return new SentForm(form);
    }

    /// <summary>True for a form that may hold a file.</summary>
    public static bool IsForm(HttpRequest request) => MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase);

    private static async Task<Outcome<Incoming>> FileAsync(Call call)
    {
        if (!(await FormAsync(call, "title", "outlet", "address", "published", "kind")).TryGet(out var form, out var refusal)) return refusal;
        return Told(await Uploads.ReadAsync(form.File, call.Stop), form["title"], form["outlet"], form["address"], form["published"], form["kind"]);
    }

    private static Outcome<Incoming> Told(Incoming incoming, string? title, string? outlet, string? address, string? published, string? kind)
    {
        if (published is not null && !When.TryParse(published, out _)) return new Refusal("date.not-understood", "published: this is not a date in EDTF, for instance 2026-03-12.");
        if (kind is not null && SourceKind.Sorts.All(s => s.Value != kind)) return new Refusal("value.not-a-choice", $"kind: choose one of {string.Join(", ", SourceKind.Sorts.Select(s => s.Value))}.");
        return incoming with { Title = title, Outlet = outlet, Address = address, Published = published, Sort = kind };
    }
}
