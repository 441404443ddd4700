using Concordat.Reading.Gazetteer;
using Concordat.Reading.Rules;

namespace Concordat.Reading.Names;

/// <summary>The country of an organisation, where the words around its name say it.</summary>
internal static class OrganisationFacts
{
    public static void Settle(Page page, Organisation organisation)
    {
        if (organisation.Country is not null || organisation.Kind == "body" && organisation.Rule == "organisation.well-known") return;
        foreach (var (from, to) in organisation.Forms.Values)
        {
            organisation.Country = Inside(page, from, to) ?? Beside(page, from, to);
            if (organisation.Country is not null) return;
        }
    }

    private static Evidence.Finding<string>? Inside(Page page, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            var low = page.Low(i);
            if (Countries.Any(low) is { IsUnion: false } country && low.Length > 3) return page.Find(country.Code, i, i + 1, "country.in-name");
            for (var n = Math.Min(2, to - i); n > 0; n--)
                if (Cities.Country(n == 1 ? low : $"{low} {page.Low(i + 1)}") is { } code) return page.Find(code, i, i + n, "country.town-in-name");
            if (i + 1 < to && Countries.Noun($"{low} {page.Low(i + 1)}") is { } two) return page.Find(two.Code, i, i + 2, "country.in-name");
        }
        return null;
    }

    /// <summary>"Norway's Aster University", "US Department of Energy", "Aster University, Norway".</summary>
    private static Evidence.Finding<string>? Beside(Page page, int from, int to)
    {
        var before = from > 0 && page.T[from - 1].IsPossessive ? from - 2 : from - 1;
        if (page.Mention(before) is StateMention { Country.IsUnion: false } owner) return page.Find(owner.Country.Code, owner.From, owner.To, "country.owner");
        if (to < page.T.Count && page.T[to].Is('(')) to = Math.Min(page.T.Count - 1, to + 3);
        var after = to < page.T.Count && (page.T[to].Is(',') || page.Low(to) is "in" or "of") ? to + 1 : to;
        return page.Mention(after) switch
        {
            StateMention { IsAdjective: false, Country.IsUnion: false } state when page.T[to].Is(',') || page.Low(to) is "of" or "in" => page.Find(state.Country.Code, state.From, state.To, "country.after"),
            PlaceMention { Country: { } code } place when after > to => page.Find(code, place.From, place.To, "country.town-after"),
            _ => null,
        };
    }
}
