using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Concordat.Storage;

/// <summary>What a database or a disk can refuse, in words that say what to do.</summary>
public static class StoreRefusals
{
    public static Refusal Newer(string migration) =>
        new("storage.newer", $"This data was written by a newer Concordat (it knows {migration}). Start that version, or restore a backup made by this one. Nothing was changed.");

    public static Refusal NotWritable(string folder) =>
        new("storage.not-writable", $"The data folder {folder} cannot be written to. Give this user the right to write there, or name another folder with --data.");

    public static Refusal Full { get; } =
        new("storage.full", "The disk is full: nothing of this change was saved, and nothing saved earlier is lost. Free some space and try again.");

    public static Refusal Busy { get; } =
        new("storage.busy", "Another program holds the database. Nothing was saved. End that program, or wait for it, and try again.");

    public static Refusal ReadOnly { get; } =
        new("storage.read-only", "The database can only be read. Nothing was saved. Check the rights of the data folder.");

    public static Refusal Unreachable(string why) =>
        new("storage.unreachable", $"The database does not answer: {why}. Nothing was saved. Check that it runs and that the address is right.");

    public static Refusal NotADatabase(string file) =>
        new("storage.damaged", $"{file} is not a database, or is damaged. Restore a backup, or name another folder with --data.");

    /// <summary>The refusal that an exception of the database or disk stands for; null for a fault of ours.</summary>
    public static Refusal? From(Exception error) => error switch
    {
        SqliteException sqlite => FromSqlite(sqlite),
        PostgresException { SqlState: "53100" or "53200" } => Full,
        PostgresException { SqlState: "25006" } => ReadOnly,
        PostgresException { SqlState: "55P03" or "53300" } => Busy,
        NpgsqlException and not PostgresException => Unreachable(error.Message),
        IOException io when io.HResult is 28 or -2147024784 || io.Message.Contains("No space left", StringComparison.Ordinal) || io.Message.Contains("File too large", StringComparison.Ordinal) => Full,
        IOException { HResult: 27 } => Full,
        UnauthorizedAccessException => ReadOnly,
        DbException { InnerException: { } inner } => From(inner),
        _ => null,
    };

    private static Refusal? FromSqlite(SqliteException error) => error.SqliteErrorCode switch
    {
        5 or 6 => Busy,
        8 => ReadOnly,
        10 or 13 => Full,
        11 or 26 => NotADatabase("The database file"),
        14 => NotWritable("of this installation"),
        _ => null,
    };
}
