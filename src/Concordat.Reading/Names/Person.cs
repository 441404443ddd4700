namespace Concordat.Reading.Names;

/// <summary>A person while the text is being read.</summary>
internal sealed class Person
{
    public required (int From, int To) Name { get; set; }
    public required string Rule { get; init; }
    public (int From, int To)? Honorific { get; set; }
    public (int From, int To)? Role { get; set; }
    public string RoleRule { get; set; } = "";
    public Organisation? Organisation { get; set; }
    public (int From, int To) OrganisationPlace { get; set; }
    public string OrganisationRule { get; set; } = "";
    /// <summary>ISO code of the state they speak for, where the role says so.</summary>
    public Gazetteer.Country? State { get; set; }
    public (int From, int To) StatePlace { get; set; }
    public string Key { get; set; } = "";

    public void Join(OrganisationMention house, string rule) => Join(house.Of, (house.From, house.To), rule);

    /// <summary>Gives them a house.</summary>
    /// <param name="place">The words that show it.</param>
    public void Join(Organisation house, (int From, int To) place, string rule) => (Organisation, OrganisationPlace, OrganisationRule) = (house, place, rule);
}
