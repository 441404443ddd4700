using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Concordat.Agreements;
using Concordat.Names;
using Concordat.Organisations;
using Concordat.Reading.Dates;
using Concordat.Records;
using Concordat.Sources;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.Intake;

/// <summary>A field of the form that was not understood; the form shows again with what was typed.</summary>
public sealed record FormRefusal(string Field, string Code, string Message) : Refusal(Code, Message);

/// <summary>Registers an agreement from the short form in one commit, with new partners where the register does not know them.</summary>
public sealed class RegisterAgreement(Store store, Journal journal, TimeProvider clock)
{
    // Each time that the same form was registered and undone uses up one.
    private const int MostReturns = 100;

    /// <summary>The id of the new agreement; of the one made a moment ago, when the same form of a document, or the same showing of the form, is sent twice.</summary>
    /// <param name="batch">A name under which it is done once, for a program that sends the same again; then a second time is refused <c>desk.accepted-meanwhile</c>.</param>
    /// <returns>
    /// Refusals with the field: <c>register.title-missing</c>, <c>register.partner-missing</c>, <c>register.no-such-page</c>, <c>value.several-records</c>, <c>date.*</c>; and those of <see cref="Journal.SaveAsync"/>.
    /// </returns>
    public async Task<Outcome<Guid>> RunAsync(Actor by, AgreementForm form, DeskView? view, string? batch = null, CancellationToken stop = default)
    {
        if (Lacking(form, view) is { } lacking) return lacking;
        if (!Date("signed", form.Signed).TryGet(out var signed, out var refusal)) return refusal;
        if (!Date("ends", form.Ends).TryGet(out var ends, out refusal)) return refusal;
        await using var db = store.Read(Reader.Local);
        var evidence = new FormEvidence(form, view);
        if (!(await FormPartners.ReadAsync(db, form, evidence, clock, stop)).TryGet(out var partners, out refusal)) return refusal;
        var agreement = Ids.New(clock);
        var changes = new List<Change> { evidence.Value("title", Clip.Line(form.Title)) };
        if (form.Sort is { Length: > 0 } sort) changes.Add(evidence.Value("agreementSort", sort));
        if (signed is not null) changes.Add(evidence.Value("signed", signed));
        if (ends is not null) changes.Add(evidence.Value("ends", ends));
        changes.AddRange(partners.Parties);
        changes.AddRange(Office(form));
        var deed = new Deed(by, [.. partners.New, Edit.Create(agreement, AgreementKind.Name, changes)]);
        if (view is not null) deed = deed with { Workshop = [Dealt(view)] };
        if (batch is not null) return await SaveAsync(deed with { Batch = batch }, agreement, stop);
        return view is null && form.Showing is null ? await SaveAsync(deed, agreement, stop) : await OnceAsync(deed, agreement, form, stop);
    }

    private async Task<Outcome<Guid>> SaveAsync(Deed deed, Guid agreement, CancellationToken stop) =>
        (await journal.SaveAsync(deed, stop)).TryGet(out var saved, out var refusal) ? saved.Documents.IsEmpty ? DeskRefusals.AcceptedMeanwhile : agreement : refusal;

    /// <summary>The same form of the same document or showing makes one agreement, however often Enter is pressed; one that was undone can be made again.</summary>
    private async Task<Outcome<Guid>> OnceAsync(Deed deed, Guid agreement, AgreementForm form, CancellationToken stop)
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(CanonicalJson.Bytes(Json.Of(form))));
        for (var returns = 0; returns < MostReturns; returns++)
        {
            if (!(await journal.SaveAsync(deed with { Batch = $"register:{digest}:{returns}" }, stop)).TryGet(out var saved, out var refusal)) return refusal;
            if (!saved.Documents.IsEmpty) return agreement;
            if (await MadeAsync(form, stop) is { } made) return made;
        }

        return DeskRefusals.AcceptedMeanwhile;
    }

    private static FormRefusal? Lacking(AgreementForm form, DeskView? view)
    {
        if (Clip.Line(form.Title).Length == 0) return new("title", "register.title-missing", "A title is needed: what the paper calls itself will do.");
        if (form.Partners.All(p => Fold.Key(p).Length == 0)) return new("partner", "register.partner-missing", "At least one partner is needed.");
        var pages = view?.Source.As<Source>().Pages;
        return form.Page is { } page && (page < 1 || page > pages) ? new("page", "register.no-such-page", $"This document has {(pages is null ? "no such page" : pages == 1 ? "one page" : $"pages 1 to {pages}")}.") : null;
    }

    private Outcome<string?> Date(string field, string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed)) return (string?)null;
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return TypedDate.TryRead(typed, DateOrder.DayFirst, today, out var when, out var refusal) ? when.Text : new FormRefusal(field, refusal!.Code, refusal.Text);
    }

    /// <summary>The agreement of that title which has the document as a text, or was made after the form was shown; null when there is none any more.</summary>
    private async Task<Guid?> MadeAsync(AgreementForm form, CancellationToken stop)
    {
        await using var db = store.Read(Reader.Local);
        var title = Clip.Line(form.Title);
        if (form.Source is null) return await db.Agreements.Where(a => a.Title == title && a.Record > form.Showing).OrderBy(a => a.Record).Select(a => (Guid?)a.Record).FirstOrDefaultAsync(stop);
        return await db.Links.Where(l => l.Target == form.Source && l.Field == "texts/source").Join(db.Agreements.Where(a => a.Title == title), l => l.Record, a => a.Record, (l, a) => a.Record)
            .OrderByDescending(r => r).Select(r => (Guid?)r).FirstOrDefaultAsync(stop);
    }

    private IEnumerable<Change> Office(AgreementForm form)
    {
        if (Clip.Line(form.DeskOfficer ?? "") is { Length: > 0 } officer) yield return new Set("deskOfficer", officer);
        if (Clip.Line(form.FileNumber ?? "") is { Length: > 0 } number)
        {
            var reference = new FieldPath("references").Element(Ids.New(clock));
            yield return new Set(reference.Child("scheme"), "Our file");
            yield return new Set(reference.Child("text"), number);
        }

        if (form.Source is not { } source) yield break;
        var text = new FieldPath("texts").Element(Ids.New(clock));
        yield return new Set(text.Child("source"), source.ToString("D"));
    }

    private IntakeRow Dealt(DeskView view) => new() { Source = view.Source.Id, Title = view.Source.As<Source>().Title, State = "accepted", At = Entry.Microseconds(clock.GetUtcNow()) };
}

/// <summary>The partners of a form: parties of the agreement, and the organisations to be made for them.</summary>
internal sealed record FormPartners(ImmutableArray<Change> Parties, ImmutableArray<Edit> New)
{
    /// <summary>Names that mean the same organisation are one party.</summary>
    /// <returns>Refusal <c>value.several-records</c>.</returns>
    public static async Task<Outcome<FormPartners>> ReadAsync(ReadDb db, AgreementForm form, FormEvidence evidence, TimeProvider clock, CancellationToken stop)
    {
        var (parties, edits, seen) = (ImmutableArray.CreateBuilder<Change>(), ImmutableArray.CreateBuilder<Edit>(), new Dictionary<string, Guid>());
        var partners = new HashSet<Guid>();
        foreach (var name in form.Partners.Select(Clip.Line).Where(p => Fold.Key(p).Length > 0))
        {
            var found = await FindNamed.AllAsync(db, [OrganisationKind.Name], name, stop);
            var read = evidence.Known(name);
            // What the desk suggested is meant, where the name alone would leave it open.
            var known = found.Length == 1 ? found[0].Record : read?.Suggested is { } same && (found.IsEmpty || found.Any(f => f.Record == same.Record)) ? same.Record : (Guid?)null;
            if (known is null && found.Length > 1) return new FormRefusal("partner", "value.several-records", FindNamed.Several("Partner", name, found).Message);
            var key = read?.Key ?? Likeness.Key(name);
            if (known is null && !seen.TryGetValue(key, out var made))
            {
                seen[key] = made = Ids.New(clock);
                edits.Add(Edit.Create(made, OrganisationKind.Name, Organisation(name, read, evidence, clock)));
            }
            else made = known ?? seen[key];

            if (partners.Add(made)) parties.Add(evidence.Partner(new FieldPath("parties").Element(Ids.New(clock)).Child("organisation"), made.ToString("D"), name));
        }

        return new FormPartners(parties.ToImmutable(), edits.ToImmutable());
    }

    private static IEnumerable<Change> Organisation(string name, Proposal? read, FormEvidence evidence, TimeProvider clock)
    {
        yield return evidence.Partner(new FieldPath("names").Element(Ids.New(clock)).Child("text"), name, name);
        if (read?.Values.FirstOrDefault(v => v.Key == "acronym") is { } acronym && Fold.Key(acronym.Value) != Fold.Key(name)) yield return evidence.Of("acronym", acronym.Value, acronym.Evidence);
        if (read?.Values.FirstOrDefault(v => v.Key == "country") is { } country) yield return evidence.Of("country", country.Value, country.Evidence);
    }
}
