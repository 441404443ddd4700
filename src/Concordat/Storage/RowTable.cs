using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Concordat.Storage;

/// <summary>Writes and reads the rows of one table by the mapping that queries use, without a change tracker.</summary>
internal sealed class RowTable
{
    private static readonly ConcurrentDictionary<IEntityType, RowTable> Made = new();
    private readonly IProperty[] _properties;
    private readonly RelationalTypeMapping[] _mappings;

    private RowTable(IEntityType entity)
    {
        Type = entity.ClrType;
        Name = entity.GetTableName()!;
        var key = entity.FindPrimaryKey()!.Properties.Select(p => p.GetColumnName()).ToArray();
        _properties = [.. entity.GetProperties()];
        _mappings = [.. _properties.Select(p => p.GetRelationalTypeMapping())];
        Columns = [.. _properties.Select(p => p.GetColumnName())];
        KeyOrder = string.Join(", ", key.Select(Quote));
        Insert = $"INSERT INTO {Quote(Name)} ({string.Join(", ", Columns.Select(Quote))}) VALUES ({string.Join(", ", Columns.Select((_, i) => "@p" + i))})";
        Copy = $"COPY {Quote(Name)} ({string.Join(", ", Columns.Select(Quote))}) FROM STDIN (FORMAT BINARY)";
        DeleteOf = $"DELETE FROM {Quote(Name)} WHERE record = @p0";
    }

    public Type Type { get; }
    public string Name { get; }
    public string[] Columns { get; }
    public string Insert { get; }
    public string Copy { get; }
    public string DeleteOf { get; }
    /// <summary>The columns of the key, for ORDER BY.</summary>
    public string KeyOrder { get; }

    public string Select => $"SELECT {string.Join(", ", Columns.Select(Quote))} FROM {Quote(Name)}";

    public static RowTable Of(IEntityType entity) => Made.GetOrAdd(entity, e => new RowTable(e));

    public static string Quote(string name) => $"\"{name}\"";

    /// <summary>Values as the database driver takes them, in column order.</summary>
    public object?[] Values(object row)
    {
        var values = new object?[_properties.Length];
        for (var i = 0; i < values.Length; i++) values[i] = _properties[i].GetGetter().GetClrValueUsingContainingEntity(row);
        return values;
    }

    public RelationalTypeMapping Mapping(int column) => _mappings[column];

    /// <summary>Sets the parameters of an insert; the command is made once and prepared.</summary>
    public void Fill(DbCommand command, object row)
    {
        var first = command.Parameters.Count == 0;
        for (var i = 0; i < _properties.Length; i++)
        {
            var value = _properties[i].GetGetter().GetClrValueUsingContainingEntity(row);
            if (first) command.Parameters.Add(_mappings[i].CreateParameter(command, "@p" + i, value, nullable: true));
            else command.Parameters[i].Value = value ?? DBNull.Value;
        }

        if (first) command.Prepare();
    }

    /// <summary>One value as text that is the same on both databases and for expected and stored rows.</summary>
    public static string Show(object? value) => value switch
    {
        null or DBNull => "∅",
        byte[] bytes => Convert.ToHexStringLower(bytes),
        Guid id => id.ToString("D"),
        bool yes => yes ? "1" : "0",
        string text when Guid.TryParseExact(text, "D", out var id) => id.ToString("D"),
        _ => Convert.ToString(value)!,
    };
}
