using System.Collections.Immutable;
using Concordat.Import.Mappings;
using Concordat.Import.Rows;
using Concordat.Names;
using Concordat.Organisations;
using Concordat.Records;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.Import.Run;

/// <summary>A name of a cell with what it turned out to be.</summary>
/// <param name="Organisation">Null where it is to be made, or left out.</param>
/// <param name="How">known, new, made (new in an earlier row), several or left.</param>
internal sealed record FoundPartner(string Words, Guid? Organisation, string How, ImmutableArray<HeadlineRow> Candidates);

/// <summary>Tells which organisations of the register the names of a table mean. Names are looked up in bulk and remembered.</summary>
internal sealed class KnownNames(Mapping mapping)
{
    private const int MostJoined = 5, KeysAtOnce = 200, RowsAtOnce = 4000, MostRemembered = 300_000;
    private readonly Dictionary<string, List<HeadlineRow>> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Guid> _made = new(StringComparer.Ordinal);
    // Folded, because the same name in capitals is decided once.
    private readonly Dictionary<string, string> _decided = mapping.Partners.DistinctBy(p => Fold.Key(p.Key)).ToDictionary(p => Fold.Key(p.Key), p => p.Value);

    /// <summary>Looks up what the names of some cells may mean, as far as it was not looked up before.</summary>
    public async Task LearnAsync(ReadDb db, IEnumerable<string> names, CancellationToken stop)
    {
        if (_known.Count > MostRemembered) _known.Clear();
        var wanted = names.SelectMany(Keys).Where(k => k.Length is > 0 and <= 400 && !_known.ContainsKey(k)).Distinct().ToList();
        foreach (var keys in wanted.Chunk(KeysAtOnce))
        {
            foreach (var key in keys) _known[key] = [];
            var rows = await db.Known.Where(k => keys.Contains(k.Key) && FindNamed.Exact.Contains(k.Sort) && k.Kind == OrganisationKind.Name)
                .Join(db.Headlines, k => k.Record, h => h.Record, (k, h) => new { k.Key, Head = h }).Take(RowsAtOnce).ToListAsync(stop);
            foreach (var row in rows.DistinctBy(r => (r.Key, r.Head.Record))) _known[row.Key].Add(row.Head);
        }
    }

    /// <summary>All names that a cell may hold, for <see cref="LearnAsync"/>.</summary>
    public IEnumerable<string> Spellings(SaidNames said)
    {
        for (var i = 0; i < said.Parts.Length; i++)
            for (var j = i; j < Math.Min(said.Parts.Length, i + MostJoined); j++)
                if (said.Join(i, j) is { Length: > 0 } name)
                {
                    yield return name;
                    if (_decided.TryGetValue(Fold.Key(name), out var decided)) foreach (var meant in decided.Split(';')) yield return meant;
                }

        if (said.Parts.Length > MostJoined) yield return said.Join(0, said.Parts.Length - 1);
    }

    private static IEnumerable<string> Keys(string name)
    {
        var (whole, bare) = FindNamed.Keys(name);
        yield return whole;
        if (bare != whole) yield return bare;
        if (KindWords.Country(name) is { } code && Countries.Name(code) is { } country) yield return Fold.Key(country);
    }

    /// <summary>The names of a cell in order. Signs that may separate names do so where both sides are known, or where the column always separates by them.</summary>
    public IEnumerable<FoundPartner> Resolve(SaidNames said, string? country)
    {
        for (var at = 0; at < said.Parts.Length;)
        {
            var end = LongestKnown(said, at, country);
            var isKnown = end >= at;
            if (!isKnown) end = at;
            // An unknown name goes on over every sign that need not separate.
            while (end + 1 < said.Parts.Length && !Separates(said, end, isKnown, country)) { end++; isKnown = false; }
            var words = said.Join(at, end);
            foreach (var found in Meant(words, country)) yield return found;
            at = end + 1;
        }
    }

    private bool Separates(SaidNames said, int sign, bool knownBefore, string? country)
    {
        if (said.Strong.Any(s => said.Signs[sign].Trim().StartsWith(s))) return true;
        return knownBefore && LongestKnown(said, sign + 1, country) > sign;
    }

    /// <summary>The last part of the longest known name that begins here; less than <paramref name="at"/> where none does.</summary>
    private int LongestKnown(SaidNames said, int at, string? country)
    {
        for (var end = Math.Min(said.Parts.Length, at + MostJoined) - 1; end >= at; end--)
            if (said.Join(at, end) is { Length: > 0 } name && IsKnown(name, country)) return end;
        return at - 1;
    }

    private bool IsKnown(string name, string? country) => _decided.ContainsKey(Fold.Key(name)) || _made.ContainsKey(Fold.Key(name)) || Heads(name, country).Length > 0 || KindWords.Country(name) is not null;

    private IEnumerable<FoundPartner> Meant(string words, string? country)
    {
        if (Fold.Key(words).Length == 0) return [];
        if (!_decided.TryGetValue(Fold.Key(words), out var decided)) return [One(words, country, decided: false)];
        if (decided == "=leave") return [new(words, null, "left", [])];
        return decided == "=new" ? [One(words, country, decided: true)] : decided.Split(';').Select(d => d.Trim()).Where(d => d.Length > 0).Select(d => One(d, country, decided: true));
    }

    private FoundPartner One(string words, string? country, bool decided)
    {
        var heads = Heads(words, country);
        if (heads.Length == 1) return new(words, heads[0].Record, "known", heads);
        if (heads.Length > 1) return new(words, null, "several", heads);
        if (_made.TryGetValue(NewName.Key(words), out var made)) return new(words, made, "made", []);
        return new(words, null, decided || mapping.UnknownPartners == Unknown.Make ? "new" : "left", []);
    }

    private ImmutableArray<HeadlineRow> Heads(string words, string? country)
    {
        var found = FindNamed.Choose([.. Keys(words).SelectMany(k => _known.GetValueOrDefault(k, []).Select(h => (k, h)))], words);
        // "Norvik Polar Laboratory (NPL)", of which the register has no acronym yet.
        if (found.IsEmpty && NewName.Read(words) is { Acronym: not null, Name: var bare }) found = FindNamed.Choose([.. _known.GetValueOrDefault(Fold.Key(bare), []).Select(h => (Fold.Key(bare), h))], bare);
        if (found.IsEmpty && KindWords.Country(words) is { } code) found = [.. _known.GetValueOrDefault(Fold.Key(Countries.Name(code)!), []).Where(h => h.Detail.Contains("State", StringComparison.Ordinal))];
        if (found.Length < 2 || country is null) return found;
        var there = found.Where(h => h.Detail.Split(" · ").Contains(country)).ToImmutableArray();
        return there.IsEmpty ? found : there;
    }

    /// <summary>Organisations known by a number or name, for parents and for rows of organisations.</summary>
    public ImmutableArray<HeadlineRow> By(string key) => [.. _known.GetValueOrDefault(Fold.Key(key), [])];

    /// <summary>From here on the name means this organisation.</summary>
    public void Made(string words, Guid organisation) => _made[NewName.Key(words)] = organisation;
}

/// <summary>An organisation of which only the name in a cell is known.</summary>
internal static class NewName
{
    /// <summary>Names with one key are one organisation.</summary>
    public static string Key(string words) => KindWords.Country(words) is { } code ? Fold.Key(Countries.Name(code)!) : Fold.Key(Read(words).Name);

    /// <summary>"Norvik Polar Laboratory (NPL)" gives the acronym apart.</summary>
    internal static (string Name, string? Acronym) Read(string words)
    {
        if (words.EndsWith(')') && words.LastIndexOf('(') is var open and > 0 && words[(open + 1)..^1] is { Length: > 1 and <= 12 } mark && Fits(words[..open], mark)) return (words[..open].Trim(), mark);
        return (words, null);
    }

    /// <summary>True where the letters are initials of the name, in order, from its first word on; "(UK)" after an island is a country.</summary>
    private static bool Fits(string name, string mark)
    {
        var (initials, at) = (string.Concat(Fold.Words(name).Select(w => w[0])), 0);
        var letters = Fold.Key(mark);
        if (letters.Length < 2 || initials.Length < 2 || letters[0] != initials[0] || letters.Contains(' ') || KindWords.Country(mark) is not null) return false;
        foreach (var letter in letters) if ((at = initials.IndexOf(letter, at) + 1) == 0) return false;
        return true;
    }

    public static Edit Create(Guid id, string words, Citation citation)
    {
        var text = new FieldPath("names").Element(DerivedIds.Of(id, 0, "name")).Child("text");
        if (KindWords.Country(words) is { } code)
            return Edit.Create(id, OrganisationKind.Name, [new Witness(text, Countries.Name(code)!, citation), new Set("organisationSort", "state"), new Set("country", code)]);
        var (name, acronym) = Read(words);
        return Edit.Create(id, OrganisationKind.Name, acronym is null ? [new Witness(text, Clip.ToWords(name, 400), citation)] : [new Witness(text, Clip.ToWords(name, 400), citation), new Witness("acronym", acronym, citation)]);
    }
}
