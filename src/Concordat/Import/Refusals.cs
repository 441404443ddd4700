namespace Concordat.Import;

/// <summary>Every refusal of importing, but for those of the register itself.</summary>
public static class ImportRefusals
{
    public static Refusal Empty { get; } = new("import.empty", "There is no row in it. Choose the file or sheet that holds the table.");

    public static Refusal NotATable(string name) =>
        new("import.not-a-table", $"“{name}” is no table that is read here. Give an XLSX or CSV file, JSON lines, or cells copied from a spreadsheet; save an old .xls file as .xlsx first.");

    public static Refusal Locked(string name) => new("import.locked", $"“{name}” is protected by a password. Take the password off in the spreadsheet program and send it again.");

    public static Refusal Damaged(string name) => new("import.damaged", $"“{name}” cannot be read to its end: it is damaged or cut off. Save it again in the spreadsheet program, or export the sheet as CSV.");

    public static Refusal Bomb(string name, string what) =>
        new("import.bomb", $"“{name}” was not read: {what}. A file like this is made to exhaust the machine that opens it.");

    public static Refusal TooLarge(string what) => new("import.too-large", $"{what} Split the table and import the parts one after the other.");

    public static Refusal NoSheet(string name, IEnumerable<string> sheets) =>
        new("import.no-such-sheet", $"There is no sheet “{name}”. The file has: {string.Join(", ", sheets.Take(20).Select(s => $"“{s}”"))}.");

    public static Refusal NoColumn(string header) =>
        new("import.column-missing", $"The mapping speaks of a column “{header}”, which the table does not have. Change the mapping, or the header in the table.");

    public static Refusal NoHeader(int rows) => new("import.no-header", $"The table ends before its header does: the mapping puts the header at row {rows}.");

    public static Refusal Unmapped(string label) =>
        new("import.not-mapped", $"No column is mapped to “{label}”, which every new record needs. Choose the column, or the column with the record’s id.");

    public static Refusal Twice(string label) => new("import.mapped-twice", $"Two columns are mapped to “{label}”. Leave one of them out.");

    public static Refusal NoField(string word) => new("import.no-such-field", $"The mapping names a field “{word}” that is not known here. The guide lists the fields.");

    public static Refusal OrderUnknown(string header, string sample) =>
        new("import.date-order-unknown", $"Column “{header}” has dates like {sample}, where day and month cannot be told apart. Say which comes first: day-first or month-first.");

    public static Refusal BadMapping(string why) => new("import.mapping-unreadable", $"The mapping cannot be read: {why}");

    public static Refusal NoFile { get; } = new("import.no-file", "No file and no cells came with the form. Choose a file or paste the cells, and send it again.");

    public static Refusal Gone { get; } = new("import.not-found", "There is no such import. Its file may have been removed; send it again.");

    public static Refusal Running { get; } = new("import.running", "This import is running. Wait until it has ended, or stop it first.");
}

/// <summary>Carries a refusal out of the reading of a table.</summary>
internal sealed class TableFault(Refusal refusal) : Exception(refusal.Message)
{
    public Refusal Refusal { get; } = refusal;
}
