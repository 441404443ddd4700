using Concordat.Reading.Evidence;
using Concordat.Reading.Wordings.Clauses;
using Concordat.Reading.Wordings.Layout;
using Concordat.Reading.Wordings.Naming;
using Concordat.Reading.Wordings.Signing;

namespace Concordat.Reading.Wordings;

/// <summary>Reads the text of an agreement itself: parties, signatures, term and clauses. News about agreements is read by <see cref="DocumentReader"/>.</summary>
public static class AgreementReader
{
    /// <summary>Reads one text. Never throws; the time grows linearly with the length.</summary>
    /// <param name="text">As received; English. Line ends, page furniture, hyphens and misread letters are dealt with here.</param>
    /// <returns>Null where the text does not look like the wording of an agreement.</returns>
    public static AgreementWording? Read(string? text) => string.IsNullOrWhiteSpace(text) || !Recognition.IsAgreement(text) ? null : Always(text);

    /// <summary>Reads a text of which the caller knows that it is an agreement.</summary>
    /// <returns>Null for a text without words.</returns>
    public static AgreementWording? Always(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var page = AgreementPage.Of(text);
        if (page.Flow.Length == 0) return null;
        var heading = Heading.Of(page);
        var parties = PartyReading.Read(page, heading);
        return Terms(page, parties, new()
        {
            Title = heading.Title, Kind = heading.Kind ?? Unnamed(page), Reference = heading.Reference, Parties = parties.All,
            Earlier = EarlierInstruments.Read(page, heading),
            Signatures = Letters.Is(page) ? Letters.Read(page, parties) : SignatureReading.Read(page, parties),
            Bodies = BodyClauses.Read(page, [.. parties.All.Select(p => p.Name.Value)]),
        });
    }

    private static AgreementWording Terms(AgreementPage page, PartyList parties, AgreementWording made)
    {
        var effect = EffectClause.Read(page);
        var duration = DurationClause.Read(page, effect);
        var (languages, originals, prevails) = LanguageClause.Read(page);
        var (place, date) = Letters.Is(page) ? (null, null) : DoneClause.Read(page);
        return made with
        {
            DonePlace = place, DoneDate = date, Effect = effect, Duration = duration, Renewal = RenewalClause.Read(page, duration), Notice = NoticeClause.Read(page, parties),
            Survival = SurvivalClause.Read(page), Suspension = SuspensionClause.Read(page, parties), Languages = languages, Originals = originals, Prevails = prevails,
            Amendment = LegalClauses.Amendment(page), Law = LegalClauses.Law(page), Disputes = LegalClauses.Disputes(page), Binding = BindingClause.Read(page),
            Obligations = ObligationClauses.Read(page, parties, made.Bodies), Annexes = AnnexList.Read(page),
            Confidentiality = SecrecyClause.Read(page), Property = PropertyClause.Read(page), Funding = FundingClause.Read(page),
        };
    }

    /// <summary>Letters and notes have no title; what they do says what they are.</summary>
    private static Finding<string> Unnamed(AgreementPage page)
    {
        var flow = page.Flow;
        if (flow.IndexOf("presents its compliments", StringComparison.OrdinalIgnoreCase) is var note and >= 0) return page.Find("exchange-of-notes", note, note + 24, "wording.kind.note");
        if (flow.IndexOf("be extended", StringComparison.OrdinalIgnoreCase) is var extended and >= 0) return page.Find("extension", extended, extended + 11, "wording.kind.extension");
        if (flow.IndexOf("be amended", StringComparison.OrdinalIgnoreCase) is var amended and >= 0) return page.Find("amendment", amended, amended + 10, "wording.kind.amendment");
        return page.Find("other", 0, Math.Min(flow.Length, 40), "wording.kind.unknown");
    }
}
