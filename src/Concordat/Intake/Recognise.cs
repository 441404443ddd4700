using Concordat.Agreements;
using Concordat.Bodies;
using Concordat.Meetings;
using Concordat.Names;
using Concordat.Organisations;
using Concordat.People;
using Concordat.Reading.Dates;

namespace Concordat.Intake;

/// <summary>Scores whether a proposal and a record are the same, and says why. Pure.</summary>
internal static class Recognise
{
    public static (double Score, string Why) Organisation(Proposal proposal, Document document)
    {
        var it = document.As<Organisation>();
        var (read, held) = (Texts(proposal, "names"), it.Names.Select(n => n.Text).ToList());
        var score = read.SelectMany(a => held.Select(b => Likeness.OfNames(a, b))).DefaultIfEmpty(0).Max();
        var why = score >= 0.995 ? "same name" : score >= Candidate.Possible ? "similar name" : "";
        var acronym = Text(proposal, "acronym") ?? (read is [var only] && only.All(c => char.IsUpper(c) || c is '-' or '.') ? only : null);
        if (acronym is not null && it.Acronym is not null && Fold.Key(acronym) == Fold.Key(it.Acronym))
        {
            score = Math.Max(score >= 0.5 ? 0.97 : 0, Math.Max(score, read.TrueForAll(n => Fold.Key(n) == Fold.Key(acronym)) ? 0.9 : 0.6));
            why = Join(why, "same acronym");
        }

        var country = Text(proposal, "country");
        if (country is not null && it.Country is not null && country != it.Country) (score, why) = (score * 0.6, Join(why, $"but in {it.Country}"));
        else if (country is not null && country == it.Country && why.Length > 0) why = Join(why, "same country");
        return (score, why);

        static string Join(string a, string b) => a.Length == 0 ? b : $"{a}, {b}";
    }

    public static (double Score, string Why) Person(Proposal proposal, Document document, Dictionary<string, Proposal> known)
    {
        var it = document.As<Person>();
        var score = Likeness.OfPeople(Text(proposal, "name")!, it.Name);
        if (score == 0) return (0, "");
        var why = score >= 0.995 ? "same name" : "name fits";
        var office = Reference(proposal, "appointments", "organisation") is { } key && known.TryGetValue(key, out var o) ? o.Suggested?.Record : null;
        if (office is null) return (Math.Min(score, 0.93), why);
        if (it.Appointments.Any(a => a.Organisation == office)) return (Math.Min(1, score + 0.1), why + ", same organisation");
        return (it.Appointments.Length == 0 ? Math.Min(score, 0.9) : Math.Min(score, 0.88), why);
    }

    public static (double Score, string Why) Agreement(Proposal proposal, Document document, Dictionary<string, Proposal> known)
    {
        var it = document.As<Agreement>();
        var titled = proposal.Values.Any(v => v is { Key: "title", Evidence: not null });
        var title = titled ? Likeness.OfNames(proposal.Title, it.Title) : 0;
        var read = proposal.Values.Where(v => v.List == "parties").Select(v => known.GetValueOrDefault(v.Value)?.Suggested?.Record).ToList();
        var held = it.Parties.Select(p => p.Organisation).ToHashSet();
        var common = read.Count(p => p is { } party && held.Contains(party));
        var parties = read.Count == 0 || held.Count == 0 ? 0 : (double)common / (read.Count + held.Count - common);
        var sort = Text(proposal, "agreementSort") is { } s && it.AgreementSort is not null ? s == it.AgreementSort : (bool?)null;
        if (sort == false && title < 0.8) return (0, "");
        var score = Math.Max(parties * 0.75, title * 0.85) + (parties > 0.5 && sort == true ? 0.12 : 0) + (title >= 0.6 && parties > 0.5 ? 0.05 : 0);
        var why = Why((parties >= 0.99, "same parties"), (parties is > 0.4 and < 0.99, "a common party"), (title >= 0.6, "title fits"), (sort == true, "same kind"));
        return Dates(proposal, it.Signed) switch
        {
            Meets.Same => (Math.Min(1, score + 0.13), why + ", same day of signature"),
            Meets.Apart when !proposal.Values.Any(v => v.List == "events") => (score * 0.55, why + ", but signed on other days"),
            _ => (Math.Min(score, 0.95), why),
        };
    }

    public static (double Score, string Why) Body(Proposal proposal, Document document)
    {
        var it = document.As<Body>();
        var name = Text(proposal, "name")!;
        var score = new[] { it.Name, it.Acronym ?? "" }.Max(held => Likeness.OfNames(Plain(name), Plain(held)));
        if (it.Acronym is not null && Fold.Key(name) == Fold.Key(it.Acronym)) score = 0.95;
        return (score, score >= 0.995 ? "same name" : "similar name");
    }

    public static (double Score, string Why) Meeting(Proposal proposal, Document document, Dictionary<string, Proposal> known)
    {
        var it = document.As<Meeting>();
        var body = Text(proposal, "body") is { } key ? known.GetValueOrDefault(key)?.Suggested?.Record : null;
        var sameBody = body is not null && body == it.Body;
        var number = int.TryParse(Text(proposal, "number"), out var n) && it.Number is not null ? n == it.Number : (bool?)null;
        if (number == false) return (0, "");
        var days = proposal.Values.FirstOrDefault(v => v.Key == "dates") is { } dates && Reading.Dates.Span.TryParse(dates.Value, out var a) && Reading.Dates.Span.TryParse(it.Dates, out var b)
            ? (a.Start.Lo <= b.End.Hi && b.Start.Lo <= a.End.Hi) : (bool?)null;
        if (sameBody && number == true) return (days == false ? 0.9 : 0.98, Why((true, "same body and number"), (days == true, "dates meet"), (days == false, "but other dates")));
        if (days == false) return (0, "");
        var title = Likeness.OfNames(proposal.Title, it.Title);
        var score = (title * 0.6) + (days == true ? 0.25 : 0) + (sameBody ? 0.2 : 0) + (number == true ? 0.1 : 0);
        return (Math.Min(0.95, score), Why((title >= 0.5, "title fits"), (sameBody, "same body"), (days == true, "dates meet"), (number == true, "same number")));
    }

    private enum Meets { Unknown, Same, Apart }

    private static Meets Dates(Proposal proposal, string? held) =>
        Text(proposal, "signed") is not { } read || !When.TryParse(read, out var a) || !When.TryParse(held, out var b) ? Meets.Unknown
        : a.Lo <= b.Hi && b.Lo <= a.Hi ? Meets.Same : Meets.Apart;

    // "Indo-US Joint Technical Group" and "Joint Technical Group": the sides are no part of the name proper.
    private static string Plain(string name) =>
        string.Join(' ', name.Split(' ').Where(w => !w.Contains('-') && !w.Contains('–') || w.Any(char.IsDigit))) is { Length: > 0 } rest ? rest : name;

    private static string Why(params ReadOnlySpan<(bool Holds, string Words)> reasons)
    {
        var words = new List<string>();
        foreach (var (holds, text) in reasons) if (holds) words.Add(text);
        return words.Count == 0 ? "some words in common" : string.Join(", ", words);
    }

    private static string? Text(Proposal proposal, string key) => proposal.Values.FirstOrDefault(v => v.Key == key)?.Value;

    private static List<string> Texts(Proposal proposal, string list) => [.. proposal.Values.Where(v => v.List == list).Select(v => v.Value)];

    private static string? Reference(Proposal proposal, string list, string item) => proposal.Values.FirstOrDefault(v => v.List == list && v.Field.Name == item)?.Value;
}
