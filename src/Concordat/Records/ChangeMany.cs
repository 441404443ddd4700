using System.Text.Json.Nodes;
using Concordat.Names;
using Concordat.Storage;

namespace Concordat.Records;

/// <summary>Changes many records of one kind in one commit; each record's history can undo its part.</summary>
public sealed class ChangeMany(Store store, Journal journal, TimeProvider clock)
{
    /// <summary>Records that one deed may change.</summary>
    public const int Most = 2000;

    private const int Tries = 5;

    /// <summary>Names one desk officer for all; those who have that officer already stay as they are.</summary>
    /// <param name="batch">As of <see cref="Deed.Batch"/>.</param>
    /// <returns>How many were changed; refusals <c>many.nothing-ticked</c>, <c>many.too-many</c>, <c>many.no-value</c>, <c>many.not-of-this-kind</c> and those of <see cref="Journal.SaveAsync"/>.</returns>
    public Task<Outcome<int>> OfficerAsync(Actor by, RecordKind kind, IReadOnlyCollection<Guid> records, string? officer, string? batch = null, CancellationToken stop = default) =>
        RunAsync(by, kind, records, "deskOfficer", officer, (document, value) => document.TextAt("deskOfficer") == value ? null : [new Set("deskOfficer", value)], batch, stop);

    /// <summary>Adds a file number to all that do not have it.</summary>
    /// <param name="scheme">Whose number it is, as in the field; "Our file" where it is empty.</param>
    /// <param name="batch">As of <see cref="Deed.Batch"/>.</param>
    /// <returns>As <see cref="OfficerAsync"/>.</returns>
    public Task<Outcome<int>> ReferenceAsync(Actor by, RecordKind kind, IReadOnlyCollection<Guid> records, string? number, string? scheme, string? batch = null, CancellationToken stop = default) =>
        RunAsync(by, kind, records, "references", number, (document, value) => Has(document, value) ? null : Reference(value, Clip.Line(scheme ?? "")), batch, stop);

    private static bool Has(Document document, string number) => (document.At("references") as JsonArray ?? []).Any(r => (string?)r!["text"] == number);

    private Change[] Reference(string number, string scheme)
    {
        var id = Ids.New(clock);
        return [new Set($"references/{id:D}/text", number), new Set($"references/{id:D}/scheme", scheme.Length == 0 ? "Our file" : scheme)];
    }

    private async Task<Outcome<int>> RunAsync(Actor by, RecordKind kind, IReadOnlyCollection<Guid> records, FieldPath field, string? typed, Func<Document, string, Change[]?> change, string? batch, CancellationToken stop)
    {
        if (records.Count == 0) return new Refusal("many.nothing-ticked", "No line is ticked. Tick those that are meant.");
        if (records.Count > Most) return new Refusal("many.too-many", $"One deed changes at most {Most:N0} records. Narrow the list, and do it in parts.");
        if (Clip.Line(typed ?? "") is not { Length: > 0 } value) return new Refusal("many.no-value", "There is no value to set. Enter one.");
        if (kind.Find(field) is null) return new Refusal("many.not-of-this-kind", $"{kind.Title} records have no such value.");
        return await ApplyAsync(by, records, "Changed together with others", d => d.Kind == kind.Name ? change(d, value) : null, batch, stop);
    }

    /// <summary>Changes records as they stand now, in one commit; those that are gone, and those for which there is nothing to change, stay as they are.</summary>
    /// <param name="batch">As of <see cref="Deed.Batch"/>.</param>
    /// <returns>How many were changed, none when the batch was saved before; refusals of <see cref="Journal.SaveAsync"/>.</returns>
    public async Task<Outcome<int>> ApplyAsync(Actor by, IReadOnlyCollection<Guid> records, string? reason, Func<Document, Change[]?> change, string? batch = null, CancellationToken stop = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            var changed = await OnceAsync(by, records, reason, change, batch, stop);
            // Somebody changed one of them since it was read: look again, so that nothing is put there twice.
            if (changed.Refusal is not ChangedMeanwhile || attempt == Tries) return changed;
        }
    }

    private async Task<Outcome<int>> OnceAsync(Actor by, IReadOnlyCollection<Guid> records, string? reason, Func<Document, Change[]?> change, string? batch, CancellationToken stop)
    {
        await using var db = store.Read(Reader.Local);
        var edits = (await db.FindAsync(records, stop)).Values.Where(d => !d.Gone).OrderBy(d => d.Id)
            .Select(d => (Document: d, Changes: change(d))).Where(e => e.Changes is not null).Select(e => Edit.Of(e.Document, e.Changes!)).ToList();
        if (edits.Count == 0) return 0;
        return (await journal.SaveAsync(new Deed(by, [.. edits]) { Reason = reason, Batch = batch, Exact = true }, stop)).TryGet(out var saved, out var refusal) ? saved.Seq == 0 ? 0 : edits.Count : refusal;
    }
}
