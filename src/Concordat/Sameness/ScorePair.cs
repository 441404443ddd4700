using Concordat.Agreements;
using Concordat.Bodies;
using Concordat.Intake;
using Concordat.Meetings;
using Concordat.Names;
using Concordat.Organisations;
using Concordat.People;

namespace Concordat.Sameness;

/// <summary>Scores whether two records are the same: what recognition says of them, and what only two full records can tell.</summary>
/// <remarks>
/// <list type="table">
/// <item>Recognition (see Intake/Recognition) taken both ways, the better one; then for and against:</item>
/// <item>Names that differ by a number or ordinal ("Laboratory 2", "Paris VI"): at most 0.3</item>
/// <item>Organisations: 0.99 an identifier in common; another identifier of the same scheme at most 0.55; one part of the other: 0; the same words in another language 0.9;
/// the same place or parent +0.05, the same website 0.9; other places: at most 0.7, other parents 0.1 less</item>
/// <item>People: 0.97 the same e-mail address · Agreements: 0.97 the same file number of the same office; titles that share few words: at most 0.55</item>
/// </list>
/// </remarks>
internal static class ScorePair
{
    /// <summary>Both with their references followed.</summary>
    public static (double Score, string Why) Of(Document a, Document b, RecordKind kind)
    {
        var (there, back) = (FindCandidates.Recognised(AsProposal.Read(a, kind), b), FindCandidates.Recognised(AsProposal.Read(b, kind), a));
        var score = new Scored(there.Score >= back.Score ? there : back);
        switch (kind.Name)
        {
            case OrganisationKind.Name: ScoreOrganisations.Weigh(score, a.As<Organisation>(), a.Id, b.As<Organisation>(), b.Id); break;
            case PersonKind.Name: People(score, a.As<Person>(), b.As<Person>()); break;
            case AgreementKind.Name: Agreements(score, a.As<Agreement>(), b.As<Agreement>()); break;
            case BodyKind.Name when OtherNumber(a.As<Body>().Name, b.As<Body>().Name): score.AtMost(0.3, "but other numbers"); break;
        }

        return (Math.Round(score.Value, 2), score.Why);
    }

    private static void People(Scored score, Person a, Person b)
    {
        if (a.Email is not null && b.Email is not null && Fold.SortKey(a.Email) == Fold.SortKey(b.Email)) score.AtLeast(0.97, "same e-mail address");
        if (OtherNumber(a.Name, b.Name)) score.AtMost(0.3, "but other numbers");
    }

    private static void Agreements(Scored score, Agreement a, Agreement b)
    {
        var common = a.References.Any(r => b.References.Any(o => Fold.Key(o.Text) == Fold.Key(r.Text) && Fold.Key(o.Scheme) == Fold.Key(r.Scheme)));
        var (mine, theirs) = (About(a.Title), About(b.Title));
        var alike = mine.Length == 0 || theirs.Length == 0 ? 1 : Math.Max(Likeness.OfNames(a.Title, b.Title), Likeness.OfNames(mine, theirs));
        if (alike < 0.4) score.AtMost(0.55, "but another title");
        if (OtherNumber(a.Title, b.Title)) score.AtMost(0.55, "but other numbers");
        if (a.AgreementSort is "amendment" ^ b.AgreementSort is "amendment") score.AtMost(0.5, "but one amends");
        if (common) score.AtLeast(0.97, "same file number");
    }

    /// <summary>A title without the words for what it is: "MoU on sea ice" and "Memorandum of Understanding on sea ice" are about the same.</summary>
    private static string About(string title) => string.Join(' ', Fold.Words(title).Where(w => !Instrument.Contains(w) && !HeadWords.IsSmall(w)));

    private static readonly System.Collections.Frozen.FrozenSet<string> Instrument = System.Collections.Frozen.FrozenSet.Create(
        "memorandum", "understanding", "mou", "moa", "agreement", "letter", "intent", "loi", "framework", "project", "arrangement", "implementing", "between", "cooperation", "collaboration", "contract", "treaty", "concerning", "regarding");

    /// <summary>True when the names have numbers, ordinals or single letters, and others: those tell namesakes apart.</summary>
    internal static bool OtherNumber(string a, string b)
    {
        var (first, second) = (Numbers(a), Numbers(b));
        return (first.Count > 0 || second.Count > 0) && !first.SetEquals(second);
    }

    private static HashSet<string> Numbers(string name) => [.. Fold.Words(name).Where((w, i) => w.Any(char.IsDigit) || (i > 0 && w is "i" or "ii" or "iii" or "iv" or "vi" or "vii" or "viii" or "ix" or "xi" or "xii"))];
}

/// <summary>A score on its way, with the words that go with it.</summary>
internal sealed class Scored((double Score, string Why) first)
{
    public double Value { get; private set; } = first.Score;

    public string Why { get; private set; } = first.Why;

    public void AtLeast(double score, string why) => Set(Math.Max(Value, score), why);

    public void AtMost(double score, string why)
    {
        if (Value > 0) Set(Math.Min(Value, score), why);
    }

    public void Add(double more, string why, double most = 0.99) => Set(Math.Max(Value, Math.Min(most, Value + more)), why);

    public void Less(double less, string why)
    {
        if (Value > 0) Set(Math.Max(0, Value - less), why);
    }

    public void Nothing() => (Value, Why) = (0, "");

    private void Set(double value, string why) => (Value, Why) = (value, Why.Length == 0 ? why : $"{Why}, {why}");
}
