using System.Text.Json.Nodes;
using Concordat.Correspondence;
using Concordat.Reading.Dates;
using Concordat.Sources;
using Concordat.Sources.Extraction;

namespace Concordat.Intake.Letters;

/// <summary>What a document says of itself as a letter, from its text and, for a mail, its headers.</summary>
public sealed class LetterSource
{
    private const string Rule = "letter 1";

    private readonly DeskView _view;

    private LetterSource(DeskView view, MailHeads? heads, DateOnly today)
    {
        (_view, Heads) = (view, heads);
        var published = When.TryParse(It.Published, out var when) && when.Lo == when.Hi ? Day(when.Lo) : (DateOnly?)null;
        Read = ReadLetter.Of(view.Text, heads?.Day ?? published, today);
    }

    /// <summary>Null for what is no mail.</summary>
    public MailHeads? Heads { get; }

    internal LetterReading Read { get; }

    internal Source It => _view.Source.As<Source>();

    internal string Text => _view.Text;

    internal IEnumerable<Proposal> Proposals => _view.Proposals;

    internal Guid Id => _view.Source.Id;

    /// <summary>EDTF.</summary>
    internal string? Sent => Heads?.Day?.ToString("yyyy-MM-dd") ?? Read.Dated?.Value;

    internal string Subject => Heads?.Subject ?? Read.Subject?.Value ?? (It.Title == It.FileName ? Names.Clip.FileTitle(It.Title) : It.Title);

    public static async Task<LetterSource> OfAsync(Storage.Store store, DeskView view, DateOnly today, CancellationToken stop)
    {
        var it = view.Source.As<Source>();
        var bytes = it.MediaType == MediaTypes.Mail ? await store.Files.GetAsync(it.Digest, stop) : null;
        return new(view, bytes is null ? null : MailHeads.Read(bytes), today);
    }

    /// <summary>The value with the words that say it, where the document says just this; else as typed by a person.</summary>
    internal static Change Say(LetterSource? of, FieldPath path, JsonNode value, string? field = null) =>
        of?.Cited(field ?? path.Text, (string?)value) is { } citation ? new Witness(path, value, citation) : new Set(path, value);

    private Citation? Cited(string field, string? value)
    {
        var said = field switch
        {
            "title" => Place(Heads is null ? Read.Subject : Subject == value && Text.StartsWith(Subject, StringComparison.Ordinal) ? new(Subject, 0, Subject.Length) : null),
            "sent" => Heads?.Day is not null ? new Citation { Source = Id, Rule = Rule + ": header" } : Place(Read.Dated),
            "replyDue" => Place(Read.ReplyBy),
            "sender" => Place(Read.SendersReference),
            _ => Place(Read.ReadersReference),
        };
        return said is not null && value == field switch { "title" => Subject, "sent" => Sent, "replyDue" => Read.ReplyBy?.Value, "sender" => Read.SendersReference?.Value, _ => Read.ReadersReference?.Value } ? said : null;
    }

    private Citation? Place(SaidInLetter? said) => said is null || said.Start + said.Length > Text.Length ? null
        : new() { Source = Id, Text = _view.Reading?.Digest, Start = said.Start, Length = said.Length, Quote = Text.Substring(said.Start, said.Length), Page = Desk.PageAt(_view.Reading)(said.Start) is var page and > 0 ? page : null, Rule = Rule };

    private static DateOnly Day(long day) => DateOnly.FromDateTime(DateTime.UnixEpoch).AddDays((int)Math.Clamp(day, -700_000, 2_900_000));
}
