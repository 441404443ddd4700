using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Concordat.Correspondence;
using Concordat.Names;
using Concordat.Records;
using Concordat.Sources;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.Intake.Letters;

/// <summary>Logs a letter from the short form in one commit, with organisations and people that the register does not know yet.</summary>
public sealed class LogLetter(Store store, Journal journal, TimeProvider clock)
{
    // Each time that the same form was logged and undone uses up one.
    private const int MostReturns = 100;

    /// <summary>The id of the letter; of the one made a moment ago, when the same showing of the form is sent twice.</summary>
    /// <param name="view">The document at the desk, when the form has one; it does not wait there any more.</param>
    /// <param name="batch">As of <see cref="Deed.Batch"/>, for a form without a showing: where it was done before, the id is of no record.</param>
    /// <returns>Refusals with the field: <c>letter.subject-missing</c>, <c>letter.direction-missing</c>, <c>value.several-records</c>, <c>value.not-a-record</c>, <c>date.*</c>; and those of <see cref="Journal.SaveAsync"/>.</returns>
    public async Task<Outcome<Guid>> RunAsync(Actor by, LogForm form, DeskView? view, string? batch = null, CancellationToken stop = default)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        if (Clip.Line(form.Subject).Length == 0) return new FormRefusal("subject", "letter.subject-missing", "A subject is needed: a few words on what it is about will do.");
        if (CorrespondenceKind.Directions.All(d => d.Value != form.Direction)) return new FormRefusal("direction", "letter.direction-missing", "Say whether it came in or went out; the document does not tell.");
        if (!LetterDays.Read(form, today).TryGet(out var days, out var refusal)) return refusal;
        await using var db = store.Read(Reader.Local);
        var said = view is null ? null : await LetterSource.OfAsync(store, view, today, stop);
        var sides = new LetterSides(db, clock);
        if (!(await SidesAsync(sides, form, stop)).TryGet(out var changes, out refusal)) return refusal;
        if (!(await AboutAsync(db, form, stop)).TryGet(out var about, out refusal)) return refusal;
        var letter = Ids.New(clock);
        List<Edit> edits = [.. sides.New, Edit.Create(letter, CorrespondenceKind.Name, [.. Values(form, days, said), .. changes, .. about])];
        if (view is { } shown && shown.Source.As<Source>().SourceSort is null) edits.Add(Edit.Of(shown.Source, new Set("sourceSort", "letter")));
        var deed = new Deed(by, [.. edits]) { Workshop = view is null ? [] : [Dealt(view)], Batch = batch };
        return form.Showing is null ? (await journal.SaveAsync(deed, stop)).TryGet(out _, out refusal) ? letter : refusal : await OnceAsync(deed, letter, form, stop);
    }

    /// <summary>What <see cref="RunAsync"/> would refuse of the names and days typed, before anything is kept; null when it would not.</summary>
    internal async Task<Refusal?> CheckAsync(LogForm form, CancellationToken stop)
    {
        await using var db = store.Read(Reader.Local);
        return LetterDays.Read(form, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)).Refusal ?? (await SidesAsync(new(db, clock), form, stop)).Refusal ?? (await AboutAsync(db, form, stop)).Refusal;
    }

    private IEnumerable<Change> Values(LogForm form, LetterDays days, LetterSource? said)
    {
        yield return LetterSource.Say(said, "title", Clip.To(Clip.Line(form.Subject), 400));
        yield return new Set("direction", form.Direction);
        if (form.Sort is { Length: > 0 } sort) yield return new Set("letterSort", sort);
        if (days.Sent is { } sent) yield return LetterSource.Say(said, "sent", sent);
        if (days.Received is { } received) yield return new Set("received", received);
        if (days.ReplyDue is { } due) yield return LetterSource.Say(said, "replyDue", due);
        var isIn = form.Direction == CorrespondenceKind.In;
        foreach (var change in Reference(CorrespondenceKind.Ours, form.OurReference, said, isIn ? "reader" : "sender").Concat(Reference(CorrespondenceKind.Theirs, form.TheirReference, said, isIn ? "sender" : "reader"))) yield return change;
        if (form.Source is { } source) yield return new Set("source", source.ToString("D"));
        if (form.RepliesTo is { } answered) yield return new Set("repliesTo", answered.ToString("D"));
        if (form.RemindsOf is { } reminded) yield return new Set("remindsOf", reminded.ToString("D"));
        if (Clip.Line(form.DeskOfficer ?? "") is { Length: > 0 } officer) yield return new Set("deskOfficer", Clip.To(officer, 120));
    }

    private IEnumerable<Change> Reference(string scheme, string? typed, LetterSource? said, string field)
    {
        if (Clip.Line(typed ?? "") is not { Length: > 0 } number) yield break;
        var reference = new FieldPath("references").Element(Ids.New(clock));
        yield return new Set(reference.Child("scheme"), scheme);
        yield return LetterSource.Say(said, reference.Child("text"), Clip.To(number, 120), field);
    }

    private static async Task<Outcome<List<Change>>> SidesAsync(LetterSides sides, LogForm form, CancellationToken stop)
    {
        var changes = new List<Change>();
        foreach (var (field, path, label, typed) in new[] { ("from", "fromOrganisation", "From", form.From), ("to", "toOrganisation", "To", form.To) })
        {
            if (!(await sides.OrganisationAsync(field, label, typed, stop)).TryGet(out var id, out var refusal)) return refusal;
            if (id is { } organisation) changes.Add(new Set(path, organisation.ToString("D")));
        }

        foreach (var (field, path, label, typed) in new[] { ("fromPerson", "fromPerson", "Signed by", form.FromPerson), ("toPerson", "toPerson", "For the attention of", form.ToPerson) })
        {
            if (!(await sides.PersonAsync(field, label, typed, stop)).TryGet(out var id, out var refusal)) return refusal;
            if (id is { } person) changes.Add(new Set(path, person.ToString("D")));
        }

        return changes;
    }

    private async Task<Outcome<List<Change>>> AboutAsync(ReadDb db, LogForm form, CancellationToken stop)
    {
        var records = form.About.Distinct().ToList();
        if (form.AlsoAbout is { } typed && Clip.Line(typed) is { Length: > 0 } name)
        {
            var found = await FindNamed.AllAsync(db, [], name, stop);
            if (found.Length != 1)
                return new FormRefusal("also", found.IsEmpty ? "value.not-a-record" : "value.several-records", found.IsEmpty ? $"No record is called “{name}”. Register it first, or leave this empty." : FindNamed.Several("About", name, found).Message);
            records.Add(found[0].Record);
        }

        return records.Distinct().Select(r => (Change)new Set(new FieldPath("about").Element(Ids.New(clock)).Child("record"), JsonValue.Create(r.ToString("D")))).ToList();
    }

    /// <summary>The same showing makes one letter, however often Enter is pressed; one that was undone can be made again.</summary>
    private async Task<Outcome<Guid>> OnceAsync(Deed deed, Guid letter, LogForm form, CancellationToken stop)
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(CanonicalJson.Bytes(Json.Of(form))));
        for (var returns = 0; returns < MostReturns; returns++)
        {
            if (!(await journal.SaveAsync(deed with { Batch = $"letter:{digest}:{returns}" }, stop)).TryGet(out var saved, out var refusal)) return refusal;
            if (!saved.Documents.IsEmpty) return letter;
            await using var db = store.Read(Reader.Local);
            var title = Clip.To(Clip.Line(form.Subject), 400);
            var made = await db.Correspondence.Where(l => l.Title == title && l.Record > form.Showing).OrderBy(l => l.Record).Select(l => (Guid?)l.Record).FirstOrDefaultAsync(stop);
            if (made is { } there) return there;
        }

        return DeskRefusals.AcceptedMeanwhile;
    }

    private IntakeRow Dealt(DeskView view) => new() { Source = view.Source.Id, Title = view.Source.As<Source>().Title, State = "accepted", At = Entry.Microseconds(clock.GetUtcNow()) };
}
