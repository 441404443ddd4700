using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Concordat.App.Api;

/// <summary>One reason for which a request is not done.</summary>
/// <param name="Value">As in <see cref="Refusal.Code"/>.</param>
/// <param name="Title">The same sentence every time, for those who handle it.</param>
internal sealed record Code(string Value, int Status, string Title);

/// <summary>Every code that the interface answers with; the page at /api lists them, and <c>type</c> of a problem leads there.</summary>
internal static class Codes
{
    public static ImmutableArray<Code> All { get; } = [.. Requests(), .. Records(), .. Values(), .. Desk(), .. Sources(), .. Storages()];

    private static readonly FrozenDictionary<string, Code> ByValue = All.ToFrozenDictionary(c => c.Value);

    /// <summary>Codes of dates are many and alike: one entry stands for each family.</summary>
    public static Code? Find(string value) => ByValue.GetValueOrDefault(value) ?? (value.StartsWith("date.", StringComparison.Ordinal) ? ByValue["date"] : null);

    private static Code[] Requests() =>
    [
        new("page.not-found", 404, "There is no such address."), new("request.wrong-method", 405, "This address does not take that method."),
        new("request.not-understood", 400, "The request could not be read."), new("request.not-json", 400, "The body is not strict JSON."),
        new("request.wrong-member", 400, "A member of the body is unknown, missing, or of another type."), new("request.wrong-parameter", 400, "A parameter of the address is unknown or out of bounds."),
        new("request.wrong-type", 415, "The content type is not taken here."), new("request.too-large", 413, "The body is too large."),
        new("request.foreign-host", 421, "This host name is not Concordat’s."), new("request.cross-site", 403, "Pages of other sites may not use the interface."),
        new("request.version-missing", 428, "The version that was seen must be named."), new("request.wrong-key", 400, "The idempotency key cannot be used."),
        new("request.key-reused", 422, "This idempotency key was used for another request."), new("fault", 500, "Something went wrong in the server."),
    ];

    private static Code[] Records() =>
    [
        new("record.not-found", 404, "There is no such record."), new("record.changed-meanwhile", 412, "Somebody changed the same values meanwhile."),
        new("record.no-such-version", 412, "The record has not reached that version."), new("record.exists", 409, "The record exists already."),
        new("record.reason-needed", 422, "A reason is needed."), new("record.value-missing", 422, "A value is missing."), new("record.value-too-long", 422, "A value is too long."),
        new("record.wrong-shape", 422, "A value does not fit its field."), new("record.kept-by-product", 422, "This value is kept by the product itself."),
        new("record.referenced", 409, "Other records refer to this one."), new("record.merged", 409, "The record was merged into another."), new("record.not-a-day", 422, "One day is needed."), new("record.not-known-then", 404, "The record was not known on that day."),
        new("term.incomplete", 422, "A part of the term lacks something."), new("term.too-long", 422, "A time or a number of the term is out of bounds."), new("term.not-joined", 422, "Of two ends of the term, the earlier or the later must be chosen."),
        new("term.twice", 422, "A part of the term is stated twice."), new("term.rests-on-itself", 422, "Entry into force cannot count from itself."),
        new("claim.not-found", 422, "The claim is not on this record."), new("citation.not-in-text", 422, "The quote is not in the text."),
        new("entry.nothing-to-undo", 422, "There is nothing to undo."), new("entry.rested-on", 409, "A later change rests on this one."), new("entry.is-merge", 409, "The entry is a merge, which is undone as a whole."),
        new("list.place-gone", 410, "The place where the page begins is gone."), new("past.not-past", 422, "The day is not over."), new("past.too-large", 422, "The journal was too long by then to be gone through."), new("past.busy", 503, "Other days are being looked at."),
        new("changes.ahead", 409, "The register has not come that far."),
        new("journal.damaged", 500, "An entry of the journal cannot be read."),
    ];

    private static Code[] Values() =>
    [
        new("value.not-a-choice", 422, "The value is not one of the choices."), new("value.not-a-number", 422, "A whole number is needed."), new("value.not-a-record", 422, "No such record is known."),
        new("value.several-records", 422, "Several records may be meant."), new("date", 422, "The date was not understood."),
        new("register.title-missing", 422, "A title is needed."), new("register.partner-missing", 422, "A partner is needed."), new("register.no-such-page", 422, "The document has no such page."),
    ];

    private static Code[] Desk() =>
    [
        new("desk.read-meanwhile", 409, "The document was read anew meanwhile."), new("desk.accepted-meanwhile", 409, "The document was accepted from already."),
        new("desk.other-kind", 422, "The linked record is of another kind."), new("desk.no-such-proposal", 422, "The document proposes no such thing."),
    ];

    private static Code[] Sources() =>
    [
        new("source.no-file", 422, "No file came with the request."), new("source.empty", 422, "The file is empty."), new("source.too-large", 413, "The file is too large."), new("source.bomb", 422, "The file would exhaust the machine."),
        new("source.too-often", 409, "The bytes were taken in and undone too often."), new("source.no-text", 404, "The source has no text."), new("source.file-missing", 500, "The stored file is missing."),
        new("source.no-machine-reader", 422, "No program that reads pictures is installed."), new("source.nothing-to-read", 422, "There is nothing that a machine could read."),
    ];

    private static Code[] Storages() =>
    [
        new("storage.full", 507, "The disk is full."), new("storage.busy", 503, "Another program holds the database."), new("storage.read-only", 503, "The database can only be read."),
        new("storage.disk-fault", 503, "The disk does not answer."), new("storage.uncertain", 503, "It is uncertain whether the change was saved."), new("storage.unreachable", 503, "The database does not answer."),
        new("storage.damaged", 503, "The database is damaged."), new("storage.not-writable", 503, "The data folder cannot be written to."), new("storage.newer", 503, "The data was written by a newer version."), new("storage.older", 503, "The data is of an older version, or of none."),
    ];
}
