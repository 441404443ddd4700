using System.Collections.Immutable;
using Concordat.Reading.Evidence;
using Concordat.Reading.Wordings;

namespace Concordat.Reading.Rules.Instruments;

/// <summary>
/// What the text of an agreement says of itself takes the place of what the rules of news made of its clauses: of those only earlier instruments stay.
/// The agreement itself counts as signed where its closing clause or its blocks of signatures give a day; otherwise it is a draft.
/// </summary>
internal static class OwnWording
{
    public static Findings Settle(Findings findings)
    {
        if (findings.Wording is not { } wording) return findings;
        var kept = findings.Instruments.Where(i => i.Event.Value is "background-mention").ToImmutableArray();
        if (Own(findings, wording) is { } own) kept = kept.Add(own);
        var keys = kept.Select(i => i.Key).ToHashSet(StringComparer.Ordinal);
        return findings with { Instruments = kept, Meetings = [.. findings.Meetings.Select(m => m with { GuidedBy = [.. m.GuidedBy.Where(g => keys.Contains(g.Value))] })] };
    }

    private static InstrumentFinding? Own(Findings findings, AgreementWording wording)
    {
        if (Day(wording) is not { } day) return null;
        var kind = Kind(wording.Kind.Value);
        var parties = wording.Parties.Select(p => Organisation(findings, p)).OfType<Finding<string>>().DistinctBy(p => p.Value).ToImmutableArray();
        return new()
        {
            Key = $"i{findings.Instruments.Length + 1}", Kind = wording.Kind with { Value = kind, Rule = $"instrument.{wording.Kind.Rule}" }, Title = wording.Title,
            Event = day with { Value = "signed", Rule = "instrument.event.own-signature" }, Date = day with { Rule = $"instrument.{day.Rule}" },
            Parties = parties.Length > 1 ? parties : findings.Instruments.FirstOrDefault(i => i.Kind.Value == kind && i.Parties.Length > 1)?.Parties ?? parties,
            Under = wording.Earlier.FirstOrDefault(e => e.Relation.Value is "under" or "amends" or "extends")?.Title,
            Signatories = [.. wording.Signatures.Select(s => s.Name is { } name ? Person(findings, name) : null).OfType<Finding<string>>().DistinctBy(p => p.Value)],
            Place = wording.DonePlace,
        };
    }

    /// <summary>The day on which all signed, else the last day beside a signature.</summary>
    private static Finding<string>? Day(AgreementWording wording) =>
        wording.DoneDate ?? wording.Signatures.Select(s => s.Date).OfType<Finding<string>>().Where(d => d.Value.Length == 10).MaxBy(d => d.Value, StringComparer.Ordinal);

    /// <summary>Kinds of wordings are finer than those of news.</summary>
    private static string Kind(string kind) => kind switch
    {
        "mou" or "moa" or "framework" or "project-agreement" or "implementing-arrangement" or "exchange-agreement" or "nda" or "loi" or "amendment" => kind,
        "extension" => "amendment",
        _ => "other",
    };

    private static Finding<string>? Organisation(Findings findings, PartyFinding party)
    {
        var known = findings.Organisations.FirstOrDefault(o => Same(o.Name.Value, party.Name.Value) || o.Aliases.Any(a => Same(a.Value, party.Name.Value)))
            ?? findings.Organisations.FirstOrDefault(o => party.Acronym is { } letters && (Same(o.Acronym?.Value, letters.Value) || Same(o.Name.Value, letters.Value)));
        return known is null ? null : party.Name with { Value = known.Key, Rule = "instrument.party.wording" };
    }

    private static Finding<string>? Person(Findings findings, Finding<string> name) =>
        findings.People.FirstOrDefault(p => Same(p.Name.Value, name.Value) || name.Value.EndsWith($" {p.Name.Value}", StringComparison.OrdinalIgnoreCase)) is { } known ? name with { Value = known.Key, Rule = "instrument.signatory.wording" } : null;

    private static bool Same(string? a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
