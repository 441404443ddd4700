using System.Text;
using Concordat.Import.Mappings;
using Concordat.Import.Tables;

namespace Concordat.Tests.Import.Mappings;

/// <summary>What the columns of a table are, by their names and by what they hold.</summary>
public class ProposeMappingTests
{
    private static string? Target(string column, params string[] lines)
    {
        var file = OpenTable.Read(Encoding.UTF8.GetBytes(string.Join('\n', lines)), "register.csv").Value;
        return ProposeMapping.Look(file, 0, "agreement").Value[column]?.Target;
    }

    [Theory]
    [InlineData("Active", "Expired", "status")]
    [InlineData("In force", "To be confirmed", "status")]
    [InlineData("Norway", "Kerala", "country")]
    [InlineData("Active", "Norway", "country")]
    public void A_column_State_is_told_by_its_cells(string first, string second, string target) =>
        Assert.Equal(target, Target("State", "Title;State;Signed", $"Sea ice study;{first};2019-04-03", $"Snow and firn;{second};2019-12-25"));

    [Fact]
    public void A_state_that_an_export_computed_is_nothing_when_it_comes_back() =>
        Assert.Null(Target("State", "Title;State;Record", "Sea ice study;In force;01a20785-6fed-715e-abc3-09967bb016bd", "Snow and firn;Signed;01a20785-6fee-7b62-a091-da7e7a65656b"));
}
