using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Concordat.Agreements;
using Concordat.Names;
using Concordat.Organisations;
using Concordat.Reading.Dates;
using Concordat.Sources;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.Intake;

/// <summary>The short form: what an office knows of an agreement when its paper arrives.</summary>
public sealed record AgreementForm
{
    public string Title { get; init; } = "";
    public string? Sort { get; init; }
    /// <summary>Names as typed; one that the register knows is linked, another makes an organisation.</summary>
    public ImmutableArray<string> Partners { get; init; } = [];
    /// <summary>As people type dates.</summary>
    public string? Signed { get; init; }
    public string? Ends { get; init; }
    public string? DeskOfficer { get; init; }
    public string? FileNumber { get; init; }
    /// <summary>The document that arrived, when there is one.</summary>
    public Guid? Source { get; init; }
    /// <summary>Page of the document that shows the values, where it has no text to quote; from 1.</summary>
    public int? Page { get; init; }

    /// <summary>The form as filled from what a document says; values that it does not say are empty.</summary>
    public static AgreementForm From(DeskView view)
    {
        if (Main(view) is not { } main) return new() { Source = view.Source.Id, Title = view.Source.As<Source>().Title };
        string? Value(string key) => main.Values.FirstOrDefault(v => v.Key == key)?.Value;
        return new()
        {
            Source = view.Source.Id, Title = Value("title") ?? main.Title, Sort = Value("agreementSort"), Signed = Say(Value("signed")), Ends = Say(Value("ends")),
            Partners = [.. main.Values.Where(v => v.List == "parties").Select(v => view.Proposals.First(p => p.Key == v.Value)).Select(p => p.Suggested?.Title ?? p.Title)],
        };
    }

    /// <summary>The agreement that the document is most likely about: the one with most parties.</summary>
    internal static Proposal? Main(DeskView? view) =>
        view?.Proposals.Where(p => p.Kind == AgreementKind.Name).MaxBy(p => p.Values.Count(v => v.List == "parties"));

    private static string? Say(string? edtf) => When.TryParse(edtf, out var when) ? when.Say() : null;
}

/// <summary>A field of the form that was not understood; the form shows again with what was typed.</summary>
public sealed record FormRefusal(string Field, string Code, string Message) : Refusal(Code, Message);

/// <summary>Registers an agreement from the short form in one commit, with new partners where the register does not know them.</summary>
public sealed class RegisterAgreement(Store store, Journal journal, TimeProvider clock)
{
    /// <summary>The id of the new agreement.</summary>
    /// <returns>Refusals <c>register.title-missing</c>, <c>register.partner-missing</c>, <c>date.*</c> (with the field), and those of <see cref="Journal.SaveAsync"/>.</returns>
    public async Task<Outcome<Guid>> RunAsync(Actor by, AgreementForm form, DeskView? view, CancellationToken stop = default)
    {
        var partners = form.Partners.Select(p => p.Trim()).Where(p => p.Length > 0).DistinctBy(Fold.Key).ToList();
        if (string.IsNullOrWhiteSpace(form.Title)) return new FormRefusal("title", "register.title-missing", "A title is needed: what the paper calls itself will do.");
        if (partners.Count == 0) return new FormRefusal("partner", "register.partner-missing", "At least one partner is needed.");
        if (!Date("signed", form.Signed).TryGet(out var signed, out var refusal)) return refusal;
        if (!Date("ends", form.Ends).TryGet(out var ends, out refusal)) return refusal;
        var evidence = new FormEvidence(form, view);
        var (agreement, edits) = (Ids.New(clock), ImmutableArray.CreateBuilder<Edit>());
        var changes = new List<Change> { evidence.Change("title", form.Title.Trim()) };
        if (form.Sort is { Length: > 0 } sort) changes.Add(evidence.Change("agreementSort", sort));
        if (signed is not null) changes.Add(evidence.Change("signed", signed));
        if (ends is not null) changes.Add(evidence.Change("ends", ends));
        foreach (var partner in partners) changes.Add(await PartyAsync(partner, evidence, edits, stop));
        changes.AddRange(Office(form));
        edits.Add(Edit.Create(agreement, AgreementKind.Name, changes));
        ImmutableArray<object> workshop = view is null ? [] : [new IntakeRow { Source = view.Source.Id, Title = view.Source.As<Source>().Title, State = "accepted", At = Entry.Microseconds(clock.GetUtcNow()) }];
        var saved = await journal.SaveAsync(new Deed(by, edits.ToImmutable()) { Workshop = workshop }, stop);
        return saved.Done ? agreement : saved.Refusal!;
    }

    private Outcome<string?> Date(string field, string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed)) return (string?)null;
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return TypedDate.TryRead(typed, DateOrder.DayFirst, today, out var when, out var refusal) ? when.Text : new FormRefusal(field, refusal!.Code, refusal.Text);
    }

    private async Task<Change> PartyAsync(string name, FormEvidence evidence, ImmutableArray<Edit>.Builder edits, CancellationToken stop)
    {
        await using var db = store.Read(Reader.Local);
        var key = Fold.Key(name);
        var known = await db.Known.Where(k => k.Key == key && k.Kind == OrganisationKind.Name && k.Sort != "word").Select(k => k.Record).Distinct().Take(2).ToListAsync(stop);
        var organisation = known.Count > 0 ? known[0] : Ids.New(clock);
        if (known.Count == 0) edits.Add(Edit.Create(organisation, OrganisationKind.Name, [evidence.Change($"names/{Ids.New(clock)}/text", name)]));
        return evidence.Change($"parties/{Ids.New(clock)}/organisation", organisation.ToString("D"), name);
    }

    private IEnumerable<Change> Office(AgreementForm form)
    {
        if (form.DeskOfficer?.Trim() is { Length: > 0 } officer) yield return new Set("deskOfficer", officer);
        if (form.FileNumber?.Trim() is { Length: > 0 } number)
        {
            var reference = new FieldPath("references").Element(Ids.New(clock));
            yield return new Set(reference.Child("scheme"), "Our file");
            yield return new Set(reference.Child("text"), number);
        }

        if (form.Source is not { } source) yield break;
        var text = new FieldPath("texts").Element(Ids.New(clock));
        yield return new Set(text.Child("source"), source.ToString("D"));
    }
}

/// <summary>The evidence of a value of the form: the quote when the document says just this, else the page that a person pointed at, else none.</summary>
internal sealed class FormEvidence(AgreementForm form, DeskView? view)
{
    private readonly Proposal? _read = AgreementForm.Main(view);

    /// <param name="shown">What the document would say, where the stored value is an id.</param>
    public Change Change(string path, string value, string? shown = null) => Of(path, value, shown) is { } citation
        ? new Witness(path, JsonValue.Create(value), citation) : new Set(path, JsonValue.Create(value));

    private Citation? Of(string path, string value, string? shown)
    {
        if (view is null) return null;
        if (Quote(path, value, shown) is { } evidence)
            return new()
            {
                Source = view.Source.Id, Text = view.Reading?.Digest, Start = evidence.Place.Start, Length = evidence.Place.Length, Quote = evidence.Quote,
                Page = Desk.PageAt(view.Reading)(evidence.Place.Start) is var page and > 0 ? page : null,
            };
        return form.Page is { } pointed ? new() { Source = view.Source.Id, Page = pointed } : null;
    }

    private Evidence? Quote(string path, string value, string? shown)
    {
        if (shown is not null || path.StartsWith("names/", StringComparison.Ordinal))
            return view!.Proposals.FirstOrDefault(p => p.Kind == OrganisationKind.Name && Fold.Key(p.Title) == Fold.Key(shown ?? value))?.Evidence
                ?? view.Proposals.FirstOrDefault(p => p.Kind == OrganisationKind.Name && Fold.Key(p.Suggested?.Title ?? "") == Fold.Key(shown ?? value))?.Evidence;
        return _read?.Values.FirstOrDefault(v => v.Key == path && v.Value == value)?.Evidence;
    }
}
