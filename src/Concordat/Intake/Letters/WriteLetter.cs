using System.Collections.Immutable;
using Concordat.Correspondence;
using Concordat.Names;
using Concordat.Organisations;
using Concordat.People;
using Concordat.Reading.Dates;
using Concordat.Records;
using Concordat.Storage;

namespace Concordat.Intake.Letters;

/// <summary>Makes a letter as a Word file, keeps it as a source, and logs it as sent.</summary>
public sealed class WriteLetter(Store store, TakeIn takeIn, Desk desk, LogLetter log, TimeProvider clock)
{
    /// <summary>The id of the logged letter; the same showing of the form makes one, however often it is sent.</summary>
    /// <param name="batch">As of <see cref="LogLetter.RunAsync"/>.</param>
    /// <returns>
    /// Refusals with the field: <c>letter.from-missing</c>, <c>letter.to-missing</c>, <c>letter.subject-missing</c>, <c>letter.text-missing</c>, <c>letter.text-too-long</c>, <c>letter.unfilled</c>, <c>letter.due-missing</c>,
    /// <c>letter.not-a-day</c>, <c>date.*</c>, <c>value.*</c>; and those of <see cref="TakeIn.RunAsync"/> and <see cref="LogLetter.RunAsync"/>.
    /// </returns>
    public async Task<Outcome<Guid>> RunAsync(Actor by, WriteForm form, string? batch = null, CancellationToken stop = default)
    {
        if (Lacking(form) is { } lacking) return lacking;
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        if (!LetterDays.One("sent", form.Sent ?? LetterDays.Say(today.ToString("yyyy-MM-dd")), today).TryGet(out var typed, out var refusal)) return refusal;
        if (!LetterDays.One("due", form.ReplyDue, today).TryGet(out var due, out refusal)) return refusal;
        if (!When.TryParse(typed, out var sent) || sent.Lo != sent.Hi) return new FormRefusal("sent", "letter.not-a-day", "A letter bears one day. Name it, for instance 13 Feb 2027.");
        if (due is null && form.Text.Contains(LetterTemplates.ReplyDue, StringComparison.Ordinal))
            return new FormRefusal("due", "letter.due-missing", $"The text asks for a reply by {LetterTemplates.ReplyDue}. Name the day, or take that sentence out.");
        var draft = await DraftAsync(form, sent, due, stop);
        if (await log.CheckAsync(Logged(form, draft, null), stop) is { } wrong) return wrong;
        var file = new Incoming(WriteDocx.Bytes(draft), $"{draft.Day:yyyy-MM-dd} {Plain(draft.Subject)}.docx", WriteDocx.MediaType) { Title = draft.Subject, Outlet = draft.Office, Published = sent.Text, Sort = "letter" };
        if (!(await takeIn.RunAsync(by, file, stop)).TryGet(out var taken, out refusal)) return refusal;
        if (!(await desk.ShowAsync(Reader.Local, taken.Source, stop)).TryGet(out var view, out refusal)) return refusal;
        return await log.RunAsync(by, Logged(form, draft, view.Source.Id), view, batch, stop);
    }

    private static FormRefusal? Lacking(WriteForm form)
    {
        if (Clip.Line(form.From ?? "").Length == 0) return new("from", "letter.from-missing", "Name our office: it stands in the letterhead. The next letter has it filled in.");
        if (Clip.Line(form.To ?? "").Length == 0 && Clip.Line(form.ToPerson ?? "").Length == 0) return new("to", "letter.to-missing", "Name whom the letter goes to: an organisation, a person, or both.");
        if (Clip.Line(form.Subject).Length == 0) return new("subject", "letter.subject-missing", "A subject is needed: a few words on what it is about will do.");
        if (form.Text.Trim().Length == 0) return new("text", "letter.text-missing", "The letter has no words yet.");
        if (form.Text.Length > 40_000) return new("text", "letter.text-too-long", "The text of a letter may have at most 40,000 characters. Put the rest into an enclosure.");
        if (LetterTemplates.Unfilled(form.Subject) is { } inSubject) return new("subject", "letter.unfilled", $"The subject still says “{inSubject}”. Fill it in, or take it out.");
        return LetterTemplates.Unfilled(form.Text) is { } open ? new("text", "letter.unfilled", $"The text still says “{open}”. Fill it in, or take it out.") : null;
    }

    private async Task<LetterDraft> DraftAsync(WriteForm form, When sent, string? due, CancellationToken stop)
    {
        await using var db = store.Read(Reader.Local);
        var (office, partner) = (await KnownAsync(db, OrganisationKind.Name, form.From, stop), await KnownAsync(db, OrganisationKind.Name, form.To, stop));
        var (signs, gets) = (await KnownAsync(db, PersonKind.Name, LetterSides.Split(Clip.Line(form.FromPerson ?? "")).Name, stop), await KnownAsync(db, PersonKind.Name, LetterSides.Split(Clip.Line(form.ToPerson ?? "")).Name, stop));
        var day = DateOnly.FromDateTime(DateTime.UnixEpoch).AddDays((int)Math.Clamp(sent.Lo, -700_000, 2_900_000));
        var own = office?.As<Organisation>();
        return new()
        {
            Office = own?.Names[0].Text ?? Clip.Line(form.From!), OfficeLines = Lines(string.Join(", ", new[] { own?.Place, Country(own) }.OfType<string>()), own?.Website), Day = day,
            OurReference = Line(form.OurReference), TheirReference = Line(form.TheirReference), PlaceAndDay = Line(form.Place) is { } place ? $"{place}, {sent.Say()}" : sent.Say(),
            Addressee = [.. Lines([.. PersonLines(gets, partner?.Id, form.ToPerson)]), .. OrganisationLines(partner, form.To)], Subject = Clip.To(Clip.Line(form.Subject), 400),
            Text = form.Text.Replace(LetterTemplates.ReplyDue, LetterDays.Say(due) ?? "", StringComparison.Ordinal), Signatory = Lines([.. PersonLines(signs, office?.Id, form.FromPerson)]),
        };
    }

    private static async Task<Document?> KnownAsync(ReadDb db, string kind, string? name, CancellationToken stop)
    {
        if (Line(name) is not { } typed || await FindNamed.AllAsync(db, [kind], typed, stop) is not [var found]) return null;
        return await db.FindAsync(found.Record, stop);
    }

    /// <summary>Name as called, then the office held at the organisation; what is not known is left out.</summary>
    private static IEnumerable<string?> PersonLines(Document? known, Guid? organisation, string? typed)
    {
        if (known?.As<Person>() is not { } person) return [Line(typed)];
        var role = (person.Appointments.LastOrDefault(a => a.Organisation == organisation && organisation is not null) ?? person.Appointments.LastOrDefault())?.Role;
        return [person.Honorific is { Length: > 0 } honorific ? $"{honorific} {person.Name}" : person.Name, role];
    }

    private static ImmutableArray<string> OrganisationLines(Document? known, string? typed)
    {
        var it = known?.As<Organisation>();
        return it is null ? Lines(Line(typed)) : Lines(it.Names[0].Text, it.Place, Country(it));
    }

    private static string? Country(Organisation? of) => of?.Country is { } code ? Countries.Name(code) : null;

    private static ImmutableArray<string> Lines(params string?[] lines) => [.. lines.Where(l => !string.IsNullOrWhiteSpace(l)).OfType<string>()];

    private static string? Line(string? typed) => Clip.Line(typed ?? "") is { Length: > 0 } line ? line : null;

    /// <summary>A file name that every system takes.</summary>
    private static string Plain(string subject) => Clip.ToWords(string.Concat(subject.Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or ',')).Trim() is { Length: > 0 } plain ? plain : "letter", 60).TrimEnd('…');

    private static LogForm Logged(WriteForm form, LetterDraft draft, Guid? source) => new()
    {
        Source = source, Showing = form.Showing, Subject = draft.Subject, Direction = CorrespondenceKind.Out, Sort = LetterTemplates.Find(form.Template)?.Sort ?? "letter", From = form.From, FromPerson = form.FromPerson, To = form.To, ToPerson = form.ToPerson,
        Sent = form.Sent ?? draft.Day.ToString("yyyy-MM-dd"), OurReference = form.OurReference, TheirReference = form.TheirReference, ReplyDue = form.ReplyDue, DeskOfficer = form.DeskOfficer, About = form.About, RepliesTo = form.RepliesTo, RemindsOf = form.RemindsOf,
    };
}
