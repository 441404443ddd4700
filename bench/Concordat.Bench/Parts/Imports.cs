using System.Data.Common;
using System.Diagnostics;
using System.Text;
using Concordat.Bench.Programme;
using Concordat.Bench.Shell;
using Concordat.Import.Mappings;
using Concordat.Import.Run;
using Concordat.Import.Tables;
using Concordat.Storage;
using Npgsql;

namespace Concordat.Bench.Parts;

/// <summary>An office's table taken in, against a plain insert of all rows that it made: entries, documents, projections.</summary>
internal static class Imports
{
    private const int Rows = 8000, AtOnce = 1000, Seed = 7;

    public static async Task<IReadOnlyList<string>> RowAsync(string name, StorePlace place, Register register)
    {
        await using var imported = await FreshAsync(place, "imported", register);
        await using var plain = await FreshAsync(place, "plain", register);
        var bytes = Encoding.UTF8.GetBytes(Table(register));
        var file = OpenTable.Read(bytes, "register.csv").Value;
        var kind = ProposeMapping.Kind(file.Head(0, 25).Value);
        var mapping = ProposeMapping.From(ProposeMapping.Look(file, 0, kind).Value, kind, null);
        var before = await imported.HeadAsync();
        var run = new ImportTable(imported, new Journal(imported, TimeProvider.System), TimeProvider.System);
        var watch = Stopwatch.StartNew();
        var report = (await run.RunAsync(Actor.Local, bytes, file, mapping, dry: false)).Value;
        var took = watch.Elapsed.TotalSeconds;
        watch.Restart();
        _ = (await run.RunAsync(Actor.Local, bytes, file, mapping, dry: false)).Value;
        var again = watch.Elapsed.TotalSeconds;
        var (rows, inserted) = await CopyAsync(imported, plain, before);
        return [name, Figures.Count(report.Made), Figures.Count(report.Made / took), Figures.Count(rows), Figures.Count(report.Made / inserted), $"{took / inserted:0.0} times", Figures.Count(report.Made / again)];
    }

    public static void Write(Report report, IEnumerable<IReadOnlyList<string>> rows)
    {
        report.Head("A table of agreements, imported");
        report.Say($"{Figures.Count(Rows)} rows of CSV with partners that the register knows; each value cites its cell. The plain insert writes the very rows that the import made, one prepared statement for each table, {Figures.Count(AtOnce)} rows in a transaction, nothing read, checked or computed. The last column is the same file a second time, which changes nothing.");
        report.Table(["Database", "Agreements", "Imported a second", "Database rows", "Plain insert, agreements a second", "Import takes", "Again, a second"], rows);
    }

    private static async Task<Store> FreshAsync(StorePlace place, string part, Register register)
    {
        var text = place.Postgres is null ? null : await NewAsync(place.Postgres, part);
        var store = (await Store.OpenAsync(new(Path.Combine(place.Folder, part), text))).Value;
        _ = (await new Journal(store, TimeProvider.System).BulkAsync(Actor.Local, "base", register.Before[0].ToAsyncEnumerable())).Value;
        return store;
    }

    private static async Task<string> NewAsync(string postgres, string name)
    {
        await using var source = NpgsqlDataSource.Create(postgres);
        await using var command = source.CreateCommand($"CREATE DATABASE {name}");
        await command.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(postgres) { Database = name }.ToString();
    }

    private static string Table(Register register)
    {
        var random = new Random(Seed);
        var text = new StringBuilder("File number;Title;Partners;Type;Signed;Valid till;Status;Desk officer;Subject\n");
        for (var i = 0; i < Rows; i++)
        {
            var signed = new DateOnly(2005, 1, 1).AddDays(random.Next(7600));
            var partners = string.Join("; ", Enumerable.Range(0, 1 + random.Next(3)).Select(_ => register.Names[random.Next(register.Names.Count)].Replace('"', ' ')));
            text.Append($"IC/{signed.Year}/{i:00000};Cooperation on subject {i % 613} of area {i % 17}, part {i};\"{partners}\";{(random.Next(2) == 0 ? "MoU" : "Project agreement")};{signed:yyyy-MM-dd};{signed.AddYears(5):yyyy-MM-dd};{(random.Next(3) == 0 ? "Active" : "")};Officer {i % 23};Area {i % 17}\n");
        }

        return text.ToString();
    }

    private static async Task<(int Rows, double Seconds)> CopyAsync(Store from, Store to, long before)
    {
        await using var reading = await from.ConnectAsync(default);
        await using var writing = await to.ConnectAsync(default);
        var all = new List<(RowTable Table, List<object?[]> Rows)>();
        foreach (var table in from.DerivedTables().Concat([from.Table(typeof(DocumentRow)), from.Table(typeof(EntryRow)), from.Table(typeof(CommitRow))]))
            all.Add((table, await MadeAsync(reading, table, before)));
        var watch = Stopwatch.StartNew();
        foreach (var (table, rows) in all)
            foreach (var part in rows.Chunk(AtOnce)) await InsertAsync(writing, table, part);
        return (all.Sum(a => a.Rows.Count), watch.Elapsed.TotalSeconds);
    }

    /// <summary>Rows of records that the import made, and of its commits.</summary>
    private static Task<List<object?[]>> MadeAsync(DbConnection connection, RowTable table, long before)
    {
        var which = table.Columns.Contains("seq") ? $"seq > {before}" : $"{(table.Columns.Contains("record") ? "record" : "id")} IN (SELECT record FROM entry WHERE seq > {before})";
        return Storage.Rows.ReadAsync(connection, $"{table.Select} WHERE {which}", default).ToListAsync().AsTask();
    }

    private static async Task InsertAsync(DbConnection connection, RowTable table, object?[][] rows)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        await using var command = connection.CreateCommand();
        (command.Transaction, command.CommandText) = (transaction, table.Insert);
        foreach (var row in rows)
        {
            table.Fill(command, row);
            await command.ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
    }
}
