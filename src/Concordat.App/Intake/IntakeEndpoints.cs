using System.Collections.Immutable;
using System.Text;
using Concordat.App.Intake.Many;
using Concordat.App.Records;
using Concordat.App.Shell;
using Concordat.Intake;
using Concordat.Reading.Dates;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.App.Intake;

/// <summary>Ways in, the desk, and the short form.</summary>
internal static class IntakeEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/intake", (Store store) => ListAsync(store, null, null));
        app.MapPost("/intake/file", FileAsync);
        app.MapPost("/intake/text", TextAsync);
        app.MapGet("/intake/{id:guid}", (Guid id, Desk desk) => ShowAsync(id, desk, null, null));
        app.MapPost("/intake/{id:guid}/accept", AcceptAsync);
        app.MapPost("/intake/{id:guid}/aside", (Guid id, HttpContext context, Desk desk, RailCounts counts) => MoveAsync(id, context, desk, counts, desk.SetAsideAsync, "/intake"));
        app.MapPost("/intake/{id:guid}/reopen", (Guid id, HttpContext context, Desk desk, RailCounts counts) => MoveAsync(id, context, desk, counts, desk.ReopenAsync, $"/intake/{id}"));
        app.MapPost("/intake/{id:guid}/read", (Guid id, HttpContext context, Desk desk, RailCounts counts, MachineReading machine) => MoveAsync(id, context, desk, counts, (by, source, _) => machine.AgainAsync(by, source), $"/intake/{id}"));
        RegisterEndpoints.Map(app);
        ManyEndpoints.Map(app);
    }

    private static async Task<IResult> ListAsync(Store store, Refusal? problem, PostedForm? typed)
    {
        await using var db = store.Read(Reader.Local);
        var waiting = await db.Intake.Where(i => i.State == "waiting").OrderByDescending(i => i.At).Take(100).ToListAsync();
        var done = await db.Intake.Where(i => i.State != "waiting").OrderByDescending(i => i.At).Take(20).ToListAsync();
        return Answers.Page<IntakePage>(
            new { Waiting = waiting, Done = done, Problem = problem, Text = typed?["text"], Published = typed?["published"], Outlet = typed?["outlet"] }, problem is null ? 200 : Answers.Status(problem));
    }

    private static async Task<IResult> FileAsync(HttpContext context, TakeIn takeIn, Store store, Flash flash, RailCounts counts, ManyJobs jobs)
    {
        var form = await PostedForm.ReadAsync(context);
        if (form.Expired is not null) return await ListAsync(store, form.Expired, form);
        if (form.Files.Count == 0) return await ListAsync(store, new Refusal("source.no-file", "No file came with the form. Choose one and send it again."), form);
        if (form.Files.Count == 1 && form.Files[0].FileName.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
        {
            var archive = await Uploads.ReadAsync(form.Files[0], context.RequestAborted);
            return (await jobs.StartAsync(Actor.Local, archive.Bytes, archive.Name, context.RequestAborted)).TryGet(out var job, out var unread) ? Results.Redirect($"/intake/many/{job:D}") : await ListAsync(store, unread, form);
        }

        TakenIn? first = null;
        foreach (var file in form.Files)
        {
            if (!(await takeIn.RunAsync(Actor.Local, await Uploads.ReadAsync(file, context.RequestAborted), context.RequestAborted)).TryGet(out var taken, out var refusal)) return await ListAsync(store, refusal, form);
            first ??= taken;
        }

        counts.Forget();
        return Taken(first!, form.Files.Count, flash);
    }

    private static async Task<IResult> TextAsync(HttpContext context, TakeIn takeIn, Store store, Flash flash, TimeProvider clock, RailCounts counts)
    {
        var form = await PostedForm.ReadAsync(context);
        if (form.Expired is not null) return await ListAsync(store, form.Expired, form);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        string? published = null;
        if (form["published"] is { } typed)
        {
            if (!TypedDate.TryRead(typed, DateOrder.DayFirst, today, out var when, out var unread)) return await ListAsync(store, new Refusal(unread!.Code, unread.Text), form);
            published = when.Text;
        }

        var incoming = new Incoming(Encoding.UTF8.GetBytes(form["text"] ?? ""), "pasted.txt", "text/plain") { Outlet = form["outlet"], Published = published };
        if (!(await takeIn.RunAsync(Actor.Local, incoming, context.RequestAborted)).TryGet(out var taken, out var refusal)) return await ListAsync(store, refusal, form);
        counts.Forget();
        return Taken(taken, 1, flash);
    }

    private static IResult Taken(TakenIn taken, int count, Flash flash)
    {
        if (!taken.Known && count > 1) flash.Say($"{count} documents were taken in; this is the first.");
        else Uploads.Say(taken, flash);
        return Results.Redirect($"/intake/{taken.Source}");
    }

    private static async Task<IResult> ShowAsync(Guid id, Desk desk, Refusal? problem, PostedForm? typed)
    {
        if (!(await desk.ShowAsync(Reader.Local, id)).TryGet(out var view, out var refusal)) return Answers.Problem(refusal);
        return Answers.Page<DeskPage>(new { View = view, Problem = problem, Typed = typed?.Values }, problem is null ? 200 : Answers.Status(problem));
    }

    private static async Task<IResult> AcceptAsync(Guid id, HttpContext context, Desk desk, Flash flash, TimeProvider clock, RailCounts counts)
    {
        var form = await PostedForm.ReadAsync(context);
        if (form.Expired is not null) return await ShowAsync(id, desk, form.Expired, form);
        if (!(await desk.ShowAsync(Reader.Local, id)).TryGet(out var view, out var refusal)) return Answers.Problem(refusal);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        if (!Decisions.Read(view.Proposals, form.Values, today).TryGet(out var decisions, out refusal)) return await ShowAsync(id, desk, refusal, form);
        if (!(await desk.AcceptAsync(Actor.Local, id, decisions, form["reading"], context.RequestAborted)).TryGet(out var saved, out refusal)) return await ShowAsync(id, desk, refusal, form);
        counts.Forget();
        var main = saved.Documents.FirstOrDefault(d => d.Kind == "meeting") ?? saved.Documents.FirstOrDefault(d => d.Kind == "agreement") ?? saved.Documents.FirstOrDefault();
        flash.Say(saved.Seq == 0 ? "Nothing new was in it; the source is noted as read." : $"Accepted into {saved.Documents.Length} records.", main is null ? null : Routes.Of(main.Kind, main.Id), "Open");
        return Results.Redirect("/intake");
    }

    private static async Task<IResult> MoveAsync(Guid id, HttpContext context, Desk desk, RailCounts counts, Func<Actor, Guid, CancellationToken, Task<Outcome<Saved>>> deed, string next)
    {
        var form = await PostedForm.ReadAsync(context);
        var refusal = form.Expired ?? (await deed(Actor.Local, id, context.RequestAborted)).Refusal;
        counts.Forget();
        return refusal is null ? Results.Redirect(next) : await ShowAsync(id, desk, refusal, null);
    }
}

/// <summary>Reads the ticks and corrections of the desk's form.</summary>
internal static class Decisions
{
    /// <returns>Refusals <c>date.*</c> and <c>value.*</c> of corrected values.</returns>
    public static Outcome<ImmutableDictionary<string, Decision>> Read(ImmutableArray<Proposal> proposals, IReadOnlyDictionary<string, string> form, DateOnly today)
    {
        var decisions = ImmutableDictionary.CreateBuilder<string, Decision>();
        foreach (var proposal in proposals.Where(p => form.ContainsKey("take." + p.Key)))
        {
            var prefix = $"v.{proposal.Key}.";
            var values = form.Keys.Where(k => k.StartsWith(prefix, StringComparison.Ordinal)).Select(k => k[prefix.Length..]).ToImmutableHashSet();
            var corrected = ImmutableDictionary.CreateBuilder<string, string>();
            foreach (var value in proposal.Values.Where(v => v.Field.Type != FieldType.Record && values.Contains(v.Key)))
            {
                var shown = Concordat.Records.Say.Typed(value.Field, value.Value, ImmutableDictionary<Guid, HeadlineRow>.Empty);
                if (!form.TryGetValue($"t.{proposal.Key}.{value.Key}", out var typed) || typed.Trim() == shown || typed.Trim().Length == 0) continue;
                if (!Concordat.Records.TypedValue.Read(value.Field, typed, today).TryGet(out var node, out var refusal)) return refusal;
                if (node is not null) corrected[value.Key] = node.ToString();
            }

            Guid? link = Guid.TryParse(form.GetValueOrDefault("as." + proposal.Key), out var record) ? record : null;
            decisions[proposal.Key] = new(true, link, values, corrected.ToImmutable());
        }

        return decisions.ToImmutable();
    }
}

internal static class Uploads
{
    /// <summary>Takes in the one file that was dropped on a page, and says what should be known of it.</summary>
    /// <returns>The form with the source; refusals <c>form.expired</c>, <c>source.no-file</c> and those of <see cref="TakeIn.RunAsync"/>.</returns>
    public static async Task<Outcome<(PostedForm Form, Guid Source)>> DropAsync(HttpContext context, TakeIn takeIn, Flash flash, RailCounts counts)
    {
        var form = await PostedForm.ReadAsync(context);
        if (form.Expired is not null || form.Files.Count == 0) return form.Expired ?? new Refusal("source.no-file", "No file came with the form. Drop it again.");
        if (!(await takeIn.RunAsync(Actor.Local, await ReadAsync(form.Files[0], context.RequestAborted), context.RequestAborted)).TryGet(out var taken, out var refusal)) return refusal;
        counts.Forget();
        Say(taken, flash);
        return (form, taken.Source);
    }

    public static void Say(TakenIn taken, Flash flash)
    {
        if (taken.Known) flash.Say("These very bytes came in before: this is that source.");
        else if (taken.Notes.Length > 0) flash.Say(string.Join(" ", taken.Notes.Select(n => n.Message)));
    }

    public static async Task<Incoming> ReadAsync(IFormFile file, CancellationToken stop)
    {
        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, stop);
        return new(bytes.ToArray(), Name(file.FileName), file.ContentType);
    }

    /// <summary>The name alone: what some browsers and programs send as a path of either manner, and signs that turn the reading order round, are taken off.</summary>
    private static string Name(string sent)
    {
        var name = PostedForm.Clean(sent[(sent.LastIndexOfAny(['/', '\\']) + 1)..]);
        name = string.Concat(name.Where(c => !char.IsControl(c) && c is not ((>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200E' or '\u200F'))).Trim();
        return name.Length > 0 ? name : "file";
    }
}
