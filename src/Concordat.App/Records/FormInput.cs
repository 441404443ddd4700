namespace Concordat.App.Records;

/// <summary>One input of a form.</summary>
/// <param name="Was">As first shown; posted beside the value, so that an untouched input changes nothing. Null for inputs that always count.</param>
public sealed record FormInput(string Name, Field Field, string Value, string? Was)
{
    public string Id => Name.Replace('/', '-').Replace('.', '-');
}
