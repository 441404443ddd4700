using Concordat.Import.Mappings;
using Concordat.Import.Run;
using Concordat.Import.Tables;
using Concordat.Tests.Storage;

namespace Concordat.Tests.Import;

/// <summary>Published tables of four shapes and date formats, and a register of organisations: through the same door. They lie outside the repository.</summary>
public class SharedTablesTests
{
    private static byte[] Bytes(string name)
    {
        var folder = Environment.GetEnvironmentVariable("CONCORDAT_SHARED") is { Length: > 0 } named ? named : Path.Combine(Repository.Root, "..", "shared");
        var path = Path.Combine(folder, "data", name);
        if (!File.Exists(path)) Assert.Skip($"{path} is not there.");
        return File.ReadAllBytes(path);
    }

    private static (TableFile File, Mapping Mapping, TableView View) Proposed(string name, byte[] bytes)
    {
        var file = OpenTable.Read(bytes, Path.GetFileName(name)).Value;
        var kind = ProposeMapping.Kind(file.Head(0, 25).Value);
        var view = ProposeMapping.Look(file, 0, kind).Value;
        return (file, ProposeMapping.From(view, kind, null), view);
    }

    [Theory]
    [InlineData("international-agreements/huggo.csv", 4532, "title=Title inForce=Begin ends=End signed=Signature kind=TypeAgree place=Location")]
    [InlineData("international-agreements/ieadb-treaties.csv", 5728, "signed=Signature Date inForce=Date IEA entered into force title=Treaty Name kind=Agreement Type (level 2)")]
    [InlineData("international-agreements/gptad.csv", 352, "title=Common.Name partners=Membership kind=Type signed=Date.of.Signature inForce=Date.of.Entry.into.Force status=In.force.status")]
    [InlineData("international-agreements/tfdd.csv", 2116, "key=Entry ID partners=Country_Name title=DocumentName signed=DateSigned partners=Signatories kind=DocType note=Notes place=LocationSigned")]
    [InlineData("uk-treaties/uk-treaties.csv", 8134, "key=uuid title=title subject=subject signed=signed_date place=signed_place inForce=entry_into_force_date terminated=terminated_date partners=parties number=references")]
    [InlineData("ror/ror-organizations.jsonl.gz", 51370, "identifier=id name=name otherNames=labels otherNames=aliases acronym=acronyms kind=types country=country place=city website=website parents=relationships")]
    public void The_columns_are_proposed_from_their_headers(string name, int rows, string columns)
    {
        var (_, mapping, view) = Proposed(name, Bytes(name));
        Assert.Equal(rows, view.Rows);
        var proposed = mapping.Columns.Select(c => $"{c.Field}={c.Header}").ToList();
        foreach (var column in System.Text.RegularExpressions.Regex.Split(columns, @" (?=\w+=)", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1))) Assert.Contains(column, proposed);
    }

    [Fact]
    public void The_order_of_day_and_month_is_proved_by_the_column_or_asked_for()
    {
        Assert.Equal(Column.MonthFirst, Proposed("gptad.csv", Bytes("international-agreements/gptad.csv")).View["Date.of.Signature"]!.Dates.Order);
        // Dots with the day first, slashes with the month first, in one column.
        Assert.True(Proposed("tfdd.csv", Bytes("international-agreements/tfdd.csv")).View["DateSigned"]!.Dates.MustAsk);
    }

    [Fact]
    public async Task Trade_agreements_come_in_twice_and_the_second_time_changes_nothing()
    {
        var bytes = Bytes("international-agreements/gptad.csv");
        await using var bed = await Databases.NewAsync(Database.Sqlite);
        var (file, mapping, _) = Proposed("gptad.csv", bytes);
        var import = new ImportTable(bed.Store, bed.Journal, bed.Clock);
        var first = (await import.RunAsync(Actor.Local, bytes, file, mapping, dry: false)).Value;
        Assert.Equal((352, 352, 0), (first.Rows, first.Made, first.Refused));
        var second = (await import.RunAsync(Actor.Local, bytes, file, mapping, dry: false)).Value;
        Assert.Equal((352, 0, 0, 0), (second.Same, second.Made, second.Organisations, second.Refused));
        await bed.VerifiedAsync();
    }
}
