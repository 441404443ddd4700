using Concordat.Reading.Evidence;
using Concordat.Reading.Names;
using Concordat.Reading.Rules.Instruments;

namespace Concordat.Reading.Rules.Meetings;

/// <summary>A meeting while the text is being read.</summary>
internal sealed class Meeting
{
    public required string Kind { get; set; }
    public required string KindRule { get; set; }
    /// <summary>The words that say it was held.</summary>
    public required (int From, int To) Place { get; set; }
    public (int From, int To)? Body { get; set; }
    public (int Number, int From, int To)? Ordinal { get; set; }
    public List<Finding<string>> Dates { get; } = [];
    public Finding<string>? Town { get; set; }
    public OrganisationMention? Host { get; set; }
    public List<Party> Sides { get; } = [];
    public List<Signer> CoChairs { get; } = [];
    public List<Finding<string>> Topics { get; } = [];
    public List<Finding<string>> Outcomes { get; } = [];
    public List<Instrument> GuidedBy { get; } = [];
    public int First { get; set; }
    public string Key { get; set; } = "";
    /// <summary>Still ahead when the text was written.</summary>
    public bool IsAhead { get; set; }
    public bool IsHeld { get; set; }
}
