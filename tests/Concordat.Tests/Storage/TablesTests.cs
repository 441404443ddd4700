using Concordat.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Concordat.Tests.Storage;

public class TablesTests
{
    private static RegisterDb Context(Database database) => database == Database.Sqlite ? new SqliteDesign().CreateDbContext([]) : new PostgresDesign().CreateDbContext([]);

    [Theory, BothDatabases]
    public void Every_table_is_of_exactly_one_sort(Database database)
    {
        using var context = Context(database);
        var tables = context.Model.GetEntityTypes().Select(e => e.ClrType).ToList();
        Assert.All(tables, t => Assert.True(new[] { Tables.Register, Tables.Workshop, Tables.Derived }.Count(s => s.Contains(t)) == 1, $"{t.Name} is in no list of Tables, or in two"));
        Assert.Equal(tables.Count, Tables.Register.Count + Tables.Workshop.Count + Tables.Derived.Count);
    }

    [Theory, BothDatabases]
    public void Derived_tables_are_exactly_those_whose_rows_say_which_record_they_come_from(Database database)
    {
        using var context = Context(database);
        Assert.Equal(Tables.Derived.OrderBy(t => t.Name), RegisterDb.DerivedTables(context.Model).Select(e => e.ClrType).OrderBy(t => t.Name));
    }

    [Theory, BothDatabases]
    public void No_change_of_a_table_is_without_its_migration(Database database)
    {
        using var context = Context(database);
        Assert.False(context.GetService<IMigrator>().HasPendingModelChanges(), "Run dotnet-ef migrations add for both databases.");
        Assert.NotEmpty(context.GetService<IMigrationsAssembly>().Migrations);
    }

    [Fact]
    public void Text_is_ordered_by_code_point_on_postgresql()
    {
        using var context = Context(Database.Postgres);
        var model = context.GetService<IDesignTimeModel>().Model;
        Assert.All(model.GetEntityTypes().SelectMany(e => e.GetProperties()).Where(p => p.ClrType == typeof(string)), p => Assert.Equal("C", p.GetCollation()));
    }

    [Theory, BothDatabases]
    public async Task Both_databases_have_the_same_tables_and_columns(Database database)
    {
        using var here = Context(database);
        using var there = Context(database == Database.Sqlite ? Database.Postgres : Database.Sqlite);
        static IEnumerable<string> Columns(RegisterDb db) => db.Model.GetEntityTypes().SelectMany(e => e.GetProperties().Select(p => $"{e.GetTableName()}.{p.GetColumnName()} {p.IsNullable}")).Order(StringComparer.Ordinal);
        Assert.Equal(Columns(here), Columns(there));
        await using var bed = await Databases.NewAsync(database);
        foreach (var table in here.Model.GetEntityTypes().Select(RowTable.Of)) Assert.Empty(await bed.RowsAsync(table.Select));
    }
}
