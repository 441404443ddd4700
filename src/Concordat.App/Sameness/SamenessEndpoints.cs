using System.Collections.Immutable;
using Concordat.App.Records;
using Concordat.App.Shell;
using Concordat.Sameness;
using Concordat.Storage;

namespace Concordat.App.Sameness;

/// <summary>Same or not: what may be the same, side by side, and the judgement on it.</summary>
internal static class SamenessEndpoints
{
    private const int PageSize = 50;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    public static void Map(WebApplication app)
    {
        app.MapGet("/same", ListAsync);
        app.MapGet("/same/compare", (HttpContext context, Store store, SamePairs pairs) => CompareAsync(Records(context.Request.Query["r"]), context, store, pairs, null, null));
        app.MapPost("/same/compare", JudgeAsync);
        app.MapGet("/same/part/{merged:guid}", (Guid merged, HttpContext context, Store store) => PartFormAsync(merged, [], context, store, null));
        app.MapPost("/same/part/{merged:guid}", PartAsync);
        app.MapPost("/same/revoke", RevokeAsync);
    }

    /// <summary>The address at which records stand side by side.</summary>
    public static string Address(IEnumerable<Guid> records) => "/same/compare?" + string.Join('&', records.Select(r => $"r={r:D}"));

    private static List<Guid> Records(IEnumerable<string?> values) =>
        [.. values.SelectMany(v => (v ?? "").Split('\n')).Select(v => Guid.TryParse(v, out var id) ? id : Guid.Empty).Where(i => i != Guid.Empty).Distinct().Take(SameGroups.Most)];

    /// <summary>The pairs as they are now, or as they were when looking takes long.</summary>
    internal static async Task<(PairsView View, bool Looking)> PairsAsync(SamePairs pairs)
    {
        var current = pairs.CurrentAsync();
        return await Task.WhenAny(current, Task.Delay(Patience)) == current ? (await current, false) : (pairs.Last, true);
    }

    private static async Task<IResult> ListAsync(string? kind, int? page, HttpContext context, Store store, SamePairs pairs)
    {
        var (view, looking) = await PairsAsync(pairs);
        var (groups, at) = (view.Groups.Where(g => kind is null || g.Best.Kind == kind).ToList(), Math.Max(0, page ?? 0));
        var shown = groups.Skip(at * PageSize).Take(PageSize).ToList();
        await using var db = store.Read(Reader.Local);
        var names = await db.NamesAsync([.. shown.SelectMany(g => g.Records).Distinct()], context.RequestAborted);
        return Answers.Page<SamePage>(new
        {
            Groups = shown.Where(g => g.Records.All(names.ContainsKey)).ToList(), Names = names, Kind = kind, Page = at, More = groups.Count > (at + 1) * PageSize, Count = groups.Count, Looking = looking,
            Counts = view.Groups.GroupBy(g => g.Best.Kind).ToDictionary(g => g.Key, g => g.Count()),
        });
    }

    private static async Task<IResult> CompareAsync(List<Guid> records, HttpContext context, Store store, SamePairs pairs, PostedForm? form, Refusal? problem)
    {
        var (view, _) = await PairsAsync(pairs);
        await using var db = store.Read(Reader.Local);
        var comparison = await CompareRecords.RunAsync(db, records, view, context.RequestAborted);
        if (comparison is null) return problem is null && records.Count > 1 ? Results.Redirect("/same") : Answers.Problem(problem ?? JournalRefusals.NotFound(records.FirstOrDefault()));
        var stays = Guid.TryParse(form?["stays"], out var chosen) ? chosen : comparison.Records.OrderByDescending(r => r.Referring).ThenBy(r => r.Record).First().Record;
        return Answers.Page<ComparePage>(new { Of = comparison, Stays = stays, Form = form, Problem = problem }, problem is null ? 200 : Answers.Status(problem));
    }

    private static async Task<IResult> JudgeAsync(HttpContext context, Store store, SamePairs pairs, MergeRecords merge, KeepApart apart, PutLater later, Flash flash)
    {
        var form = await PostedForm.ReadAsync(context);
        var records = Records([form["r"]]);
        if (form.Expired is { } expired) return await CompareAsync(records, context, store, pairs, form, expired);
        var kind = pairs.Last.Pairs.Values.FirstOrDefault(p => records.Contains(p.One) && records.Contains(p.Other))?.Kind;
        var refusal = form["deed"] switch
        {
            "apart" => (await apart.RunAsync(Actor.Local, records, form["reason"])).Refusal,
            "later" => await LaterAsync(records, later),
            _ => await MergeAsync(form, records, merge, flash),
        };
        if (refusal is not null) return await CompareAsync(records, context, store, pairs, form, refusal);
        if (form["deed"] == "apart") flash.Say("Kept apart for good; the page of each says so and can take it back.", Address(records), "Look again");
        if (form["deed"] == "later") flash.Say($"Put off for {PutLater.Days} days.", Address(records), "Look again");
        var (view, _) = await PairsAsync(pairs);
        return Results.Redirect(view.Groups.FirstOrDefault(g => g.Best.Kind == kind) is { } next ? Address(next.Records) : "/same");
    }

    /// <summary>Puts each pair of them off.</summary>
    internal static async Task<Refusal?> LaterAsync(List<Guid> records, PutLater later)
    {
        foreach (var one in records)
            foreach (var other in records.Where(o => one.CompareTo(o) < 0))
                if ((await later.RunAsync(Actor.Local, one, other)).Refusal is { } refusal) return refusal;
        return null;
    }

    /// <summary>Merges those that are ticked into the one that stays, one after the other.</summary>
    private static async Task<Refusal?> MergeAsync(PostedForm form, List<Guid> records, MergeRecords merge, Flash flash)
    {
        if (!Guid.TryParse(form["stays"], out var stays) || !records.Contains(stays)) return SamenessRefusals.Itself;
        var others = records.Where(r => r != stays && (records.Count == 2 || Records([form["same"]]).Contains(r))).ToList();
        if (others.Count == 0) return SamenessRefusals.Itself;
        foreach (var other in others)
        {
            var take = form.Values.Where(v => v.Key.StartsWith("take.", StringComparison.Ordinal) && v.Value == other.ToString("D")).Select(v => v.Key[5..]);
            if ((await merge.MergeAsync(Actor.Local, stays, other, form["reason"], take)).Refusal is { } refusal) return refusal;
        }

        flash.Say(others.Count == 1 ? "Merged: links and lists lead to the one that stays." : $"{others.Count} records are merged into the one that stays.", $"/same/part/{others[^1]:D}", "Undo");
        return null;
    }

    private static async Task<IResult> PartFormAsync(Guid merged, ImmutableArray<string> given, HttpContext context, Store store, Refusal? problem)
    {
        await using var db = store.Read(Reader.Local);
        if (!(await MergeRecords.PlanUndoAsync(db, merged, given, context.RequestAborted)).TryGet(out var plan, out var refusal)) return Answers.Problem(problem ?? refusal);
        var kind = Kinds.Of(plan.Now.Kind);
        var names = await db.NamesAsync([.. plan.References], context.RequestAborted);
        return Answers.Page<PartPage>(new { Plan = plan, Kind = kind, Names = names, Given = given, Problem = problem }, problem is null ? 200 : Answers.Status(problem));
    }

    private static async Task<IResult> PartAsync(Guid merged, HttpContext context, Store store, MergeRecords merge, Flash flash)
    {
        var form = await PostedForm.ReadAsync(context);
        ImmutableArray<string> given = [.. form.Values.Where(v => v.Key.StartsWith("to.", StringComparison.Ordinal) && v.Value == "other").Select(v => v.Key[3..])];
        if (form.Expired is { } expired) return await PartFormAsync(merged, given, context, store, expired);
        if (!(await merge.UndoAsync(Actor.Local, merged, form["reason"], given)).TryGet(out var saved, out var refusal)) return await PartFormAsync(merged, given, context, store, refusal);
        var kind = saved.Documents[0].Kind;
        flash.Say("The merge is undone: both records stand for themselves again.", Routes.Of(kind, saved.Documents[0].Id), "The one that had stayed");
        return Results.Redirect(Routes.Of(kind, merged));
    }

    private static async Task<IResult> RevokeAsync(HttpContext context, Store store, KeepApart apart, Flash flash)
    {
        var form = await PostedForm.ReadAsync(context);
        var records = Records([form["r"]]);
        if (form.Expired is { } expired) return Answers.Problem(expired);
        if (records.Count != 2) return Results.Redirect("/same");
        if ((await apart.RevokeAsync(Actor.Local, records[0], records[1])).Refusal is { } refusal) return Answers.Problem(refusal);
        flash.Say("Taken back: they may be proposed as the same again.");
        return Results.Redirect(Address(records));
    }
}
