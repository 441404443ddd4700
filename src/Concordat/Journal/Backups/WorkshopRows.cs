using System.Data.Common;
using System.Text.Json;
using Concordat.Storage;

namespace Concordat.Backups;

/// <summary>Rows of workshop tables as lines of JSON, the same from either database.</summary>
internal static class WorkshopRows
{
    public static IEnumerable<RowTable> Tables(Store store) => Storage.Tables.Workshop.Select(store.Table).OrderBy(t => t.Name, StringComparer.Ordinal);

    public static IAsyncEnumerable<object?[]> ReadAsync(DbConnection connection, RowTable table, CancellationToken stop) => Rows.ReadAsync(connection, $"{table.Select} ORDER BY {table.KeyOrder}", stop);

    public static void Write(Stream to, RowTable table, object?[] row)
    {
        using (var json = new Utf8JsonWriter(to))
        {
            json.WriteStartObject();
            for (var i = 0; i < row.Length; i++)
            {
                json.WritePropertyName(table.Columns[i]);
                Write(json, table.Types[i].Type, row[i]);
            }

            json.WriteEndObject();
        }

        to.WriteByte((byte)'\n');
    }

    private static void Write(Utf8JsonWriter json, Type type, object? value)
    {
        if (value is null) json.WriteNullValue();
        else if (type == typeof(Guid)) json.WriteStringValue(Rows.Id(value));
        else if (type == typeof(string)) json.WriteStringValue((string)value);
        else if (type == typeof(long) || type == typeof(int)) json.WriteNumberValue(Rows.Number(value));
        else if (type == typeof(double)) json.WriteNumberValue((double)value);
        else if (type == typeof(bool)) json.WriteBooleanValue(value is true or long and not 0);
        else if (type == typeof(byte[])) json.WriteBase64StringValue((byte[])value);
        else throw new NotSupportedException($"No backup holds a column of {type}.");
    }

    /// <summary>Values in column order; a column that the backup's maker did not know gets nothing, or its type's nothing.</summary>
    /// <exception cref="Refused"><c>backup.newer</c> for a column that this version does not know.</exception>
    public static object?[] Parse(ReadOnlyMemory<byte> line, RowTable table)
    {
        using var json = JsonDocument.Parse(line);
        var row = new object?[table.Columns.Length];
        for (var i = 0; i < row.Length; i++) row[i] = Nothing(table.Types[i]);
        foreach (var member in json.RootElement.EnumerateObject())
        {
            var i = Array.IndexOf(table.Columns, member.Name);
            if (i < 0) throw new Refused(BackupRefusals.Newer($"it knows {table.Name}.{member.Name}"));
            row[i] = member.Value.ValueKind == JsonValueKind.Null ? null : Value(member.Value, table.Types[i].Type);
        }

        return row;
    }

    private static object Value(JsonElement value, Type type) =>
        type == typeof(Guid) ? value.GetGuid()
        : type == typeof(string) ? value.GetString()!
        : type == typeof(long) ? value.GetInt64()
        : type == typeof(int) ? value.GetInt32()
        : type == typeof(double) ? value.GetDouble()
        : type == typeof(bool) ? value.GetBoolean()
        : type == typeof(byte[]) ? value.GetBytesFromBase64()
        : throw new NotSupportedException($"No backup holds a column of {type}.");

    private static object? Nothing((Type Type, bool Nullable) column) =>
        column.Nullable ? null : column.Type == typeof(string) ? "" : column.Type == typeof(byte[]) ? Array.Empty<byte>() : Activator.CreateInstance(column.Type);
}
