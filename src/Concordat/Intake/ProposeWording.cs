using System.Collections.Immutable;
using Concordat.Agreements;
using Concordat.Bodies;
using Concordat.Names;
using Concordat.Organisations;
using Concordat.People;
using Concordat.Reading.Dates;
using Concordat.Reading.Evidence;
using Concordat.Reading.Wordings;
using Concordat.Reading.Wordings.Terms;

namespace Concordat.Intake;

/// <summary>Proposes what the text of an agreement says of itself: the agreement, its parties and signatories, what it rests on, the bodies that it sets up.</summary>
internal static class ProposeWording
{
    private const string Itself = "i1";

    public static IEnumerable<Proposal> From(Findings findings, AgreementWording wording)
    {
        ImmutableArray<(string Key, PartyFinding Party)> parties = [.. wording.Parties.Select((p, i) => ($"o{i + 1}", p))];
        var signed = SignedBlock.All(wording, parties);
        ImmutableArray<(string Key, EarlierFinding Of)> earlier = [.. wording.Earlier.Select((e, i) => ($"i{i + 2}", e))];
        foreach (var (key, party) in parties) yield return Organisation(key, party, findings);
        foreach (var blocks in signed.GroupBy(s => s.Person)) yield return Person(blocks.Key, [.. blocks], findings);
        yield return Agreement(wording, parties, signed, earlier);
        foreach (var (key, each) in earlier) yield return Earlier(key, each);
        foreach (var (body, i) in wording.Bodies.Select((b, i) => (b, i))) yield return Body($"b{i + 1}", body, parties);
    }

    private static Proposal Organisation(string key, PartyFinding party, Findings findings)
    {
        var lines = new Lines(OrganisationKind.Kind);
        lines.Add("names", "0", "text", AgreementTitle.Cased(party.Name.Value), Evidence.Of(party.Name));
        lines.Add("acronym", party.Acronym);
        var name = Fold.Key(party.Name.Value);
        lines.Add("organisationSort", findings.Organisations.FirstOrDefault(o => Fold.Key(o.Name.Value) == name || o.Aliases.Any(a => Fold.Key(a.Value) == name))?.Kind);
        lines.Add("country", party.Country);
        return Made(key, OrganisationKind.Name, AgreementTitle.Cased(party.Name.Value), lines, party.Name);
    }

    private static Proposal Person(string key, ImmutableArray<SignedBlock> blocks, Findings findings)
    {
        var signature = blocks[0].Of;
        var lines = new Lines(PersonKind.Kind);
        // The name without what stands before it, where the text was read so.
        var known = findings.People.FirstOrDefault(p => $" {signature.Name!.Value}".EndsWith($" {p.Name.Value}", StringComparison.Ordinal));
        var name = known?.Name ?? signature.Name!;
        lines.Add("name", Named(name.Value), Evidence.Of(name));
        lines.Add("honorific", known?.Honorific);
        foreach (var (block, at) in blocks.Where(b => b.Of.Office is not null).Select((b, i) => (b, $"{i}")))
        {
            lines.Add("appointments", at, "role", block.Of.Office);
            if (block.Party is { } party) lines.Add("appointments", at, "organisation", party, Evidence.Of(block.Of.Party!));
        }

        return Made(key, PersonKind.Name, Named(name.Value), lines, signature.Name!);
    }

    private static Proposal Agreement(AgreementWording wording, ImmutableArray<(string Key, PartyFinding Party)> parties, ImmutableArray<SignedBlock> signed, ImmutableArray<(string Key, EarlierFinding Of)> earlier)
    {
        var lines = new Lines(AgreementKind.Kind);
        var title = Title(wording, parties);
        if (wording.Title is { } read && !IsBare(read.Value)) lines.Add("title", title, Evidence.Of(read));
        else lines.Compose("title", title);
        lines.Add("agreementSort", wording.Kind);
        foreach (var (key, party) in parties) lines.Add("parties", key, "organisation", key, Evidence.Of(party.Name));
        lines.Add("signed", wording.DoneDate ?? Last(wording.Signatures, parties.Length));
        if (wording.Effect is { Value: { On.Moment: Moment.Date, After: null, MonthAfter: null } } effect) lines.Add("inForce", effect.Value.On.Code, Evidence.Of(effect));
        if (wording.Duration is { Value: UntilDate until } ending) lines.Add("ends", until.Date, Evidence.Of(ending));
        else if (wording.Duration is { } duration) lines.Add("statedTerm", Clip.To(Clip.Line(duration.Quote), 200), Evidence.Of(duration));
        lines.Add("place", wording.DonePlace);
        foreach (var block in signed) Signature(lines, block);
        if (earlier.FirstOrDefault(e => e.Of.Relation.Value is "under" or "amends" or "extends") is { Key: { } parent } on) lines.Add("under", parent, Evidence.Of(on.Of.Title));
        if (wording.Reference is { } reference)
        {
            lines.Add("references", "0", "scheme", "In the text", Evidence.Of(reference));
            lines.Add("references", "0", "text", reference);
        }

        return Made(Itself, AgreementKind.Name, title, lines, wording.Title ?? wording.Kind);
    }

    private static void Signature(Lines lines, SignedBlock block)
    {
        var (key, person, party, signature) = block;
        lines.Add("signatures", key, "person", person, Evidence.Of(signature.Name!));
        if (party is not null) lines.Add("signatures", key, "organisation", party, Evidence.Of(signature.Party!));
        lines.Add("signatures", key, "capacity", signature.Office);
        lines.Add("signatures", key, "on", signature.Date);
        lines.Add("signatures", key, "place", signature.Place);
    }

    private static Proposal Earlier(string key, EarlierFinding earlier)
    {
        var lines = new Lines(AgreementKind.Kind);
        lines.Add("title", AgreementTitle.Cased(earlier.Title.Value), Evidence.Of(earlier.Title));
        lines.Add("signed", earlier.Date);
        return Made(key, AgreementKind.Name, AgreementTitle.Cased(earlier.Title.Value), lines, earlier.Title);
    }

    private static Proposal Body(string key, GoverningBodyFinding body, ImmutableArray<(string Key, PartyFinding Party)> parties)
    {
        var lines = new Lines(BodyKind.Kind);
        lines.Add("name", body.Name);
        foreach (var (party, found) in parties) lines.Add("sides", party, "organisation", party, Evidence.Of(found.Name));
        lines.Add("establishedBy", Itself, Evidence.Of(body.Name));
        lines.Add("chairModel", body.Chairs);
        if (body.Meets is { } meets) lines.Add("cadence", meets.Value.Code, Evidence.Of(meets));
        return Made(key, BodyKind.Name, body.Name.Value, lines, body.Name);
    }

    private static Proposal Made(string key, string kind, string title, Lines lines, Finding<string> because) =>
        new() { Key = key, Kind = kind, Title = title, Values = lines.All, Evidence = Evidence.Of(because) };

    /// <summary>The day of the last signature, where each party has signed and every block has a day: until then it is not signed.</summary>
    private static Finding<string>? Last(ImmutableArray<SignatureFinding> signatures, int parties) => signatures.IsEmpty || signatures.Length < parties || signatures.Any(s => s.Date is null) ? null
        : signatures.Select(s => s.Date!).OrderBy(d => When.TryParse(d.Value, out var when) ? when.Hi : long.MinValue).Last();

    /// <summary>A name in capitals as names are written elsewhere.</summary>
    private static string Named(string name) => name.Any(char.IsLower) ? name : string.Concat(name.Select((c, i) => Begins(name, i) ? c : char.ToLowerInvariant(c)));

    /// <summary>True for the first letter of a name or of what follows "O'", "D'", "Mc" or a hyphen in it.</summary>
    private static bool Begins(string name, int at) => at == 0 || !(char.IsLetter(name[at - 1]) || name[at - 1] is '\'' or '’') || (name[at - 1] is '\'' or '’' && at > 1 && name[at - 2] is 'O' or 'D' or 'L')
        || (at > 1 && name[at - 2] is 'M' && name[at - 1] is 'C' && (at == 2 || !char.IsLetter(name[at - 3])));

    /// <summary>True for a heading that says only what it is: many agreements have it.</summary>
    private static bool IsBare(string title) => Fold.Words(title).All(w => w is "memorandum" or "of" or "understanding" or "agreement" or "letter" or "intent" or "arrangement" or "contract" or "the" or "mou" or "moa" or "loi");

    private static string Title(AgreementWording wording, ImmutableArray<(string Key, PartyFinding Party)> parties) => wording.Title is { } title && !IsBare(title.Value)
        ? ProposeAgreements.Sentence(AgreementTitle.Cased(title.Value)) : ProposeAgreements.Compose(wording.Kind.Value, [.. parties.Select(p => p.Party.Acronym?.Value ?? AgreementTitle.Cased(p.Party.Name.Value))]);
}

/// <summary>One block of signature.</summary>
/// <param name="Key">Of the element among the agreement's signatures.</param>
/// <param name="Person">Key of who signed; one person may sign for several parties.</param>
/// <param name="Party">Key of the party that it binds; null where the block does not say.</param>
internal sealed record SignedBlock(string Key, string Person, string? Party, SignatureFinding Of)
{
    public static ImmutableArray<SignedBlock> All(AgreementWording wording, ImmutableArray<(string Key, PartyFinding Party)> parties)
    {
        var named = wording.Signatures.Where(s => s.Name is not null).ToList();
        var people = named.Select(s => Fold.Key(s.Name!.Value)).Distinct().ToList();
        return [.. named.Select((s, i) => new SignedBlock($"s{i + 1}", $"p{people.IndexOf(Fold.Key(s.Name!.Value)) + 1}", s.Party is { } name ? parties.FirstOrDefault(p => p.Party.Name.Value == name.Value).Key : null, s))];
    }
}
