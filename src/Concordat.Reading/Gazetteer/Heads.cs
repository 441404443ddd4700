using System.Collections.Frozen;

namespace Concordat.Reading.Gazetteer;

/// <summary>Nouns that make a capitalised name the name of an organisation, with the kind they suggest.</summary>
internal static class Heads
{
    private const string Table = """
        university:university universität universitaet université universite universidad universidade università universita universiti universitas universiteit universitet universitetet üniversitesi uniwersytet univerzita univ college polytechnic politecnico politécnica politecnica école ecole hochschule vidyapeeth vidyapith vishwavidyalaya mahavidyalaya tech institute-of-technology faculty school escuela facultad faculdade faculté fakultät politechnika politehnica universitatea universidá högskola högskolan høgskole høgskolen høyskole egyetem yliopisto ülikool institutet
        laboratory:laboratory laboratories lab labs institute institutes institut instituto istituto instytut observatory city centre center centro zentrum laboratoire laboratorio laboratório forschungszentrum hospital establishment facility station observatorio observatoire osservatorio institutul institutt instituttet ústav
        government:presidency division ministry department agency administration office directorate bureau commission authority secretariat embassy government organisation organization unit ministerio ministère bundesministerium parliament treasury inspectorate cabinet directorate-general survey agência agencia agence agenzia fundação fundación fondazione conselho consejo consiglio conseil comisión comissão direction dirección direção direzione commissariat secretaría comité servicio serviço servizio
        military:armada marinha navy army command corps fleet marines brigade battalion squadron militia regiment force forces guard
        company:companhia compañía compagnie società empresa sociedad société ltd limited inc inc. ltd. corp corp. corporation gmbh ag plc llc pvt company industries group works technologies systems aerospace airlines airways motors shipyard shipyards shipbuilders holdings bank enterprises electronics dynamics solutions pharmaceuticals energy-company consultancy s.a. sa sas as asa kk oyj llp lp kg spa ab oy bv b.v. nv n.v. srl sarl pte bhd a/s a.s. a.s s.r.o. s.r.o d.o.o. d.o.o s.p.a. s.p.a z.o.o. z.o.o pty tbk kft zrt jsc pjsc ltda eood oü ehf aps a.ş. a.ş
        body:fund association society foundation union alliance federation consortium network council academy trust chamber service services institution museum archive library gesellschaft consorzio academia akademie accademia akademia stiftung fonds stichting board league initiative-office
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
        "establishment facility survey works fund station union service services systems technologies network board group school energy electronics dynamics solutions unit command society trust company chamber city library archive initiative lab labs industries".Split(' ').ToFrozenSet();

    /// <summary>Legal forms that are words or names too unless written in capitals.</summary>
    public static bool CaseFits(string lower, string written) => lower is not ("as" or "sa" or "sas" or "asa" or "kk" or "ag" or "ab" or "oy" or "lp" or "kg" or "bv" or "nv") || !written.Any(char.IsLower);

    /// <summary>Legal forms that are written small: "Example plc", "Example a.s.".</summary>
    public static bool IsSmallForm(string lower) => lower is "plc" or "gmbh" or "a.s." or "a.s" or "s.r.o." or "s.r.o" or "d.o.o." or "d.o.o" or "s.p.a." or "s.p.a" or "z.o.o." or "z.o.o" or "kft" or "ehf";

    /// <summary>Heads of other languages, whose names run on to the right.</summary>
    public static readonly FrozenSet<string> Foreign =
        "companhia compañía compagnie empresa institut instituto istituto instytut universidad université universiti universitas universidade università universität universiteit école ecole hochschule politecnico politécnica laboratoire laboratorio laboratório centro zentrum agência agencia agence agenzia fundação fundación fondazione conselho consejo consiglio conseil comisión comissão ministerio ministère academia akademie accademia stiftung fonds stichting consorzio escuela facultad faculdade faculté fakultät politechnika politehnica universitatea observatorio observatoire osservatorio institutul direction dirección direção direzione commissariat secretaría comité servicio serviço servizio armada marinha".Split(' ').ToFrozenSet();

    public static bool Is(string lower) => KindOf.ContainsKey(lower);
    public static string? Kind(string lower) => KindOf.GetValueOrDefault(lower);
}
