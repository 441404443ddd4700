using Concordat.Agreements;
using Concordat.Bodies;
using Concordat.Correspondence;
using Concordat.Meetings;
using Concordat.Names;
using Concordat.Organisations;
using Concordat.People;
using Concordat.Reading.Dates;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.Intake.Letters;

/// <summary>Fills the form of a letter from what the register knows of the record, the partner and the letters before.</summary>
public sealed class PrepareLetter(Store store, TimeProvider clock)
{
    private const int Before = 12;

    /// <param name="about">The record that it is about.</param>
    /// <param name="reply">The letter that it answers.</param>
    /// <param name="reminds">The letter of which it reminds; of a reminder, the letter behind it.</param>
    public async Task<WriteForm> RunAsync(LetterTemplate template, Guid? about, Guid? reply, Guid? reminds, CancellationToken stop = default)
    {
        await using var db = store.Read(Reader.Local);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var earlier = (reply ?? reminds) is { } id && await db.FindAsync(id, stop) is { Kind: CorrespondenceKind.Name, Gone: false } letter ? letter : null;
        var before = earlier?.As<Letter>();
        var subject = (before?.About.FirstOrDefault()?.Record ?? about) is { } what ? await db.FindAsync(what, stop) : null;
        var own = await Replies.OwnAsync(db, stop);
        var other = before is null ? await PartnerAsync(db, subject, own, stop) : before.Other();
        var (theirs, ours) = before is not null ? (before.OtherPerson(), before.Direction == CorrespondenceKind.In ? before.ToPerson : before.FromPerson) : (null, null);
        if (other is { } partner && (theirs is null || ours is null)) (theirs, ours) = await LastPeopleAsync(db, subject, partner, theirs, ours, stop);
        var people = await db.FindAsync([.. new[] { own, other, theirs, ours }.OfType<Guid>().Distinct()], stop);
        string? Name(Guid? of) => of is { } known && people.TryGetValue(known, out var document) ? Called(document) : null;
        var facts = Facts(subject, before, Name(theirs), Name(own));
        return new()
        {
            Template = template.Name, Showing = Ids.New(clock), From = Name(own), FromPerson = Name(ours), To = Name(other), ToPerson = Name(theirs), Place = own is { } office ? people.GetValueOrDefault(office)?.As<Organisation>().Place : null,
            Subject = Clip.To(template.Subject(facts), 400), Text = LetterTemplates.Text(template, facts), Sent = LetterDays.Say(today.ToString("yyyy-MM-dd")),
            ReplyDue = template.ReplyDays is { } days ? LetterDays.Say(today.AddDays(days).ToString("yyyy-MM-dd")) : null, DeskOfficer = before?.DeskOfficer ?? subject?.TextAt("deskOfficer"),
            About = before is not null ? [.. before.About.Select(a => a.Record).Distinct()] : subject is null ? [] : [subject.Id],
            OurReference = Number(before, CorrespondenceKind.Ours) ?? facts.Number, TheirReference = Number(before, CorrespondenceKind.Theirs), RepliesTo = reply is null ? null : earlier?.Id, RemindsOf = reply is not null || earlier is null ? null : before!.RemindsOf ?? earlier.Id,
        };
    }

    private static string? Number(Letter? letter, string scheme) => letter?.References.FirstOrDefault(r => r.Scheme == scheme)?.Text;

    private static string Called(Document document) => document.Kind == PersonKind.Name && document.As<Person>() is { } person
        ? person.Honorific is { Length: > 0 } honorific ? $"{honorific} {person.Name}" : person.Name : Kinds.Of(document.Kind).Head(document).Title;

    private static LetterFacts Facts(Document? subject, Letter? before, string? addressee, string? own)
    {
        var facts = new LetterFacts
        {
            Addressee = addressee, Own = own, Kind = subject?.Kind, Title = subject is null ? null : Kinds.Of(subject.Kind).Head(subject).Title,
            Earlier = before?.Title, EarlierDay = LetterDays.Say(before?.Sent ?? before?.Received), EarlierNumber = Number(before, before?.Direction == CorrespondenceKind.In ? CorrespondenceKind.Theirs : CorrespondenceKind.Ours),
        };
        return subject?.Kind switch
        {
            AgreementKind.Name when subject.As<Agreement>() is { } it => facts with { Number = it.References.FirstOrDefault()?.Text, Signed = LetterDays.Say(it.Signed), Ends = LetterDays.Say(it.Ends) },
            MeetingKind.Name when subject.As<Meeting>() is { } it => facts with { Dates = Span.TryParse(it.Dates, out var span) ? span.Say() : null, Place = it.Place },
            _ => facts,
        };
    }

    /// <summary>The other side of the record: the first party, side or host that is not ours.</summary>
    private static async Task<Guid?> PartnerAsync(ReadDb db, Document? subject, Guid? own, CancellationToken stop)
    {
        switch (subject?.Kind)
        {
            case OrganisationKind.Name: return subject.Id;
            case PersonKind.Name: return subject.As<Person>().Appointments.LastOrDefault(a => a.Organisation is not null)?.Organisation;
            case BodyKind.Name: return Others(subject.As<Body>().Sides.Select(s => s.Organisation), own);
            case AgreementKind.Name: return Others(subject.As<Agreement>().Parties.Select(p => p.Organisation), own);
            case MeetingKind.Name:
                var it = subject.As<Meeting>();
                var sides = it.Body is { } body && await db.FindAsync(body, stop) is { } of ? of.As<Body>().Sides.Select(s => s.Organisation) : [];
                return Others(it.Chairs.Select(c => c.Organisation).Concat([it.Host]).OfType<Guid>().Concat(sides), own);
            default: return null;
        }
    }

    private static Guid? Others(IEnumerable<Guid> sides, Guid? own) => sides.Where(s => s != own).Select(s => (Guid?)s).FirstOrDefault();

    /// <summary>Whom we wrote to at the partner last, and who signed for us: on this very matter, else on any.</summary>
    private static async Task<(Guid? Theirs, Guid? Ours)> LastPeopleAsync(ReadDb db, Document? subject, Guid partner, Guid? theirs, Guid? ours, CancellationToken stop)
    {
        var ids = new[] { subject is null || subject.Id == partner ? [] : await Replies.LatestAsync(db, subject.Id, Before, stop), await Replies.LatestAsync(db, partner, Before, stop) }.SelectMany(l => l).Select(l => l.Letter.Record).Distinct().ToList();
        var letters = (await db.FindAsync(ids, stop)).Values.OrderBy(d => ids.IndexOf(d.Id)).Select(d => d.As<Letter>()).Where(l => l.Other() == partner).ToList();
        return (theirs ?? letters.Select(l => l.OtherPerson()).FirstOrDefault(p => p is not null), ours ?? letters.Select(l => l.Direction == CorrespondenceKind.In ? l.ToPerson : l.FromPerson).FirstOrDefault(p => p is not null));
    }
}
