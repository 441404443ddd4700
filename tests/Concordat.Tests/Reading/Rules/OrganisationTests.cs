namespace Concordat.Tests.Reading.Rules;

/// <summary>Names of organisations without a plain head noun, and units that are none.</summary>
public sealed class OrganisationTests
{
    [Theory]
    [InlineData("Moravia Optik a.s. signed a licence agreement with Birch University.", "Moravia Optik a.s.; Birch University")]
    [InlineData("Natural Resources Canada (NRCan) and Birch University renewed their memorandum.", "Natural Resources Canada; Birch University")]
    [InlineData("Dynamix Space and Bharat Orbital signed an agreement. It bears the name of Dynamix CEO Claire Fontan and of Bharat Orbital's co-founder Rohan Iyer.", "Dynamix Space; Bharat Orbital")]
    [InlineData("King Harald City for Science and Birch University signed a memorandum.", "King Harald City for Science; Birch University")]
    [InlineData("Lund University of Sweden and Birch University signed a memorandum.", "Lund University; Birch University")]
    [InlineData("Birch University and the Aster Institute signed. Anna Lind, Head of the Institute of Linguistics at Birch University, spoke.", "Birch University; Aster Institute")]
    [InlineData("Birch University signed an agreement with Aster University. Nils Berg, a Member of the Executive Board, spoke.", "Birch University; Aster University")]
    public void Those_who_take_part_are_named(string text, string said) => Assert.Equal(said, Said.Organisations("date 2024-03-15\n" + text));
}
