namespace Concordat.Tests.Reading.Rules;

/// <summary>Names that look like something else, and names in other languages.</summary>
public sealed class NamesTests
{
    private const string Day = "date 2024-05-15\n";

    [Theory]
    [InlineData("Minister Florence Lindqvist of Sweden met her counterpart, Dr. Sofia Abellan, in Oslo on Monday.", "Florence Lindqvist, Minister, of none\nSofia Abellan, no office, of none")]
    [InlineData("The Rector of Aster University, Professor Jandira Lima Sampaio, spoke on Monday.", "Jandira Lima Sampaio, Rector, of Aster University")]
    [InlineData("Ingénieur général Thibault Marchal and Capitaine de vaisseau Ronan Lefort visited the Aster Institute.", "Thibault Marchal, no office, of none\nRonan Lefort, no office, of none")]
    [InlineData("Dr. Ch. Venkata Ramu, Dean of Science at Aster University, thanked Prof. Kiprono arap Tuwei of Birch University.", "Ch. Venkata Ramu, Dean of Science, of Aster University\nKiprono arap Tuwei, no office, of Birch University")]
    public void People_may_bear_the_names_of_towns_and_ranks_of_other_languages(string text, string said) => Assert.Equal(said, Said.People(Day + text));

    [Fact]
    public void Islands_between_which_something_lies_are_nobody() => Assert.Empty(Said.People(Day + "The Aster Institute will put gliders in the sea between São Miguel and Santa Roja."));

    [Fact]
    public void A_ship_is_nobody() => Assert.Empty(Said.People(Day + "The two institutes met aboard the icebreaker Almirante Vial."));

    [Theory]
    [InlineData("The École d'Ingénieurs de Brumont signed a letter of intent with the Université du Québec en Haute-Rive.", "École d'Ingénieurs de Brumont; Université du Québec en Haute-Rive")]
    [InlineData("The Direction générale des forêts (DGF) signed a letter of intent with the Kathiawar Vidyapeeth.", "Direction générale des forêts; Kathiawar Vidyapeeth")]
    [InlineData("Innovation Fund Norway and Research Council Lithuania signed a letter of intent.", "Innovation Fund Norway; Research Council Lithuania")]
    [InlineData("The Ghana Armed Forces Research and Production Unit tested a boat with the Aster Institute.", "Ghana Armed Forces Research and Production Unit; Aster Institute")]
    public void Organisations_bear_the_names_that_their_country_gives_them(string text, string said) => Assert.Equal(said, Said.Organisations(Day + text));

    [Theory]
    [InlineData("The Government of India and the Government of Peru signed a treaty on Tuesday.", "treaty signed 2024-05-14 [India; Peru] ()")]
    [InlineData("A treaty between the Kingdom of Spain and the Republic of Cape Verde was signed on Tuesday.", "treaty signed 2024-05-14 [Spain; Cape Verde] ()")]
    public void A_government_or_a_kingdom_is_its_state(string text, string said) => Assert.Equal(said, Said.Instruments(Day + text));

    [Theory]
    [InlineData("A delegation from Birch University, Norway, visited Aster University on Tuesday. The delegation consisted of Prof. Anna Lind (Dean of Earth Sciences) and a lecturer, Mr. Karl Aas.", "Anna Lind, Dean of Earth Sciences, of Birch University")]
    [InlineData("Rector of Aster University, Prof. Yusril, received a delegation from Birch University, Norway, on Tuesday. Also present were Dr. Desma, M.Si., and the Dean of Engineering, Dr. Eng. Febrizal.", "Febrizal, Dean of Engineering, of Aster University")]
    [InlineData("Aster University and Birch University signed a letter of intent. Aster Vice-Chancellor Anna Lind and Birch Rector Bo Ek were there. Registrar Maria Gomes and Vice-Rector Karl Aas looked on.", "Maria Gomes, Registrar, of Aster University")]
    [InlineData("Joint Secretary Anna Lind, who is in charge of exchanges in the Ministry of Science, opened the day with Dr Bo Ek of Aster University.", "Anna Lind, Joint Secretary, of Ministry of Science")]
    [InlineData("Aster University ends its agreement with Ural Polytechnic, Rector Anna Lind announced on Wednesday.", "Anna Lind, Rector, of Aster University")]
    [InlineData("A team of the Birch College visited the Naval Institute on Monday. Responding, the Commandant, Commodore Bo Ek, said the institute was ready.", "Bo Ek, Commandant, of Naval Institute")]
    [InlineData("The President of Aster University, Khaled Salem, and his counterpart at the University of Sarajin, Professor Rifat Skrin, met.", "Rifat Skrin, no office, of University of Sarajin")]
    [InlineData("A delegation of Birch University came. The delegation was led by Prof. Karl Aas. His colleague Ms. Anke Lund spoke of Aster University.", "Anke Lund, no office, of Birch University")]
    [InlineData("The Cedar Centre for Minerals will be headed by Dr Anna Lind, and Aster University helps.", "Anna Lind, no office, of Cedar Centre for Minerals")]
    [InlineData("The National Space Facilities Centre of Arkenia spoke. NSFC acting head Volodymyr Taft agreed with Aster University.", "Volodymyr Taft, acting head, of National Space Facilities Centre of Arkenia")]
    [InlineData("The Khazar Space Agency (KSA) signed with Lunaria Space S.p.A. on Monday. KSA chairman Samir Asad and Lunaria CEO Luigi Pala were there.", "Luigi Pala, CEO, of Lunaria Space S.p.A.")]
    [InlineData("Dr Bo Ek, Director, Capacity Building, on behalf of the Birch Space Agency, and Dr Anna Lind of Aster University spoke.", "Bo Ek, Director, Capacity Building, of Birch Space Agency")]
    public void The_house_of_a_person_may_stand_elsewhere(string text, string said) => Assert.Contains(said, Said.People(Day + text), StringComparison.Ordinal);
}
