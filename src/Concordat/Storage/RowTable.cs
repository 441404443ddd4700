using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Concordat.Storage;

/// <summary>Writes and reads the rows of one table by the mapping that queries use, without a change tracker.</summary>
internal sealed class RowTable
{
    private static readonly ConcurrentDictionary<IEntityType, RowTable> Made = new();
    private static readonly NpgsqlCommand Maker = new();
    private readonly IProperty[] _properties;
    private readonly RelationalTypeMapping[] _mappings;

    private RowTable(IEntityType entity)
    {
        Type = entity.ClrType;
        Name = entity.GetTableName()!;
        _properties = [.. entity.GetProperties()];
        _mappings = [.. _properties.Select(p => p.GetRelationalTypeMapping())];
        Columns = [.. _properties.Select(p => p.GetColumnName())];
        Types = [.. _properties.Select(p => (Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType, p.IsNullable))];
        Key = [.. entity.FindPrimaryKey()!.Properties.Select(p => p.GetColumnName())];
        var names = string.Join(", ", Columns.Select(Quote));
        Insert = $"INSERT INTO {Quote(Name)} ({names}) VALUES ({string.Join(", ", Columns.Select((_, i) => "@p" + i))})";
        Copy = $"COPY {Quote(Name)} ({names}) FROM STDIN (FORMAT BINARY)";
        Select = $"SELECT {names} FROM {Quote(Name)}";
        DeleteOf = $"DELETE FROM {Quote(Name)} WHERE record = @p0";
    }

    public Type Type { get; }
    public string Name { get; }
    public string[] Columns { get; }
    /// <summary>What each column holds, and whether it may be null.</summary>
    public (Type Type, bool Nullable)[] Types { get; }
    public string[] Key { get; }
    public string Insert { get; }
    public string Copy { get; }
    public string Select { get; }
    public string DeleteOf { get; }
    /// <summary>The columns of the key, for ORDER BY.</summary>
    public string KeyOrder => string.Join(", ", Key.Select(Quote));

    public static RowTable Of(IEntityType entity) => Made.GetOrAdd(entity, e => new RowTable(e));

    public static string Quote(string name) => $"\"{name}\"";

    /// <summary>Values as the database driver takes them, in column order.</summary>
    public object?[] Values(object row)
    {
        var values = new object?[_properties.Length];
        for (var i = 0; i < values.Length; i++) values[i] = _properties[i].GetGetter().GetClrValueUsingContainingEntity(row);
        return values;
    }

    /// <summary>Values of the key, in its order.</summary>
    public object[] KeyOf(object row)
    {
        var values = Values(row);
        return [.. Key.Select(k => values[Array.IndexOf(Columns, k)]!)];
    }

    /// <summary>Sets the parameters of an insert to values in column order.</summary>
    public void Fill(DbCommand command, object?[] values)
    {
        var first = command.Parameters.Count == 0;
        for (var i = 0; i < _properties.Length; i++)
        {
            if (first) command.Parameters.Add(_mappings[i].CreateParameter(command, "@p" + i, values[i], nullable: true));
            else command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }
    }

    /// <summary>Sets the parameters of an insert; the command is made once and stays prepared.</summary>
    public void Fill(DbCommand command, object row)
    {
        var first = command.Parameters.Count == 0;
        for (var i = 0; i < _properties.Length; i++)
        {
            var value = _properties[i].GetGetter().GetClrValueUsingContainingEntity(row);
            if (first) command.Parameters.Add(_mappings[i].CreateParameter(command, "@p" + i, value, nullable: true));
            else command.Parameters[i].Value = value ?? DBNull.Value;
        }
    }

    /// <summary>An insert of values in column order that travels with others.</summary>
    public NpgsqlBatchCommand InsertOf(object?[] values)
    {
        var command = new NpgsqlBatchCommand(Insert);
        for (var i = 0; i < _properties.Length; i++) command.Parameters.Add(_mappings[i].CreateParameter(Maker, "@p" + i, values[i], nullable: true));
        return command;
    }

    /// <summary>An insert that travels with others.</summary>
    public NpgsqlBatchCommand InsertOf(object row)
    {
        var command = new NpgsqlBatchCommand(Insert);
        for (var i = 0; i < _properties.Length; i++)
            command.Parameters.Add(_mappings[i].CreateParameter(Maker, "@p" + i, _properties[i].GetGetter().GetClrValueUsingContainingEntity(row), nullable: true));
        return command;
    }

    /// <summary>A row as text: different rows give different texts, whichever database holds them.</summary>
    /// <param name="values">In column order, as made by <see cref="Values"/> or as read from the table.</param>
    public static string Show(object?[] values) => string.Join(", ", values.Select(Show));

    private static string Show(object? value) => value switch
    {
        null or DBNull => "∅",
        byte[] bytes => "0x" + Convert.ToHexStringLower(bytes),
        // Identifiers are upper-case text on the embedded database: another spelling would not be found by queries.
        Guid id => Quoted(id.ToString("D").ToUpperInvariant()),
        bool yes => yes ? "1" : "0",
        string text => Quoted(text),
        _ => Convert.ToString(value)!,
    };

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
