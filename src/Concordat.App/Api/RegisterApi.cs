using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Concordat.Agreements;
using Concordat.App.Shell;
using Concordat.Intake;

namespace Concordat.App.Api;

/// <summary>The body of the short form.</summary>
/// <param name="Partners">Names; one that the register knows is linked, another makes an organisation.</param>
/// <param name="Signed">As people type dates.</param>
/// <param name="Ends">As people type dates.</param>
/// <param name="Source">The document that arrived, when there is one.</param>
/// <param name="Page">Page of the document that shows the values, where it has no text to quote.</param>
internal sealed record Registering(
    string Title, ImmutableArray<string> Partners, string? Kind = null, string? Signed = null, string? Ends = null, string? DeskOfficer = null, string? FileNumber = null, Guid? Source = null, int? Page = null);

/// <summary>Registers an agreement from what an office knows when its paper arrives.</summary>
internal static class RegisterApi
{
    private const int MostPartners = 40;

    public static Operation Register { get; } = new("POST", "/api/agreements/register", "registerAgreement", "Register an agreement", RegisterAsync)
    {
        Tag = "Agreements", HasKey = true, Gives = [new(201, "The new agreement.", "Agreement") { Tagged = true, Located = true }],
        Says = "The short form: a title and one partner are enough. Partners are given by name; one that the register does not know is made. With a source, what the document says is cited.",
        Takes = [new("application/json", "Registering", new JsonObject { ["title"] = "Memorandum of Understanding on low-noise propulsion", ["partners"] = new JsonArray("Northfield Technical University"), ["kind"] = "mou", ["signed"] = "10 March 2026" })],
        Refuses = ["register.title-missing", "register.partner-missing", "register.no-such-page", "value.several-records", "value.not-a-choice", "date", "record.not-found", "desk.accepted-meanwhile", "record.value-too-long"],
    };

    private static async Task<IResult> RegisterAsync(Call call)
    {
        if (!(await Body.ReadAsync<Registering>(call)).TryGet(out var sent, out var refusal)) return Reply.Refuse(refusal);
        if (!Once.Of(call, sent.Bytes).TryGet(out var once, out refusal)) return Reply.Refuse(refusal);
        var told = sent.Value;
        if (told.Partners.Length > MostPartners) return Reply.Refuse(new("request.wrong-member", $"At most {MostPartners} partners are taken at once."));
        if (told.Kind is not null && AgreementKind.Sorts.All(s => s.Value != told.Kind)) return Reply.Refuse(new("value.not-a-choice", $"kind: choose one of {string.Join(", ", AgreementKind.Sorts.Select(s => s.Value))}."));
        DeskView? view = null;
        if (told.Source is { } source && !(await call.Get<Desk>().ShowAsync(Reader.Local, source, call.Stop)).TryGet(out view, out refusal)) return Reply.Refuse(refusal);
        var form = new AgreementForm
        {
            Title = told.Title, Partners = told.Partners, Sort = told.Kind, Signed = told.Signed, Ends = told.Ends, DeskOfficer = told.DeskOfficer, FileNumber = told.FileNumber, Source = told.Source, Page = told.Page,
        };
        return await once.DoAsync(call, batch => SaveAsync(call, form, view, batch), made => RecordJson.Answer(made.First(d => d.Kind == AgreementKind.Name), 201));
    }

    private static async Task<Outcome<Saved>> SaveAsync(Call call, AgreementForm form, DeskView? view, string? batch)
    {
        var made = await call.Get<RegisterAgreement>().RunAsync(Actor.Local, form, view, batch, call.Stop);
        // Another request with the same key was quicker: what it made is the answer.
        if (batch is not null && made.Refusal == DeskRefusals.AcceptedMeanwhile) return new Saved(0, []);
        if (!made.TryGet(out var agreement, out var refusal)) return refusal;
        call.Get<RailCounts>().Forget();
        await using var db = call.Read();
        return await db.VersionAsync(agreement, 1, call.Stop) is { } document ? new Saved(0, [document]) : JournalRefusals.NotFound(agreement);
    }
}
