using Concordat.Reading.Evidence;
using Concordat.Reading.Gazetteer;
using Concordat.Reading.Names;

namespace Concordat.Reading.Rules.Instruments;

/// <summary>A party: an organisation or a state, with the place that names it.</summary>
internal readonly record struct Party(Organisation? Organisation, Country? State, int From, int To, string Rule)
{
    /// <summary>The same, or a laboratory and what it belongs to, or a state and an office of its.</summary>
    public bool Kin(Party other) => Same(other) || Organisation is { } a && other.Organisation is { } b && (a.Parent == b || b.Parent == a)
        || State is { IsUnion: false } land && other.Organisation is { Kind: "government" or "military", Country.Value: var of } && of == land.Code || other.State is { IsUnion: false } && Organisation is not null && other.Kin(this);

    /// <summary>A state and a ministry or agency that the text places nowhere.</summary>
    public bool MayBe(Party other) => Kin(other) || State is { IsUnion: false } && other.Organisation is { Kind: "government" or "military", Country: null } || other.State is { IsUnion: false } && Organisation is { Kind: "government" or "military", Country: null };

    public bool Same(Party other) => Organisation is not null ? Organisation == other.Organisation : State is not null && State.Code == other.State?.Code;
}

internal readonly record struct Signer(Person Person, int From, int To, string Rule);

/// <summary>An instrument while the text is being read.</summary>
internal sealed class Instrument
{
    public required string Kind { get; set; }
    public required string KindRule { get; set; }
    public required (int From, int To) KindPlace { get; set; }
    public (int From, int To)? Title { get; set; }
    public List<Party> Parties { get; } = [];
    /// <summary>Null until a sentence says what happened.</summary>
    public string? Event { get; set; }
    public string EventRule { get; set; } = "";
    /// <summary>What was agreed to do to it: "agreed to renew".</summary>
    public string? Plan { get; set; }
    public (int From, int To) EventPlace { get; set; }
    public Finding<string>? Date { get; set; }
    /// <summary>A day stated for the act itself, not only an upper bound.</summary>
    public bool DateIsStated { get; set; }
    public List<Finding<string>> RivalDates { get; } = [];
    public List<Signer> Signatories { get; } = [];
    public Finding<string>? Subject { get; set; }
    public Finding<string>? Place { get; set; }
    public Finding<string>? Ends { get; set; }
    public Finding<string>? Under { get; set; }
    public bool IsBackground => Event == "background-mention";
    public bool IsNow => Event is "signed" or "renewed" or "extended" or "terminated";
    public string Key { get; set; } = "";
    public int First { get; set; }
    /// <summary>The noun that first named it, and whether it was only named as what another rests on.</summary>
    public string Noun { get; set; } = "";
    public bool IsContext { get; set; }
    /// <summary>Written with capitals.</summary>
    public bool IsNamed { get; set; }
    /// <summary>"the amendment": taken for granted where it is first told.</summary>
    public bool IsDefinite { get; set; }
    public Meetings.Meeting? Meeting { get; set; }

    public void AddParty(Party party)
    {
        foreach (var known in Parties) if (known.Same(party)) return;
        Parties.Add(party);
    }

    public void AddSigner(PersonMention person, string rule) => AddSigner(new(person.Of, person.From, person.To, rule));

    public void AddSigner(Signer signer)
    {
        foreach (var known in Signatories) if (known.Person == signer.Person) return;
        Signatories.Add(signer);
    }
}
