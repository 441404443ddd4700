using System.Collections.Immutable;
using Concordat.Agreements;
using Concordat.Bodies;
using Concordat.Correspondence;
using Concordat.Meetings;
using Concordat.Names;
using Concordat.Organisations;
using Concordat.Records;
using Concordat.Sources.Extraction;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.Intake.Letters;

/// <summary>Fills the short form with what a document says, and with what the register knows around the record that it is about.</summary>
public sealed class PrepareLog(Store store, TimeProvider clock)
{
    private const int MostAround = 40, MostProposed = 5, HeadLines = 25;

    /// <param name="view">The document at the desk, or null.</param>
    /// <param name="about">The record on whose page it was dropped.</param>
    /// <param name="reply">The letter that it answers: its sides change places, and what it is about stays.</param>
    public async Task<LogForm> RunAsync(DeskView? view, Guid? about, Guid? reply, CancellationToken stop = default)
    {
        await using var db = store.Read(Reader.Local);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var said = view is null ? null : await LetterSource.OfAsync(store, view, today, stop);
        var form = new LogForm
        {
            Source = view?.Source.Id, Showing = Ids.New(clock), Subject = Clip.To(said?.Subject ?? "", 400), Sent = LetterDays.Say(said?.Sent), ReplyDue = LetterDays.Say(said?.Read.ReplyBy?.Value),
            Sort = said is null ? null : Sort(said), About = about is { } record ? [record] : [.. said?.Proposals.Where(IsAbout).Select(p => p.Suggested!.Record).Distinct().Take(MostProposed) ?? []],
        };
        form = reply is { } answered && await db.FindAsync(answered, stop) is { Kind: CorrespondenceKind.Name, Gone: false } letter ? await AnsweringAsync(db, form, letter, stop) : await WithSidesAsync(db, form, said, about, stop);
        form = form with { Received = form.Direction == CorrespondenceKind.In ? LetterDays.Say(today.ToString("yyyy-MM-dd")) : null, FromPerson = form.FromPerson ?? PersonOf(said?.Heads?.From, form.From), ToPerson = form.ToPerson ?? PersonOf(said?.Heads?.To, form.To) };
        return await WithReferencesAsync(db, form, said?.Read, stop);
    }

    private static bool IsAbout(Proposal proposal) => proposal.Kind is AgreementKind.Name or BodyKind.Name or MeetingKind.Name && proposal.Suggested is not null;

    private static async Task<LogForm> AnsweringAsync(ReadDb db, LogForm form, Document asked, CancellationToken stop)
    {
        var it = asked.As<Letter>();
        var names = await db.NamesAsync([.. new[] { it.FromOrganisation, it.FromPerson, it.ToOrganisation, it.ToPerson }.OfType<Guid>().Distinct()], stop);
        string? Name(Guid? id) => id is { } known && names.TryGetValue(known, out var row) ? row.Title : null;
        return form with
        {
            RepliesTo = asked.Id, Direction = it.Direction == CorrespondenceKind.In ? CorrespondenceKind.Out : CorrespondenceKind.In, About = [.. it.About.Select(a => a.Record).Distinct()], DeskOfficer = it.DeskOfficer,
            Subject = form.Subject.Length > 0 ? form.Subject : Clip.To($"Re: {it.Title}", 400), From = Name(it.ToOrganisation), FromPerson = Name(it.ToPerson), To = Name(it.FromOrganisation), ToPerson = Name(it.FromPerson),
            OurReference = it.References.FirstOrDefault(r => r.Scheme == CorrespondenceKind.Ours)?.Text, TheirReference = it.References.FirstOrDefault(r => r.Scheme == CorrespondenceKind.Theirs)?.Text,
        };
    }

    /// <summary>Who wrote to whom, of the organisations around: by address for a mail, by who stands first in the head for a letter.</summary>
    private static async Task<LogForm> WithSidesAsync(ReadDb db, LogForm form, LetterSource? said, Guid? about, CancellationToken stop)
    {
        var own = await Replies.OwnAsync(db, stop);
        if (about is { } record && await db.FindAsync(record, stop) is { } document) form = form with { DeskOfficer = document.TextAt("deskOfficer") };
        if (said is null) return form;
        var around = await AroundAsync(db, said, about, own, stop);
        Document? from, to;
        if (said.Heads is { } heads) (from, to) = (ByAddress(around, heads.From), ByAddress(around, heads.To));
        else (from, to) = InHead(around, said.Text) switch { [] => (null, null), [var one] => (one, null), [var one, var other, ..] => (one, other) };
        var self = around.FirstOrDefault(o => o.Id == own);
        // Of two sides one is ours: the one that is not told is it.
        if (self is not null && from is not null && from.Id != own && to is null) to = self;
        else if (self is not null && from is null && to is not null && to.Id != own) from = self;
        var direction = own is null ? null : from?.Id == own ? CorrespondenceKind.Out : to?.Id == own ? CorrespondenceKind.In : null;
        return form with { From = Title(from), To = Title(to), Direction = direction };
    }

    private static async Task<List<Document>> AroundAsync(ReadDb db, LetterSource said, Guid? about, Guid? own, CancellationToken stop)
    {
        var linked = about is null ? [] : await db.Links.Where(l => l.Record == about).Select(l => l.Target).Distinct().Take(MostAround).ToListAsync(stop);
        var suggested = said.Proposals.Where(p => p.Kind == OrganisationKind.Name).Select(p => p.Suggested?.Record);
        var ids = suggested.Concat([own, about]).OfType<Guid>().Concat(linked).Distinct().Take(2 * MostAround).ToList();
        return [.. (await db.FindAsync(ids, stop)).Values.Where(d => d.Kind == OrganisationKind.Name && !d.Gone).OrderBy(d => d.Id)];
    }

    private static Document? ByAddress(List<Document> around, Mailbox? box)
    {
        if (box is null) return null;
        var name = $" {Fold.Key(box.Name)} ";
        return around.Find(o => Host(o.As<Organisation>().Website) is { Length: > 3 } host && (box.Domain == host || box.Domain.EndsWith("." + host, StringComparison.Ordinal)))
            ?? around.Find(o => Keys(o).Any(k => name.Contains($" {k} ", StringComparison.Ordinal)));
    }

    private static string? Host(string? website) => Uri.TryCreate(website, UriKind.Absolute, out var address) ? address.Host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? address.Host[4..].ToLowerInvariant() : address.Host.ToLowerInvariant() : null;

    /// <summary>Those that the first lines name, in that order.</summary>
    private static List<Document> InHead(List<Document> around, string text)
    {
        var lines = text.Split('\n', HeadLines + 1).Take(HeadLines).Select(l => $" {Fold.Key(l.Length > 300 ? l[..300] : l)} ").ToList();
        return [.. around.Select(o => (Of: o, Line: lines.FindIndex(l => Keys(o).Any(k => l.Contains($" {k} ", StringComparison.Ordinal))))).Where(o => o.Line >= 0).OrderBy(o => o.Line).Select(o => o.Of)];
    }

    private static IEnumerable<string> Keys(Document organisation)
    {
        var it = organisation.As<Organisation>();
        return it.OrganisationSort == "state" ? [] : it.Names.Select(n => n.Text).Append(it.Acronym ?? "").Select(Fold.Key).Where(k => k.Length >= 3);
    }

    private static string? Title(Document? organisation) => organisation?.As<Organisation>().Names[0].Text;

    // A mailbox of an office has the office's name; a person's has two words at least.
    private static string? PersonOf(Mailbox? box, string? organisation)
    {
        if (box is null || box.Name.Contains('@', StringComparison.Ordinal) || box.Name.Any(char.IsAsciiDigit) || Fold.Key(box.Name) == Fold.Key(organisation ?? "")) return null;
        var parts = box.Name.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var name = parts is [var family, var given] ? $"{given} {family}" : box.Name;
        return name.Contains(' ', StringComparison.Ordinal) ? name : null;
    }

    /// <summary>Whose number is whose follows from the direction; a number of ours may tell which letter is answered.</summary>
    private static async Task<LogForm> WithReferencesAsync(ReadDb db, LogForm form, LetterReading? read, CancellationToken stop)
    {
        if (read is null) return form;
        var (senders, readers) = (read.SendersReference?.Value, read.ReadersReference?.Value);
        var isOut = form.Direction == CorrespondenceKind.Out;
        form = form with { OurReference = (isOut ? senders : readers) ?? form.OurReference, TheirReference = (isOut ? readers : senders) ?? form.TheirReference };
        if (form.RepliesTo is not null || readers is null) return form;
        return await FindNamed.AllAsync(db, [CorrespondenceKind.Name], readers, stop) is [var answered] ? form with { RepliesTo = answered.Record } : form;
    }

    private static readonly string[] Answers = ["re ", "aw ", "antw ", "sv ", "vs ", "tr ", "fw ", "fwd ", "wg "];

    private static string Sort(LetterSource said)
    {
        var (subject, start) = (Fold.Key(said.Subject), Fold.Key(said.Text.Length > 2000 ? said.Text[..2000] : said.Text));
        if (start.Contains("note verbale", StringComparison.Ordinal) || start.Contains("presents its compliments", StringComparison.Ordinal)) return "note";
        // An answer carries the subject of what it answers: "Re: Invitation …" invites nobody.
        if (Answers.Any(a => subject.StartsWith(a, StringComparison.Ordinal))) return said.Heads is not null ? "mail" : "letter";
        foreach (var (word, sort) in new[] { ("remind", "reminder"), ("invit", "invitation"), ("thank", "thanks"), ("notice of", "notice") })
            if (subject.Contains(word, StringComparison.Ordinal)) return sort;
        return said.Heads is not null ? "mail" : "letter";
    }
}
