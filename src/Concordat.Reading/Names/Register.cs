using Concordat.Reading.Rules;

namespace Concordat.Reading.Names;

/// <summary>The organisations of one text, found again by any of their forms.</summary>
internal sealed class Register
{
    private readonly Dictionary<string, Organisation> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Organisation> _byAcronym = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Organisation?> _byInitials = new(StringComparer.Ordinal);

    public List<Organisation> All { get; } = [];
    public IReadOnlyDictionary<string, Organisation> Acronyms => _byAcronym;

    public Organisation? Named(string key) => _byKey.GetValueOrDefault(key);
    public Organisation? Lettered(string letters) => _byAcronym.GetValueOrDefault(letters);
    /// <summary>The only organisation whose words begin with these letters.</summary>
    public Organisation? Initialled(string letters) => _byInitials.GetValueOrDefault(letters);

    public Organisation Add(Page page, NameSpan name, string kind, string kindRule, string rule)
    {
        var key = Fold.Key(page.T, name.From, name.To);
        if (_byKey.TryGetValue(key, out var known)) { AddForm(page, known, name.From, name.To); return known; }
        var made = new Organisation { Kind = kind, KindRule = kindRule, KindPlace = (name.Head, name.Head + 1), Rule = rule, First = name.From };
        _byKey.Add(key, made);
        All.Add(made);
        AddForm(page, made, name.From, name.To);
        var of = name.To - 1;
        while (of > name.From && of > name.To - 4 && page.Low(of) is not "of") of--;
        foreach (var letters in (string[])[Fold.Initials(page.T, name.From, name.To), Fold.Initials(page.T, name.From, name.To, all: true), page.Low(of) is "of" && of > name.From + 2 ? Fold.Initials(page.T, name.From, of) : ""])
            if (letters.Length > 1) _byInitials[letters] = _byInitials.TryGetValue(letters, out var other) && other != made ? null : made;
        return made;
    }

    public void AddForm(Page page, Organisation organisation, int from, int to)
    {
        organisation.Forms.TryAdd(Page.Plain(page.Quote(from, to)), (from, to));
        organisation.First = Math.Min(organisation.First, from);
        _byKey.TryAdd(Fold.Key(page.T, from, to), organisation);
    }

    public void SetAcronym(Page page, Organisation organisation, int from, int to)
    {
        if (organisation.Acronym is null) organisation.Acronym = (from, to);
        organisation.First = Math.Min(organisation.First, from);
        _byAcronym.TryAdd(page.Quote(from, to), organisation);
    }
}
