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
    public static ImmutableArray<Code> All { get; } = [.. Requests(), .. Records(), .. Values(), .. Desk(), .. Merges(), .. Days(), .. Imports(), .. Letters(), .. Sources(), .. Storages()];

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
        new("record.circle", 422, "The record would stand above itself."), new("record.wrong-shape", 422, "A value does not fit its field."), new("record.kept-by-product", 422, "This value is kept by the product itself."),
        new("record.referenced", 409, "Other records refer to this one."), new("record.merged", 409, "The record was merged into another."), new("record.not-a-day", 422, "One day is needed."), new("record.not-known-then", 404, "The record was not known on that day."),
        new("term.incomplete", 422, "A part of the term lacks something."), new("term.too-long", 422, "A time or a number of the term is out of bounds."), new("term.not-joined", 422, "Of two ends of the term, the earlier or the later must be chosen."),
        new("term.twice", 422, "A part of the term is stated twice."), new("term.rests-on-itself", 422, "Entry into force cannot count from itself."),
        new("claim.not-found", 422, "The claim is not on this record."), new("citation.not-in-text", 422, "The quote is not in the text."),
        new("entry.nothing-to-undo", 422, "There is nothing to undo."), new("entry.rested-on", 409, "A later change rests on this one."), new("entry.is-merge", 409, "The entry is a merge, which is undone as a whole."),
        new("list.place-gone", 410, "The place where the page begins is gone."), new("view.no-name", 422, "The view needs a name."), new("view.nothing-narrowed", 422, "The view narrows and orders nothing."), new("view.too-long", 422, "The filters are too long to be kept."), new("view.not-found", 404, "There is no view of that name."),
        new("many.nothing-ticked", 422, "No record is named."), new("many.too-many", 422, "Too many records are named."), new("many.no-value", 422, "There is no value to set."), new("many.not-of-this-kind", 422, "Records of that kind have no such value."), new("past.not-past", 422, "The day is not over."), new("past.too-large", 422, "The journal was too long by then to be gone through."), new("past.busy", 503, "Other days are being looked at."),
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

    private static Code[] Merges() =>
    [
        new("merge.same-record", 422, "Two records are needed, and this is one."), new("merge.other-kind", 422, "The records are of different kinds."), new("merge.sources", 422, "Documents are not merged."),
        new("merge.related", 409, "One of the records names the other as another record."), new("merge.kept-apart", 409, "The records were judged different."), new("merge.too-many-references", 409, "Too many records refer to the one that would be merged."),
        new("merge.not-merged", 409, "The record is not merged into another."), new("merge.survivor-merged", 409, "The survivor was itself merged since."), new("merge.not-apart", 409, "The records are not judged different."),
    ];

    private static Code[] Days() =>
    [
        new("today.not-a-day", 422, "One day is needed."), new("today.not-ahead", 422, "The day is not ahead."), new("today.no-such-matter", 404, "There is no such matter."),
        new("handover.nobody", 422, "Both must be named: whose work it is, and who takes it over."), new("handover.same", 422, "The work is with that officer already."), new("handover.nothing", 422, "No record names that desk officer."), new("handover.too-many", 409, "There are too many records for one hand-over."),
        new("absence.nobody", 422, "Both must be named: who is away, and who stands in."), new("absence.own-deputy", 422, "Nobody stands in for themselves."), new("absence.backwards", 422, "The last day lies before the first."), new("absence.too-long", 422, "The absence is too long."), new("absence.over", 422, "The last day of the absence has passed."), new("absence.not-found", 404, "There is no such absence."),
    ];

    private static Code[] Imports() =>
    [
        new("import.not-found", 404, "There is no such import."), new("import.no-file", 422, "No table came with the request."), new("import.empty", 422, "The table is empty."), new("import.not-a-table", 422, "The file is no table that is read here."), new("import.locked", 422, "The file is protected by a password."),
        new("import.damaged", 422, "The file is damaged."), new("import.bomb", 422, "The file would exhaust the machine."), new("import.too-large", 422, "The table is too large."), new("import.no-such-sheet", 422, "There is no such sheet."), new("import.column-missing", 422, "The table does not have a column of the mapping."),
        new("import.no-header", 422, "The table ends before its header."), new("import.not-mapped", 422, "No column is mapped to what every new record needs."), new("import.mapped-twice", 422, "Two columns are mapped to one field."), new("import.no-such-field", 422, "The mapping names an unknown field."),
        new("import.date-order-unknown", 422, "Day and month cannot be told apart."), new("import.mapping-unreadable", 422, "The mapping cannot be read."), new("import.no-such-mapping", 422, "No mapping is saved under that name."), new("import.no-name", 422, "The mapping needs a name."),
        new("import.running", 409, "The import is running."), new("import.stopped", 409, "The import was stopped."),
        new("intake.many-gone", 404, "What became of those files is not remembered."), new("intake.stopped", 409, "The taking-in was stopped."),
    ];

    private static Code[] Letters() =>
    [
        new("letter.subject-missing", 422, "A subject is needed."), new("letter.direction-missing", 422, "Whether it came in or went out must be said."), new("letter.from-missing", 422, "Our office must be named."), new("letter.to-missing", 422, "Whom the letter goes to must be named."),
        new("letter.text-missing", 422, "The letter has no words."), new("letter.text-too-long", 422, "The text of the letter is too long."), new("letter.unfilled", 422, "Something in the letter is still to be filled in."), new("letter.due-missing", 422, "The day of the reply is missing."), new("letter.not-a-day", 422, "A letter bears one day."),
        new("cleanup.nothing-ticked", 422, "No record is named."), new("cleanup.no-value", 422, "There is no value to set."),
    ];

    private static Code[] Sources() =>
    [
        new("source.no-file", 422, "No file came with the request."), new("source.empty", 422, "The file is empty."), new("source.too-large", 413, "The file is too large."), new("source.bomb", 422, "The file would exhaust the machine."),
        new("source.too-often", 409, "The bytes were taken in and undone too often."), new("source.no-text", 404, "The source has no text."), new("source.file-missing", 500, "The stored file is missing."),
        new("source.unreadable", 422, "The file could not be read."),
        new("source.no-machine-reader", 422, "No program that reads pictures is installed."), new("source.nothing-to-read", 422, "There is nothing that a machine could read."),
    ];

    private static Code[] Storages() =>
    [
        new("storage.full", 507, "The disk is full."), new("storage.busy", 503, "Another program holds the database."), new("storage.read-only", 503, "The database can only be read."),
        new("storage.disk-fault", 503, "The disk does not answer."), new("storage.uncertain", 503, "It is uncertain whether the change was saved."), new("storage.unreachable", 503, "The database does not answer."),
        new("storage.damaged", 503, "The database is damaged."), new("storage.not-writable", 503, "The data folder cannot be written to."), new("storage.newer", 503, "The data was written by a newer version."), new("storage.older", 503, "The data is of an older version, or of none."),
    ];
}
