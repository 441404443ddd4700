using System.Security.Cryptography;
using System.Text;
using Concordat.Agreements;
using Concordat.Bodies;
using Concordat.Meetings;
using Concordat.Organisations;
using Concordat.People;
using Concordat.Sources;

namespace Concordat.Bench.Programme;

/// <summary>A register of invented records, the same from the same seed but for identifiers, which ascend with time.</summary>
internal sealed class Grown(Sizes sizes, int seed)
{
    private readonly Random _random = new(seed);
    private readonly TimeProvider _clock = TimeProvider.System;
    private readonly List<(Guid Id, string Name)> _organisations = [];
    private readonly List<(Guid Id, string Text, string Digest)> _sources = [];
    private readonly List<Guid> _people = [], _agreements = [], _bodies = [];
    private Words? _words;

    private Words Words => _words ??= new(_random);

    /// <summary>Grows everything, in an order in which references point backwards.</summary>
    public static Register Grow(Sizes sizes, int seed)
    {
        var grown = new Grown(sizes, seed);
        var (organisations, people, sources) = (grown.Organisations().ToList(), grown.People().ToList(), grown.Sources().ToList());
        var (agreements, bodies, meetings) = (grown.Agreements().ToList(), grown.Bodies().ToList(), grown.Meetings().ToList());
        return new([organisations, people, sources], agreements, [bodies, meetings], grown._sources.ConvertAll(s => s.Text), grown._organisations.ConvertAll(o => o.Name));
    }

    public IEnumerable<Edit> Organisations()
    {
        var seen = new HashSet<string>();
        while (_organisations.Count < sizes.Organisations)
        {
            var (name, sort, town) = Words.Organisation();
            if (!seen.Add(name)) continue;
            var id = Ids.New(_clock);
            var parent = _organisations.Count > 20 && _random.Next(3) == 0 ? Words.Of(_organisations).Id : (Guid?)null;
            _organisations.Add((id, name));
            yield return Making.Create(id, OrganisationKind.Name, new Organisation
            {
                Names = [new(Ids.New(_clock), name, "English", null)], Acronym = Words.Acronym(name), OrganisationSort = sort, Country = Words.Of(Words.Countries), Place = town,
                Parents = parent is { } p ? [new(Ids.New(_clock), p, null)] : [], Identifiers = _random.Next(2) == 0 ? [new(Ids.New(_clock), "Local", $"ORG-{_organisations.Count:00000}")] : [],
            });
        }
    }

    public IEnumerable<Edit> People()
    {
        for (var i = 0; i < sizes.People; i++)
        {
            var id = Ids.New(_clock);
            _people.Add(id);
            var since = 2005 + _random.Next(20);
            yield return Making.Create(id, PersonKind.Name, new Person
            {
                Name = Words.Person(), Honorific = _random.Next(2) == 0 ? "Dr" : null,
                Appointments = [new(Ids.New(_clock), Words.Of(["Director", "Head of Partnerships", "Chief Scientist", "Rector", "Secretary"]), Words.Of(_organisations).Id, $"{since}/{(_random.Next(3) == 0 ? $"{since + 4}" : "..")}", null)],
            });
        }
    }

    public IEnumerable<Edit> Sources()
    {
        for (var i = 0; i < sizes.Sources; i++)
        {
            var (id, town, day) = (Ids.New(_clock), Words.Town(), Day(2010, 2026));
            var text = Texts.Signing(Words.Of(_organisations).Name, Words.Of(_organisations).Name, Words.Subject(), town, day.ToString("d MMMM yyyy"));
            var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
            _sources.Add((id, text, digest));
            yield return Making.Create(id, SourceKind.Name, new Source
            {
                Title = text[..text.IndexOf('\n')] + $" ({town})", Digest = digest, FileName = $"release-{i}.txt", MediaType = "text/plain", Size = Encoding.UTF8.GetByteCount(text),
                SourceSort = Words.Of(["official-release", "news"]), Outlet = $"{town} Gazette", Published = day.ToString("yyyy-MM-dd"), Received = day.ToString("yyyy-MM-dd"),
                Texts = [new(Ids.New(_clock), "plain", "1", digest, text.Length, null, null, Fingerprint.Of(text))],
            });
        }
    }

    public IEnumerable<string> Names => _organisations.Select(o => o.Name);

    public IEnumerable<string> SourceTexts => _sources.Select(s => s.Text);

    /// <summary>Organisations of the shared register.</summary>
    public IEnumerable<Edit> Organisations(IEnumerable<Parts.Listed> listed)
    {
        foreach (var each in listed)
        {
            var id = Ids.New(_clock);
            _organisations.Add((id, each.Names[0]));
            yield return Making.Create(id, OrganisationKind.Name, new Organisation
            {
                Names = [.. each.Names.Distinct().Take(4).Select(n => new OrganisationName(Ids.New(_clock), n, null, null))], Acronym = each.Acronyms.FirstOrDefault(a => a.Length <= 40), OrganisationSort = each.Sort, Country = each.Country, Place = each.City,
                Identifiers = [new(Ids.New(_clock), "ROR", each.Id)],
            });
        }
    }

    public IEnumerable<Edit> Agreements() => Agreements(sizes.Agreements);

    public IEnumerable<Edit> Agreements(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var id = Ids.New(_clock);
            var it = Agreement(i, Day(1992, 2026));
            // Every twentieth has a source for its values, every hundredth two that differ.
            var cited = i % 20 == 0 ? Cited(it, i % 100 == 0) : [];
            _agreements.Add(id);
            yield return Making.Create(id, AgreementKind.Name, it, cited);
        }
    }

    private Agreement Agreement(int i, DateOnly signed)
    {
        var sort = Words.Of(["framework", "mou", "mou", "mou", "loi", "project-agreement", "project-agreement", "implementing-arrangement", "exchange-agreement"]);
        var parties = Enumerable.Range(0, _random.Next(5) == 0 ? 3 : 2).Select(_ => Words.Of(_organisations).Id).Distinct().ToList();
        var exact = _random.Next(5) != 0;
        return new Agreement
        {
            Title = $"{AgreementKind.Sorts.First(s => s.Value == sort).Label} on {Words.Subject()}", AgreementSort = sort,
            Parties = [.. parties.Select(p => new Party(Ids.New(_clock), p, null))], Subject = $"The parties work together on {Words.Subject()}, and on {Words.Subject()}.",
            Signed = _random.Next(20) == 0 ? null : signed.ToString(exact ? "yyyy-MM-dd" : "yyyy-MM"), InForce = _random.Next(2) == 0 ? signed.AddDays(_random.Next(90)).ToString("yyyy-MM-dd") : null,
            Ends = _random.Next(4) == 0 ? null : signed.AddYears(3 + _random.Next(12)).ToString("yyyy-MM-dd"), Place = Words.Town(),
            // Every fifth goes on by itself, each time again.
            Duration = i % 5 == 0 ? [new(Ids.New(_clock), "for", 3 + (i % 4), "years", "signature", null, null, null, "first-day")] : [],
            Renewal = i % 5 == 0 ? [new(Ids.New(_clock), "tacit", 1 + (i % 3), "years", "again", null, 6, "months")] : [],
            Under = _agreements.Count > 100 && _random.Next(3) == 0 ? Words.Of(_agreements) : null,
            Signatures = [.. parties.Select(p => new Signature(Ids.New(_clock), Words.Of(_people), p, "Director", null, null))],
            Events = _random.Next(12) == 0 ? [new(Ids.New(_clock), Words.Of(["terminated", "suspended", "extended", "amended"]), signed.AddYears(2).ToString("yyyy-MM-dd"), null, null)] : [],
            References = [new(Ids.New(_clock), "Ours", $"IC/{signed.Year}/{i:00000}")], DeskOfficer = Words.Of(Words.Officers), Unit = "International cooperation",
        };
    }

    private IEnumerable<Change> Cited(Agreement it, bool disputed)
    {
        if (it.Signed is not { } signed) yield break;
        yield return new Witness("signed", signed, Quote(Words.Of(_sources)));
        yield return new Witness("title", it.Title, Quote(Words.Of(_sources)));
        if (disputed) yield return new Witness("signed", "1991-05-06", Quote(Words.Of(_sources)));
    }

    private static Citation Quote((Guid Id, string Text, string Digest) source)
    {
        const string Said = "signed a memorandum of understanding";
        return new() { Source = source.Id, Text = source.Digest, Start = source.Text.IndexOf(Said, StringComparison.Ordinal), Length = Said.Length, Quote = Said, Rule = "instrument/1" };
    }

    public IEnumerable<Edit> Bodies()
    {
        for (var i = 0; i < sizes.Bodies; i++)
        {
            var (id, field) = (Ids.New(_clock), Words.Of(Words.Fields));
            _bodies.Add(id);
            yield return Making.Create(id, BodyKind.Name, new Body
            {
                Name = $"Joint Technical Group on {field}, {Words.Town()}", Acronym = $"JTG-{i + 1}", EstablishedBy = Words.Of(_agreements), Cadence = "twice a year", ChairModel = "one chair per side",
                Sides = [new(Ids.New(_clock), Words.Of(_organisations).Id, null), new(Ids.New(_clock), Words.Of(_organisations).Id, null)], DeskOfficer = Words.Of(Words.Officers),
            });
        }
    }

    public IEnumerable<Edit> Meetings()
    {
        for (var i = 0; i < sizes.Meetings; i++)
        {
            var (id, day, number) = (Ids.New(_clock), Day(2000, 2026), 1 + (i / sizes.Bodies));
            yield return Making.Create(id, MeetingKind.Name, new Meeting
            {
                Title = $"Session {number} on {Words.Of(Words.Fields)}, {Words.Town()}", Body = _bodies[i % sizes.Bodies], Number = number, MeetingSort = "plenary",
                Dates = $"{day:yyyy-MM-dd}/{day.AddDays(1):yyyy-MM-dd}", Place = Words.Town(), Host = Words.Of(_organisations).Id,
                Chairs = [new(Ids.New(_clock), Words.Of(_people), "Director", Words.Of(_organisations).Id), new(Ids.New(_clock), Words.Of(_people), "Chief Scientist", Words.Of(_organisations).Id)],
                Topics = [new(Ids.New(_clock), $"Review of {Words.Subject()}"), new(Ids.New(_clock), $"Outlook on {Words.Subject()}")],
                Outcomes = [new(Ids.New(_clock), $"A project on {Words.Subject()} is to be prepared.", _random.Next(3) == 0 ? Words.Of(_agreements) : null)],
                Opportunities = _random.Next(4) == 0 ? [new(Ids.New(_clock), $"Work on {Words.Subject()}", Words.Of(_organisations).Id, Words.Of(_organisations).Id, null)] : [],
            });
        }
    }

    private DateOnly Day(int from, int to) => new DateOnly(from, 1, 1).AddDays(_random.Next((to - from) * 365));
}
