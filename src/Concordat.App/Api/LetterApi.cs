using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Concordat.App.Intake;
using Concordat.App.Shell;
using Concordat.Correspondence;
using Concordat.Intake;
using Concordat.Intake.Letters;
using Concordat.Sources;

namespace Concordat.App.Api;

/// <summary>Letters that came or went are logged, and new ones written.</summary>
internal static class LetterApi
{
    private const string Path = "/api/correspondence";
    private const int MostAbout = 50;

    private static readonly ImmutableArray<string> Unlogged = ["letter.subject-missing", "value.several-records", "value.not-a-choice", "date", "record.not-found", "record.wrong-shape", "record.value-too-long", "desk.accepted-meanwhile", "source.too-large", "source.bomb", "source.too-often"];

    public static ImmutableArray<Operation> All() =>
    [
        new("POST", Path + "/log", "logLetter", "Log a letter", LogAsync)
        {
            Tag = "Correspondence", HasKey = true, Gives = [new(201, "The logged letter.", "Correspondence") { Tagged = true, Located = true }],
            Says = "The short form: a subject and a direction are enough. Organisations and people are given by name; those that the register does not know are made. With a document, as a source or as a file in a form with the header Concordat-Client, what is left out is as the document says, with its quotes. A refused file waits at the desk; send it again.",
            Takes =
            [
                new("application/json", "LoggingLetter", new JsonObject { ["subject"] = "Berths for the survey vessel", ["direction"] = "in", ["from"] = "Harbour Marine Works", ["received"] = "2026-11-12", ["replyDue"] = "2026-12-15", ["about"] = new JsonArray(Examples.Record) }),
                new("multipart/form-data", "LoggingFile"),
            ],
            Refuses = [.. Unlogged, "letter.direction-missing", "source.no-file", "source.empty"],
        },
        new("GET", Path + "/templates", "listLetterTemplates", "List templates of letters", _ => Task.FromResult<IResult>(new Reply(Templates())))
        {
            Tag = "Correspondence", Says = "Letters that offices write again and again.", Gives = [new(200, "The templates.", "LetterTemplates") { Tagged = true }],
        },
        new("GET", Path + "/draft", "draftLetter", "Read the draft of a letter", DraftAsync)
        {
            Tag = "Correspondence", Says = "A template filled from what the register knows of the record, the partner and the letters before. What it does not know stands in square brackets, and has to be filled in before the letter is written. Nothing is kept.",
            Parameters =
            [
                new("template", "Which template.") { Needed = true, Choices = [.. LetterTemplates.All.Select(t => new Choice(t.Name, t.Label))] }, new("about", "The record that it is about.") { Record = true },
                new("reply", "The letter that it answers.") { Record = true }, new("reminds", "The letter of which it reminds.") { Record = true },
            ],
            Gives = [new(200, "The draft, as it can be sent to be written.", "WritingLetter") { Tagged = true }],
        },
        new("POST", Path + "/write", "writeLetter", "Write a letter", WriteAsync)
        {
            Tag = "Correspondence", HasKey = true, Gives = [new(201, "The logged letter, and its Word file.", "WrittenLetter") { Located = true }],
            Says = "Makes a Word file, keeps it as a source, and logs it as sent; a reply that it asks for is waited for. What is left out is as the draft has it.",
            Takes = [new("application/json", "WritingLetter", new JsonObject { ["template"] = "letter", ["from"] = "Northern Partnerships Office", ["to"] = "Harbour Marine Works", ["subject"] = "Tank time in spring", ["text"] = "Dear colleagues,\n\nthe tank is free in April.\n\nYours sincerely,", ["about"] = new JsonArray(Examples.Record) })],
            Refuses = [.. Unlogged, "letter.from-missing", "letter.to-missing", "letter.text-missing", "letter.text-too-long", "letter.unfilled", "letter.due-missing", "letter.not-a-day", "source.file-missing"],
        },
    ];

    private static JsonObject Templates() => new() { ["items"] = WorkJson.All(LetterTemplates.All, t => WorkJson.Some(("name", t.Name), ("label", t.Label), ("says", t.Says), ("replyDays", t.ReplyDays))) };

    private static async Task<IResult> LogAsync(Call call)
    {
        if (!(await LetterAsync(call)).TryGet(out var sent, out var refusal)) return Reply.Refuse(refusal);
        if (!Once.Of(call, sent.Bytes).TryGet(out var once, out refusal)) return Reply.Refuse(refusal);
        var told = sent.Value.Letter;
        if (Wrong(told.About, told.Source is not null && sent.Value.File is not null) is { } wrong) return Reply.Refuse(wrong);
        if (told.Kind is { Length: > 0 } kind && CorrespondenceKind.Sorts.All(s => s.Value != kind)) return Reply.Refuse(new("value.not-a-choice", $"kind: choose one of {string.Join(", ", CorrespondenceKind.Sorts.Select(s => s.Value))}."));
        return await once.DoAsync(call, batch => LogAsync(call, told, sent.Value.File, batch), made => RecordJson.Answer(made.First(d => d.Kind == CorrespondenceKind.Name), 201));
    }

    private sealed record Arrived(LoggingLetter Letter, Incoming? File);

    /// <summary>The letter, alone in JSON or beside its file in a form.</summary>
    private static async Task<Outcome<Sent<Arrived>>> LetterAsync(Call call)
    {
        if (!Incomings.IsForm(call.Request)) return (await Body.ReadAsync<LoggingLetter>(call)).TryGet(out var alone, out var wrong) ? new Sent<Arrived>(new(alone.Value, null), alone.Bytes) : wrong;
        if (!(await Incomings.FormAsync(call, "letter")).TryGet(out var form, out var refusal)) return refusal;
        if (!Body.Of<LoggingLetter>(System.Text.Encoding.UTF8.GetBytes(form["letter"] ?? "{}")).TryGet(out var told, out refusal)) return refusal;
        var file = await Uploads.ReadAsync(form.File, call.Stop);
        return new Sent<Arrived>(new(told.Value, file), [.. told.Bytes, .. file.Bytes]);
    }

    private static Refusal? Wrong(ImmutableArray<Guid>? about, bool twice) => twice ? new("request.wrong-member", "Send a file, or name a source.")
        : about?.Length > MostAbout ? new("request.wrong-member", $"A letter is about at most {MostAbout} records.") : null;

    private static async Task<Outcome<Saved>> LogAsync(Call call, LoggingLetter told, Incoming? file, string? batch)
    {
        var (source, view) = (told.Source, (DeskView?)null);
        if (file is not null)
        {
            if (!(await call.Get<TakeIn>().RunAsync(Actor.Local, file, call.Stop)).TryGet(out var taken, out var untaken)) return untaken;
            source = taken.Source;
        }

        if (source is { } document && !(await call.Get<Desk>().ShowAsync(Reader.Local, document, call.Stop)).TryGet(out view, out var missing)) return missing;
        var form = told.Over(await call.Get<PrepareLog>().RunAsync(view, told.About is [var first, ..] ? first : null, told.RepliesTo, call.Stop));
        return (await call.Get<LogLetter>().RunAsync(Actor.Local, form, view, batch, call.Stop)).TryGet(out var letter, out var refusal) ? await MadeAsync(call, letter) : LetterRefusals.Named(refusal);
    }

    /// <summary>The letter, or nothing when another request with the same key was quicker.</summary>
    private static async Task<Outcome<Saved>> MadeAsync(Call call, Guid letter)
    {
        call.Get<RailCounts>().Forget();
        await using var db = call.Read();
        return await db.VersionAsync(letter, 1, call.Stop) is { } document ? new Saved(0, [document]) : new Saved(0, []);
    }

    private static async Task<IResult> DraftAsync(Call call)
    {
        Guid? Record(string name) => Guid.TryParse(call.Request.Query[name], out var id) ? id : null;
        var form = await call.Get<PrepareLetter>().RunAsync(LetterTemplates.Find(Ask.Text(call.Request, "template"))!, Record("about"), Record("reply"), Record("reminds"), call.Stop);
        return new Reply(Json.Of(WritingLetter.Of(form, Days.Date(Days.Today(call.Clock)))));
    }

    private static async Task<IResult> WriteAsync(Call call)
    {
        if (!(await Body.ReadAsync<WritingLetter>(call)).TryGet(out var sent, out var refusal)) return Reply.Refuse(refusal);
        if (!Once.Of(call, sent.Bytes).TryGet(out var once, out refusal)) return Reply.Refuse(refusal);
        var (told, letter) = (sent.Value, (Document?)null);
        if (Wrong(told.About, false) is { } wrong) return Reply.Refuse(wrong);
        if (LetterTemplates.Find(told.Template) is not { } template) return Reply.Refuse(new("value.not-a-choice", $"template: choose one of {string.Join(", ", LetterTemplates.All.Select(t => t.Name))}."));
        var refused = await once.DoAsync(call, batch => WriteAsync(call, template, told, batch), made =>
        {
            letter = made.First(d => d.Kind == CorrespondenceKind.Name);
            return Results.Empty;
        });
        return letter is null ? refused : await WrittenAsync(call, letter);
    }

    private static async Task<Outcome<Saved>> WriteAsync(Call call, LetterTemplate template, WritingLetter told, string? batch)
    {
        var form = told.Over(await call.Get<PrepareLetter>().RunAsync(template, told.About is [var first, ..] ? first : null, told.RepliesTo, told.RemindsOf, call.Stop));
        return (await call.Get<WriteLetter>().RunAsync(Actor.Local, form, batch, call.Stop)).TryGet(out var letter, out var refusal) ? await MadeAsync(call, letter) : LetterRefusals.Named(refusal);
    }

    private static async Task<IResult> WrittenAsync(Call call, Document letter)
    {
        await using var db = call.Read();
        if (letter.As<Letter>().Source is not { } id || await db.FindAsync(id, call.Stop) is not { } document || document.As<Source>() is not { } source || await call.Store.Files.GetAsync(source.Digest, call.Stop) is not { } bytes)
            return Reply.Refuse(new("source.file-missing", "The letter is logged, but its file is not in the data folder. Restore it from a backup."));
        return new Reply(new JsonObject
        {
            ["letter"] = RecordJson.Of(letter),
            ["file"] = new JsonObject { ["source"] = id.ToString("D"), ["name"] = source.FileName ?? "letter.docx", ["mediaType"] = source.MediaType ?? "", ["size"] = bytes.Length, ["href"] = RecordJson.Address(SourceKind.Name, id) + "/file", ["content"] = Convert.ToBase64String(bytes) },
        }, 201) { Location = RecordJson.Address(CorrespondenceKind.Name, letter.Id) };
    }
}
