using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using Concordat.Tests.Storage;

namespace Concordat.Tests.Architecture;

/// <summary>Proves with the compiler that each banned call is refused: a list with a misspelt symbol bans nothing and says nothing.</summary>
public class BannedSymbolsTests
{
    private const string Head = """
        using System; using System.Linq; using System.Threading.Tasks; using Microsoft.EntityFrameworkCore;
        public class Row { public int Id { get; set; } }
        public class Db : DbContext { public DbSet<Row> Rows => Set<Row>(); }
        public static class Sample { public static async Task RunAsync(Db db) {

        """;

    private static readonly string[] Wrong =
    [
        "db.SaveChanges();", "db.SaveChanges(true);", "await db.SaveChangesAsync();", "await db.SaveChangesAsync(true);",
        "db.Rows.ExecuteDelete();", "await db.Rows.ExecuteDeleteAsync();", "db.Rows.ExecuteUpdate(r => r.SetProperty(x => x.Id, 1));", "await db.Rows.ExecuteUpdateAsync(r => r.SetProperty(x => x.Id, 1));",
        "db.Database.ExecuteSql($\"DELETE FROM t\");", "await db.Database.ExecuteSqlAsync($\"DELETE FROM t\");", "db.Database.ExecuteSqlRaw(\"DELETE FROM t\");",
        "await db.Database.ExecuteSqlRawAsync(\"DELETE FROM t\");", "await db.Database.ExecuteSqlInterpolatedAsync($\"DELETE FROM t\");", "db.Database.SqlQueryRaw<int>(\"DELETE FROM t RETURNING id\");",
        "db.Database.GetDbConnection();", "db.Rows.FromSqlRaw(\"DELETE FROM t RETURNING *\");", "db.Rows.FromSql($\"DELETE FROM t RETURNING *\");", "db.Rows.FromSqlInterpolated($\"DELETE FROM t RETURNING *\");",
        "_ = DateTime.Now;", "_ = DateTime.UtcNow;", "_ = DateTime.Today;", "_ = DateTimeOffset.Now;", "_ = DateTimeOffset.UtcNow;", "_ = Guid.NewGuid();",
    ];

    private static readonly string[] Right = ["_ = await db.Rows.Where(r => r.Id > 1).ToListAsync();", "_ = TimeProvider.System.GetUtcNow();", "_ = DateTime.UnixEpoch;"];

    [Fact]
    public void Every_way_round_the_journal_and_the_clock_is_refused_by_the_compiler()
    {
        var refused = Refused([.. Wrong, .. Right]);
        Assert.Equal(Wrong, refused);
    }

    /// <summary>The statements on whose lines the analyser speaks.</summary>
    private static string[] Refused(string[] statements)
    {
        var folder = Directory.CreateTempSubdirectory("concordat-banned-");
        try
        {
            var sample = Path.Combine(folder.FullName, "Sample.cs");
            File.WriteAllText(sample, Head + string.Join('\n', statements) + "\nawait Task.Yield(); } }\n");
            var said = Compile(sample, folder.FullName);
            var first = Head.Count(c => c == '\n') + 1;
            Assert.DoesNotContain(": error CS", said, StringComparison.Ordinal);
            return [.. statements.Where((_, i) => said.Contains($"Sample.cs({first + i},", StringComparison.Ordinal))];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Compile(string sample, string folder)
    {
        var sdks = Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "sdk");
        var compiler = Directory.Exists(sdks) ? Directory.GetFiles(sdks, "csc.dll", SearchOption.AllDirectories).Where(f => f.Contains("bincore", StringComparison.Ordinal)).Order(StringComparer.Ordinal).LastOrDefault() : null;
        if (compiler is null) Assert.Skip("No compiler beside this runtime.");
        var package = typeof(BannedSymbolsTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "BannedApiAnalyzers").Value!;
        var analysers = Directory.GetFiles(Path.Combine(package, "analyzers", "dotnet", "cs"), "*.dll");
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        string[] arguments =
        [
            "-nologo", "-target:library", "-nowarn:CS1701,CS1702", $"-out:{Path.Combine(folder, "Sample.dll")}", $"-additionalfile:{Path.Combine(Repository.Root, "BannedSymbols.txt")}",
            .. analysers.Select(a => "-analyzer:" + a), .. references.Select(r => "-r:" + r), sample,
        ];
        File.WriteAllLines(Path.Combine(folder, "compile.rsp"), arguments.Select(a => $"\"{a}\""));
        using var process = Process.Start(new ProcessStartInfo("dotnet", [compiler, "@" + Path.Combine(folder, "compile.rsp")]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return said;
    }
}
