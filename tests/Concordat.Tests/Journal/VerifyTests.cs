using Concordat.Storage;
using Concordat.Tests.Storage;

namespace Concordat.Tests.Journals;

/// <summary>Whatever is changed behind the journal's back is named.</summary>
public class VerifyTests
{
    private static Task<List<object?[]>> RowsOf(TestStore bed, RowTable table) => bed.RowsAsync($"{table.Select} ORDER BY {table.KeyOrder}");

    private static string Where(RowTable table, int from) => string.Join(" AND ", table.Key.Select((k, i) => $"{RowTable.Quote(k)} = @p{from + i}"));

    private static object[] KeyOf(RowTable table, object?[] row) => [.. table.Key.Select(k => row[Array.IndexOf(table.Columns, k)]!)];

    /// <summary>A value next to the one that stands there: one byte, one unit, or a value for none.</summary>
    private static object Beside(object? value, Type type) => value switch
    {
        byte[] bytes => bytes.Select((b, i) => i == bytes.Length / 2 ? (byte)(b ^ 1) : b).ToArray(),
        Guid id => new Guid([.. id.ToByteArray().Select((b, i) => i == 15 ? (byte)(b ^ 1) : b)]),
        string text when text.Length == 36 && Guid.TryParse(text, out _) => text[..35] + (text[35] == '7' ? '8' : '7'),
        string text => text + "x",
        bool yes => !yes,
        long number => number + 100_000,
        int number => number + 100_000,
        _ when type == typeof(Guid) => Guid.Parse("0198c0de-3333-7000-8000-000000000001"),
        _ when type == typeof(long) => 7L,
        _ when type == typeof(int) => 7,
        _ when type == typeof(byte[]) => new byte[] { 1 },
        _ => "x",
    };

    private static Type TypeOf(RowTable table, string column)
    {
        var property = table.Type.GetProperties().Single(p => string.Equals(p.Name, column.Replace("_", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase)).PropertyType;
        return Nullable.GetUnderlyingType(property) ?? property;
    }

    /// <summary>Changes every column of the first and the last row of a table, one at a time, and gives what verify says of each.</summary>
    private static async Task EachCellAsync(TestStore bed, RowTable table, Action<string, Verification> sees)
    {
        var rows = await RowsOf(bed, table);
        Assert.True(rows.Count > 0, $"The samples have no row in {table.Name}.");
        foreach (var row in rows.Take(1).Concat(rows.TakeLast(1)))
            foreach (var column in table.Columns)
            {
                var at = Array.IndexOf(table.Columns, column);
                object?[] changed = [.. row.Select((v, i) => i == at ? Beside(v, TypeOf(table, column)) : v)];
                Assert.Equal(1, await bed.SqlAsync($"UPDATE {RowTable.Quote(table.Name)} SET {RowTable.Quote(column)} = @p0 WHERE {Where(table, 1)}", [changed[at]!, .. KeyOf(table, row)]));
                sees($"{table.Name}.{column}: {row[at]} became {changed[at]}", await bed.VerifyAsync());
                await bed.SqlAsync($"UPDATE {RowTable.Quote(table.Name)} SET {RowTable.Quote(column)} = @p0 WHERE {Where(table, 1)}", [row[at] ?? DBNull.Value, .. KeyOf(table, changed)]);
            }
    }

    [Theory, BothDatabases]
    public async Task One_value_changed_in_any_row_of_any_derived_table_is_named(Database database)
    {
        await using var bed = await Databases.NewAsync(database);
        await SampleRecords.SaveAllAsync(bed);
        foreach (var table in bed.Store.DerivedTables())
            await EachCellAsync(bed, table, (what, found) => Assert.True(found.Faults.Any(f => f.Code == "row.stray" && f.What.Contains($"Table {table.Name},", StringComparison.Ordinal)), what));
        await bed.VerifiedAsync();
    }

    [Theory, BothDatabases]
    public async Task A_row_removed_or_added_in_any_derived_table_is_named(Database database)
    {
        await using var bed = await Databases.NewAsync(database);
        await SampleRecords.SaveAllAsync(bed);
        foreach (var table in bed.Store.DerivedTables())
        {
            var row = (await RowsOf(bed, table))[0];
            var name = $"Table {table.Name},";
            var insert = $"INSERT INTO {RowTable.Quote(table.Name)} VALUES ({string.Join(", ", row.Select((_, i) => "@p" + i))})";
            var select = $"INSERT INTO {RowTable.Quote(table.Name)} ({string.Join(", ", table.Columns.Select(RowTable.Quote))}) {insert[insert.IndexOf("VALUES", StringComparison.Ordinal)..]}";
            await bed.SqlAsync($"DELETE FROM {RowTable.Quote(table.Name)} WHERE {Where(table, 0)}", KeyOf(table, row));
            Assert.Contains((await bed.VerifyAsync()).Faults, f => f.Code == "row.differs" && f.What.Contains(name, StringComparison.Ordinal));
            await bed.SqlAsync(select, [.. row.Select(v => v ?? DBNull.Value)]);
            await bed.VerifiedAsync();
            // A row of a record that nobody knows.
            object?[] stray = [.. row.Select((v, i) => table.Columns[i] == "record" ? Beside(v, typeof(Guid)) : v)];
            await bed.SqlAsync(select, [.. stray.Select(v => v ?? DBNull.Value)]);
            Assert.Contains((await bed.VerifyAsync()).Faults, f => f.Code == "row.stray" && f.What.Contains(name, StringComparison.Ordinal));
            await bed.SqlAsync($"DELETE FROM {RowTable.Quote(table.Name)} WHERE {Where(table, 0)}", KeyOf(table, stray));
        }

        await bed.VerifiedAsync();
    }

    [Theory, BothDatabases]
    public async Task One_value_changed_in_a_commit_an_entry_or_a_document_is_named(Database database)
    {
        await using var bed = await Databases.NewAsync(database);
        await SampleRecords.SaveAsync(bed);
        foreach (var type in Tables.Register)
            await EachCellAsync(bed, bed.Store.Table(type), (what, found) => Assert.False(found.Clean, what));
        await EachCellAsync(bed, bed.Store.Table(typeof(DocumentRow)), (what, found) => Assert.True(found.Faults.Any(f => f.Code == "document.differs"), what));
        await EachCellAsync(bed, bed.Store.Table(typeof(CommitRow)), (what, found) => Assert.True(found.Faults.Any(f => f.Code.StartsWith("commit.", StringComparison.Ordinal)), what));
        await bed.VerifiedAsync();
    }

    [Theory, BothDatabases]
    public async Task Any_one_byte_of_an_entry_is_enough(Database database)
    {
        await using var bed = await Databases.NewAsync(database);
        await SampleRecords.SaveAsync(bed);
        var row = (await bed.RowsAsync("SELECT seq, ordinal, content FROM entry ORDER BY seq DESC, ordinal LIMIT 1"))[0];
        var content = (byte[])row[2]!;
        for (var at = 0; at < content.Length; at += 29)
        {
            byte[] changed = [.. content];
            changed[at] ^= (byte)(1 << (at % 7));
            await bed.SqlAsync("UPDATE entry SET content = @p0 WHERE seq = @p1 AND ordinal = @p2", changed, row[0]!, row[1]!);
            Assert.True((await bed.VerifyAsync()).Faults.Any(f => f.Code == "entry.content" && f.What.Contains($"Entry {row[0]}.{row[1]} ", StringComparison.Ordinal)), $"byte {at}");
        }
    }

    [Theory, BothDatabases]
    public async Task An_entry_that_lost_its_content_or_salt_is_named(Database database)
    {
        await using var bed = await Databases.NewAsync(database);
        await SampleRecords.SaveAsync(bed);
        await bed.SqlAsync("UPDATE entry SET content = NULL, salt = NULL WHERE seq = 2 AND ordinal = 0");
        Assert.Contains((await bed.VerifyAsync()).Faults, f => f.Code == "entry.content" && f.What.Contains("2.0", StringComparison.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task A_commit_removed_at_the_start_or_in_the_middle_is_named(Database database)
    {
        foreach (var seq in new[] { 1, 2 })
        {
            await using var bed = await Databases.NewAsync(database);
            await SampleRecords.SaveAsync(bed);
            await bed.SqlAsync("DELETE FROM \"commit\" WHERE seq = @p0", (long)seq);
            Assert.Empty(new[] { "commit.gap", "commit.link", "entry.stray" }.Except((await bed.VerifyAsync()).Faults.Select(f => f.Code)));
            await bed.SqlAsync("DELETE FROM entry WHERE seq = @p0", (long)seq);
            Assert.True((await new Rebuilder(bed.Store).RunAsync()).Done);
            Assert.Equal(["commit.gap", "commit.link"], (await bed.VerifyAsync()).Faults.Select(f => f.Code).Distinct());
        }
    }

    [Theory, BothDatabases]
    public async Task The_last_commit_removed_shows_only_against_a_digest_kept_elsewhere(Database database)
    {
        await using var bed = await Databases.NewAsync(database);
        await SampleRecords.SaveAsync(bed);
        var head = (await bed.VerifiedAsync()).Head;
        Assert.True((await bed.VerifyAsync(head.ToUpperInvariant() + " ")).Clean);
        await bed.SqlAsync("DELETE FROM \"commit\" WHERE seq = 3");
        Assert.Contains((await bed.VerifyAsync()).Faults, f => f.Code == "entry.stray");
        await bed.SqlAsync("DELETE FROM entry WHERE seq = 3");
        Assert.True((await new Rebuilder(bed.Store).RunAsync()).Done);
        Assert.True((await bed.VerifyAsync()).Clean);
        Assert.Equal("commit.head", Assert.Single((await bed.VerifyAsync(head)).Faults).Code);
    }

    [Theory, BothDatabases]
    public async Task An_entry_of_no_commit_is_named_wherever_it_stands(Database database)
    {
        await using var bed = await Databases.NewAsync(database);
        var records = await SampleRecords.SaveAsync(bed);
        foreach (var seq in new[] { -1L, 0L, 99L })
        {
            await bed.SqlAsync("INSERT INTO entry (seq, ordinal, record, version, digest) VALUES (@p0, 0, @p1, 99, @p2)", seq, records.Lab, new byte[32]);
            Assert.Contains((await bed.VerifyAsync()).Faults, f => f.Code == "entry.stray" && f.What.Contains($"Entry {seq}.0", StringComparison.Ordinal));
            await bed.SqlAsync("DELETE FROM entry WHERE version = 99");
        }
    }

    [Theory, BothDatabases]
    public async Task Rows_that_traded_the_same_text_between_columns_are_named(Database database)
    {
        await using var bed = await Databases.NewAsync(database);
        await SampleRecords.SaveAsync(bed);
        await bed.SqlAsync("UPDATE organisation SET title = title || ', ''' || sort_key, sort_key = '' WHERE acronym IS NOT NULL");
        Assert.False((await bed.VerifyAsync()).Clean);
    }

    [Fact]
    public async Task An_id_in_another_spelling_is_named_because_queries_would_miss_it()
    {
        await using var bed = await Databases.NewAsync(Database.Sqlite);
        await SampleRecords.SaveAsync(bed);
        foreach (var (table, column) in new[] { ("entry", "record"), ("document", "id"), ("link", "target"), ("headline", "record") })
        {
            await bed.SqlAsync($"UPDATE {table} SET {column} = lower({column})");
            Assert.False((await bed.VerifyAsync()).Clean, table);
            await bed.SqlAsync($"UPDATE {table} SET {column} = upper({column})");
            await bed.SqlAsync($"UPDATE {table} SET {column} = 'nonsense' WHERE rowid = 1");
            Assert.False((await bed.VerifyAsync()).Clean, table);
            await new Rebuilder(bed.Store).RunAsync();
            if (table == "entry") break;
        }
    }

    [Theory, BothDatabases]
    public async Task A_stored_file_changed_or_missing_is_named_and_comes_back_with_the_same_bytes(Database database)
    {
        await using var bed = await Databases.NewAsync(database);
        await SampleRecords.SaveAsync(bed);
        var file = Directory.GetFiles(Path.Combine(bed.Store.Place.Folder, "files"), "*", SearchOption.AllDirectories).Single();
        var bytes = await File.ReadAllBytesAsync(file);
        await File.WriteAllBytesAsync(file, [.. bytes[..^1], (byte)(bytes[^1] ^ 1)]);
        Assert.Contains((await bed.VerifyAsync()).Faults, f => f.Code == "file.differs" && f.What.Contains(Path.GetFileName(file), StringComparison.Ordinal));
        File.Delete(file);
        Assert.Contains((await bed.VerifyAsync()).Faults, f => f.Code == "file.missing" && f.What.Contains(Path.GetFileName(file), StringComparison.Ordinal));
        await File.WriteAllBytesAsync(file, [.. bytes[..^1], (byte)(bytes[^1] ^ 1)]);
        Assert.True((await bed.Store.Files.PutAsync(bytes)).Done);
        await bed.VerifiedAsync();
    }

    [Theory, BothDatabases]
    public async Task It_is_clean_while_a_writer_is_busy(Database database)
    {
        await using var bed = await Databases.NewAsync(database);
        var records = await SampleRecords.SaveAsync(bed);
        using var enough = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            for (var i = 0; !enough.IsCancellationRequested; i++)
                Assert.True((await bed.Journal.SaveAsync(new Deed(Actor.Local, [Edit.Of(await bed.FindAsync(records.Lab), new Set("place", $"Room {i}"))]))).Done);
        });
        var commits = new List<long>();
        for (var i = 0; i < 8 || (i < 300 && commits[^1] == commits[0]); i++) commits.Add((await bed.VerifiedAsync()).Commits);
        await enough.CancelAsync();
        await writing;
        Assert.True(commits[^1] > commits[0], "The writer wrote nothing.");
    }

    [Theory, BothDatabases]
    public async Task Rebuild_refuses_a_damaged_journal_and_changes_nothing(Database database)
    {
        await using var bed = await Databases.NewAsync(database);
        await SampleRecords.SaveAsync(bed);
        var before = await bed.ShownAsync();
        await bed.SqlAsync("UPDATE entry SET content = @p0 WHERE seq = 2 AND ordinal = 1", "{\"record\":1}"u8.ToArray());
        Assert.Equal("journal.damaged", (await new Rebuilder(bed.Store).RunAsync()).Refusal?.Code);
        Assert.Equal(before, await bed.ShownAsync());
    }

    [Theory, BothDatabases]
    public async Task Rebuild_mends_every_derived_table_while_savers_wait_or_are_refused(Database database)
    {
        await using var bed = await Databases.NewAsync(database);
        var records = await SampleRecords.SaveAsync(bed);
        foreach (var table in bed.Store.DerivedTables()) await bed.SqlAsync($"DELETE FROM {RowTable.Quote(table.Name)}");
        var saves = Enumerable.Range(0, 12).Select(i => Task.Run(() => bed.Journal.SaveAsync(new Deed(Actor.Local, [Edit.Create(Ids.New(TimeProvider.System), "person", [new Set("name", $"Person {i}")])])))).ToList();
        Assert.True((await new Rebuilder(bed.Store).RunAsync()).Done);
        Assert.All(await Task.WhenAll(saves), s => Assert.True(s.Done, s.Refusal?.ToString()));
        Assert.True((await bed.Journal.SaveAsync(new Deed(Actor.Local, [Edit.Of(await bed.FindAsync(records.Lab), new Set("place", "Bodø"))]))).Done);
        await bed.VerifiedAsync();
    }
}
