using System.Text.RegularExpressions;
using Concordat.Bench.Programme;

namespace Concordat.Bench.Parts;

/// <param name="Name">As the report calls it.</param>
internal sealed record PageOf(string Name, string Address);

/// <summary>Every page of the product over the grown register.</summary>
internal static partial class PageList
{
    public static async Task<IReadOnlyList<PageOf>> OfAsync(Register register, Filled filled, HttpClient client)
    {
        var second = Next().Match(await client.GetStringAsync("/agreements")).Groups["address"].Value.Replace("&amp;", "&");
        var number = $"IC/2019/{register.Agreements.Count / 3:00000}";
        return
        [
            new("Today", "/"), new("Agreements", "/agreements"), new("… its second page", second), new("… by day of signature", "/agreements?sort=signed"), new("… by last day", "/agreements?sort=ends"),
            new("… with a word", "/agreements?q=photonics"), new("… with two words", "/agreements?q=photonics+coastal"), new("… with a number nobody has", "/agreements?q=" + Uri.EscapeDataString(number + "x")),
            new("… in force", "/agreements?state=InForce"), new("… suspended (few)", "/agreements?state=Suspended"), new("… of one kind", "/agreements?kind=exchange-agreement"),
            new("… of one officer", "/agreements?officer=" + Uri.EscapeDataString(Words.Officers[3])), new("… ending within a year", "/agreements?ending=year"),
            new("Organisations", "/organisations"), new("… with a word", "/organisations?q=university"), new("… of one kind", "/organisations?kind=company"), new("People", "/people"), new("… with a word", "/people?q=kavita"),
            new("Bodies", "/bodies"), new("Meetings", "/meetings"), new("Sources", "/sources"),
            .. Records(register), new("Journal", "/journal"), new("Find", "/find?q=acoustics"), new("Find, two words", "/find?q=ocean+agency"), new("Find, a typing error", "/find?q=acuostics"), new("Suggestions", "/find/suggest?q=oce"),
            new("Intake", "/intake"), new($"Desk, a text of {filled.Words} words", $"/intake/{filled.Waiting}"), new("Register form", "/agreements/register"),
            new("Register form, read from a text", $"/agreements/register?source={filled.Waiting}"),
        ];
    }

    private static IEnumerable<PageOf> Records(Register register)
    {
        Guid Of(string kind) => register.All.First(e => e.Kind == kind).Record;
        return
        [
            new("An agreement", $"/agreements/{register.Edited}"), new("An agreement with rivals", $"/agreements/{Of("agreement")}"), new("… its history", $"/agreements/{register.Edited}/history"),
            new("… one of its versions", $"/agreements/{register.Edited}/history/5"), new("… edit", $"/agreements/{register.Edited}/edit"), new("An organisation", $"/organisations/{Of("organisation")}"),
            new("… edit", $"/organisations/{Of("organisation")}/edit"), new("A person", $"/people/{Of("person")}"), new("A body", $"/bodies/{Of("body")}"), new("A meeting", $"/meetings/{Of("meeting")}"), new("A source", $"/sources/{Of("source")}"),
        ];
    }

    [GeneratedRegex("href=\"(?<address>[^\"]+)\" rel=\"next\"", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Next();
}
