using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Concordat.Storage;

/// <summary>What a database or a disk can refuse, in words that say what to do.</summary>
public static class StoreRefusals
{
    public static Refusal Newer(string migration) =>
        new("storage.newer", $"This data was written by a newer Concordat (it knows {migration}). Start that version, or restore a backup made by this one. Nothing was changed.");

    public static Refusal Older { get; } =
        new("storage.older", "There is no register here, or one of an older Concordat. Nothing was changed. Use the version that serves it; or start this version once (./concordat serve), which brings it up to date.");

    public static Refusal NotWritable(string folder) =>
        new("storage.not-writable", $"The data folder {folder} cannot be written to. Give this user the right to write there, or name another folder with --data.");

    public static Refusal Full { get; } =
        new("storage.full", "The disk is full: nothing of this change was saved, and nothing saved earlier is lost. Free some space and try again.");

    public static Refusal DiskFault { get; } =
        new("storage.disk-fault", "The disk does not take or give what is asked of it. Nothing of this change was saved. Check the disk, its quota and its cables, then try again.");

    public static Refusal Busy { get; } =
        new("storage.busy", "Another program holds the database. Nothing was saved. End that program, or wait for it, and try again.");

    public static Refusal ReadOnly { get; } =
        new("storage.read-only", "The database can only be read. Nothing was saved. Check the rights of the data folder.");

    public static Refusal Uncertain { get; } =
        new("storage.uncertain", "The database stopped answering while the change was being saved: it was saved wholly or not at all. Open the record to see which, before you save again.");

    public static Refusal Unreachable(string why) =>
        new("storage.unreachable", $"The database does not answer: {why}. Nothing was saved. Check that it runs and that the address is right.");

    public static Refusal NotADatabase(string file) =>
        new("storage.damaged", $"{file} is not a database, or is damaged. Restore a backup, or name another folder with --data.");

    /// <summary>The refusal that an exception of the database or disk stands for; null for a fault of ours.</summary>
    public static Refusal? From(Exception error) => error switch
    {
        Refused { Refusal: var refusal } => refusal,
        SqliteException sqlite => FromSqlite(sqlite),
        PostgresException postgres => FromPostgres(postgres),
        NpgsqlException => Unreachable(error.Message),
        UnauthorizedAccessException => ReadOnly,
        IOException io => FromDisk(io),
        DbException { InnerException: { } inner } => From(inner),
        // The query framework wraps what it takes for passing troubles.
        InvalidOperationException { InnerException: DbException inner } => From(inner),
        _ => null,
    };

    /// <summary>Source: the primary and extended result codes of SQLite.</summary>
    private static Refusal? FromSqlite(SqliteException error) => (error.SqliteErrorCode, error.SqliteExtendedErrorCode) switch
    {
        (5 or 6, _) => Busy,
        (8, _) => ReadOnly,
        // Full; a write, or the growing of the shared index, that was refused, as by a quota or a limit.
        (13, _) or (10, 778 or 4874) => Full,
        (10, _) => DiskFault,
        (11 or 26, _) => NotADatabase("The database file"),
        (14, _) => NotWritable("of this installation"),
        _ => null,
    };

    /// <summary>Source: PostgreSQL, appendix A, error codes.</summary>
    private static Refusal? FromPostgres(PostgresException error) => error.SqlState switch
    {
        "53100" => Full,
        "58030" => DiskFault,
        "25006" or "42501" => ReadOnly,
        "55P03" or "53300" or "40001" or "40P01" => Busy,
        "XX001" or "XX002" => NotADatabase("The database"),
        "53200" or "57P01" or "57P02" or "57P03" or "3D000" or "28000" or "28P01" => Unreachable(error.MessageText),
        _ => null,
    };

    /// <summary>Codes of errno(3), which Linux and macOS share but for the quota; the last is Windows' ERROR_DISK_FULL.</summary>
    private static Refusal? FromDisk(IOException error) => error.HResult switch
    {
        27 or 28 or 69 or 122 or -2147024784 => Full,
        30 => ReadOnly,
        5 => DiskFault,
        _ => null,
    };
}

/// <summary>Carries a refusal out of a transaction.</summary>
internal sealed class Refused(Refusal refusal) : Exception(refusal.Message)
{
    public Refusal Refusal { get; } = refusal;
}
