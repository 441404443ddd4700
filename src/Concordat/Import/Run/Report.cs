using System.Collections.Immutable;
using Concordat.Import.Rows;
using Concordat.Storage;

namespace Concordat.Import.Run;

/// <summary>What an import did, or would do.</summary>
public sealed record ImportReport
{
    /// <summary>True when nothing was written.</summary>
    public bool Dry { get; init; }
    /// <summary>True when all rows were gone through.</summary>
    public bool Done { get; init; }
    public int Rows { get; init; }
    /// <summary>Records made.</summary>
    public int Made { get; init; }
    /// <summary>Rows whose record is in the register already, those without a change included.</summary>
    public int Matched { get; init; }
    /// <summary>Matched rows that state something new.</summary>
    public int Changed { get; init; }
    /// <summary>Values that filled an empty place of a matched record.</summary>
    public int Filled { get; init; }
    /// <summary>Values that now stand beside another for a person to settle.</summary>
    public int Rivals { get; init; }
    /// <summary>Organisations made of the names of partners.</summary>
    public int Organisations { get; init; }
    /// <summary>Rows that were not taken.</summary>
    public int Refused { get; init; }
    public Guid? Source { get; init; }
    /// <summary>Refused rows, the first of them.</summary>
    public ImmutableArray<Trouble> Refusals { get; init; } = [];
    /// <summary>Values left out or shortened, the same words of a column together.</summary>
    public ImmutableArray<TroubleGroup> Left { get; init; } = [];
    /// <summary>Names of partners that a person should look at, the commonest first.</summary>
    public ImmutableArray<PartnerQuestion> Partners { get; init; } = [];
    /// <summary>How many such names there are in all.</summary>
    public int PartnersInAll { get; init; }

    /// <summary>Rows that state nothing new.</summary>
    public int Same => Matched - Changed;
}

/// <summary>The same trouble with the same words in one column.</summary>
/// <param name="Row">The first row that has it.</param>
public sealed record TroubleGroup(string Column, string Words, string Code, string Message, int Count, int Row);

/// <summary>A name that was not simply one organisation of the register.</summary>
/// <param name="How">new, several or left.</param>
/// <param name="Candidates">What it may be.</param>
public sealed record PartnerQuestion(string Words, string How, int Count, int Row, ImmutableArray<PartnerCandidate> Candidates);

public sealed record PartnerCandidate(Guid Record, string Title, string Detail);

/// <summary>Counts while an import runs.</summary>
internal sealed class Tally(bool dry)
{
    private const int MostListed = 300, MostGroups = 20_000;
    private readonly List<Trouble> _refusals = [];
    private readonly Dictionary<(string, string, string), TroubleGroup> _left = [];
    private readonly Dictionary<string, PartnerQuestion> _partners = [];

    public int Rows { get; set; }
    public int Made { get; set; }
    public int Matched { get; set; }
    public int Changed { get; set; }
    public int Filled { get; set; }
    public int Rivals { get; set; }
    public int Organisations { get; set; }
    public int Refused { get; set; }

    public static Tally From(ImportReport report) => new(report.Dry)
    {
        Rows = report.Rows, Made = report.Made, Matched = report.Matched, Changed = report.Changed, Filled = report.Filled, Rivals = report.Rivals, Organisations = report.Organisations, Refused = report.Refused,
    };

    public void Refuse(int row, string words, Refusal why)
    {
        Refused++;
        if (_refusals.Count < MostListed) _refusals.Add(new(row, "", words, why.Code, why.Message));
    }

    public void Leave(Trouble trouble)
    {
        var key = (trouble.Column, trouble.Words, trouble.Code);
        if (_left.TryGetValue(key, out var group)) _left[key] = group with { Count = group.Count + 1 };
        else if (_left.Count < MostGroups) _left[key] = new(trouble.Column, trouble.Words, trouble.Code, trouble.Message, 1, trouble.Row);
    }

    public void Ask(string words, string how, int row, IEnumerable<HeadlineRow> candidates)
    {
        if (_partners.TryGetValue(words, out var asked)) _partners[words] = asked with { Count = asked.Count + 1 };
        else if (_partners.Count < MostGroups) _partners[words] = new(words, how, 1, row, [.. candidates.Take(5).Select(c => new PartnerCandidate(c.Record, c.Title, c.Detail))]);
    }

    public ImportReport Report(bool done, Guid? source, bool whole = true) => new()
    {
        Dry = dry, Done = done, Source = source, Rows = Rows, Made = Made, Matched = Matched, Changed = Changed, Filled = Filled, Rivals = Rivals, Organisations = Organisations, Refused = Refused,
        Refusals = whole ? [.. _refusals] : [], Left = whole ? [.. _left.Values.OrderByDescending(g => g.Count).ThenBy(g => g.Row).Take(MostListed)] : [],
        Partners = whole ? [.. _partners.Values.OrderBy(p => p.How == "several" ? 0 : 1).ThenByDescending(p => p.Count).ThenBy(p => p.Row).Take(MostListed)] : [], PartnersInAll = _partners.Count,
    };
}
