namespace Concordat.Tests.Reading.Rules;

/// <summary>Names, offices and houses of people.</summary>
public sealed class PeopleTests
{
    [Theory]
    [InlineData("Aster University hosted a workshop. The Head of the Department of Public Health, Dr Anna Lind, opened it.", "Anna Lind, Head of the Department of Public Health, of Aster University")]
    [InlineData("Aster University met Norsk Havdata AS. \"Good,\" said Bo Ek, CEO of Norsk Havdata.", "Bo Ek, CEO, of Norsk Havdata AS")]
    [InlineData("A delegation of Aster University, led by Prof. Anna Lind, visited Birch Laboratory. The delegation was received by Dr Bo Ek, director of Birch Laboratory.", "Anna Lind, no office, of Aster University\nBo Ek, director, of Birch Laboratory")]
    [InlineData("Prof. Nils Berg, Dean of International Affairs, signed on behalf of Birch University. Aster University was glad.", "Nils Berg, Dean of International Affairs, of Birch University")]
    [InlineData("Aster University signed. The director of Cursos Mayores, Dr. Pilar Vela, applauded.", "Pilar Vela, director of Cursos Mayores, of Aster University")]
    [InlineData("Peru and Norway met. State Minister for Primary Healthcare, Dr Rosa Quispe, spoke.", "Rosa Quispe, State Minister for Primary Healthcare, of none")]
    [InlineData("The Geological Institute (INGE) and the Survey of Wales met. Executive president Econ. Úrsula Tejeda spoke.", "Úrsula Tejeda, Executive president, of Geological Institute")]
    public void An_office_and_a_house_are_found(string text, string said) => Assert.Equal(said, Said.People("date 2024-03-15\n" + text));

    [Fact]
    public void Whoever_holds_an_office_is_meant_by_it() =>
        Assert.Equal("loi signed 2024-03-12 [Chilean Navy; Aster University] (Anna Lind)", Said.Instruments("date 2024-03-15\nAster University has plans, says Rector Anna Lind of Aster University. On Tuesday the Rector signed a letter of intent with the Chilean Navy."));

    [Fact]
    public void The_heads_of_two_houses_come_in_their_order() =>
        Assert.Equal("Árni Blöndal, no office, of Icelandic Weather Office\nRúna Joensen, no office, of Faroese Weather Institute", Said.People("date 2024-04-18\nThe heads of the Icelandic Weather Office and of the Faroese Weather Institute, Árni Blöndal and Rúna Joensen, signed an agreement."));
}
