using System.Collections.Frozen;

namespace Concordat.Reading.Gazetteer;

/// <summary>Nouns that make a capitalised name the name of an organisation, with the kind they suggest.</summary>
internal static class Heads
{
    private const string Table = """
        university:university universität universitaet université universite universidad universidade università universita universiti universitas universiteit universitet universitetet üniversitesi uniwersytet univerzita univ college polytechnic politecnico politécnica politecnica école ecole hochschule institute-of-technology faculty school
        laboratory:laboratory laboratories lab labs institute institutes institut instituto istituto instytut observatory centre center centro zentrum laboratoire laboratorio forschungszentrum hospital
        government:ministry department agency administration office directorate bureau commission authority secretariat embassy government organisation organization unit ministerio ministère bundesministerium parliament treasury inspectorate cabinet directorate-general
        military:navy army command corps fleet marines brigade battalion squadron militia regiment force forces guard
        company:ltd limited inc inc. ltd. corp corp. corporation gmbh ag plc llc pvt company industries technologies systems aerospace airlines airways motors shipyard shipyards shipbuilders holdings bank enterprises electronics dynamics solutions pharmaceuticals energy-company consultancy s.a. spa ab oy bv b.v. nv n.v. srl sarl pte bhd a/s
        body:association society foundation union alliance federation consortium network council academy trust chamber service services institution museum archive library gesellschaft academia akademie accademia board league initiative-office
        """;

    private static readonly FrozenDictionary<string, string> KindOf = (
        from line in Table.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        let parts = line.Trim().Split(':')
        from head in parts[1].Split(' ')
        select (head, kind: parts[0])).ToFrozenDictionary(p => p.head, p => p.kind);

    /// <summary>Heads whose name runs on with "of" or "for" and may hold "and" and commas there.</summary>
    public static readonly FrozenSet<string> TakeFields =
        "ministry department institute council office centre center agency directorate organisation organization administration bureau academy school college faculty university laboratory authority commission association society board secretariat service institution command foundation union federation".Split(' ').ToFrozenSet();

    /// <summary>Heads that need a companion before them or "of" after them to be a name.</summary>
    public static readonly FrozenSet<string> Weak =
        "union service services systems technologies network board group school energy electronics dynamics solutions unit command society trust company chamber library archive initiative lab labs industries".Split(' ').ToFrozenSet();

    public static bool Is(string lower) => KindOf.ContainsKey(lower);
    public static string? Kind(string lower) => KindOf.GetValueOrDefault(lower);
}
