namespace Concordat.Import.Tables;

/// <summary>How much of a table is read before it is refused. Sizes in bytes.</summary>
public sealed record TableLimits
{
    private const int Megabyte = 1024 * 1024;

    public static TableLimits Default { get; } = new();

    /// <summary>The file as sent: 50 MB.</summary>
    public int FileBytes { get; init; } = 50 * Megabyte;

    /// <summary>Rows of one sheet: the most that XLSX knows.</summary>
    public int Rows { get; init; } = 1_048_576;

    /// <summary>Columns; a spreadsheet of records has far fewer.</summary>
    public int Columns { get; init; } = 512;

    /// <summary>Cells of one sheet, empty ones not counted: 20 million.</summary>
    public int Cells { get; init; } = 20_000_000;

    /// <summary>Letters of one cell: the most that XLSX knows.</summary>
    public int CellLetters { get; init; } = 32_767;

    /// <summary>Letters of all words that an XLSX file shares between cells: 64 million.</summary>
    public int SharedLetters { get; init; } = 64 * Megabyte;

    /// <summary>One XML part of an XLSX file, unpacked: 1 GB; it is streamed, never held.</summary>
    public long PartBytes { get; init; } = 1024L * Megabyte;

    /// <summary>How many times larger than packed a part may unpack to, from 10 MB on.</summary>
    public int Ratio { get; init; } = 400;

    /// <summary>Parts of an XLSX file.</summary>
    public int Parts { get; init; } = 10_000;

    /// <summary>Merged areas of one sheet that are heeded.</summary>
    public int Merges { get; init; } = 20_000;
}
