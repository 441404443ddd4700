using System.Collections.Frozen;

namespace Concordat.Reading.Gazetteer;

/// <summary>Plain English that capitals do not turn into a name.</summary>
internal static class Words
{
    /// <summary>Words that never belong to a name at its start: articles, pronouns, prepositions, conjunctions, auxiliaries.</summary>
    public static readonly FrozenSet<string> Function = Set("""
        a an the this that these those it its he she they we i you his her their our both each all any some no not as at by for from in into of on onto out over to under up with within without
        and or but nor so yet if when while where which who whom whose what why how than then there here also however earlier later meanwhile moreover further furthermore additionally after before since until during
        is are was were be been being has have had do does did will would shall should may might must can could about above across against along amid among around because behind below beneath beside besides between beyond despite down except inside like near off per through throughout till toward towards upon via
        according once only such same other another more most many much few several every either neither now today yesterday tomorrow currently recently thus hence therefore although though unless whether following speaking addressing writing welcoming noting asked given part
        out one two three four five six seven eight nine ten first second third last next new key main read also see click
        """);

    /// <summary>Words of subjects, offices and institutions: part of the name of an organisation or a role, never of a person.</summary>
    public static readonly FrozenSet<string> Institution = Set("""
        academic acquisition administration administrative advanced advancement aeronautics aeronautical aerospace affairs african agricultural agriculture agri aid air allied ambassador analysis animal antarctic applied arctic arms army art arts asian asia assembly astronomy astronautics atlantic atmospheric atomic authority autonomous aviation
        basic bay bilateral biodiversity biological biology biomedical biosciences biotechnology border broadcasting business campus capacity capital care central chemical chemistry civil civilian climate clinical cloud coast coastal commerce commercial common communication communications community comparative competitiveness computational computer computing conservation construction consumer continental control cooperation coordination corporate counter critical cultural culture customs cyber cybersecurity cyberspace
        data deemed deep defence defense deputy design development diagnostics digital diplomacy diplomatic disaster disease division domestic drug
        early earth east eastern economic economics economy ecology ecosystem education educational electric electrical electronic electronics electrotechnical embassy emergency emerging employment energy engagement engineering engineers enterprise enterprises entrepreneurship environment environmental equipment estate europe european evaluation excellence exchange exploration export external
        family federal field finance financial fisheries fishery flight food force forces foreign forest forestry forum foundation framework fuel fusion future general genetics genomics geographic geological geology geophysics geosciences geospatial global governance government graduate grants green group growth
        hazard headquarters health heavy heritage high higher history home horticulture housing human humanitarian humanities hydrography hydrographic hydrology imperial immigration improvement indigenous indo-pacific industrial industries industry informatics information infrastructure innovation innovations innovative inspection instrumentation integrated integration intellectual intelligence interaction interior internal international investment investments irrigation
        joint judicial justice knowledge labor laboratory labour land language languages law learning legal liaison licensing life literature livestock livelihood local logistics major management manpower manufacturing marine maritime marketing materials mathematical mathematics measurement measurements mechanical mechanics media medical medicine metallurgy meteorological meteorology metrology military minerals mines mining minister missile missiles mission mobility modern molecular mountain multilateral municipal music
        nano nanoscience nanotechnology national nations natural nature naval navigation neuroscience new north northern nuclear nursing nutrition ocean oceanic oceanographic oceanography office oil open operations ordnance organic overseas pacific parliament parliamentary partnership partnerships patent peace peaceful personnel petroleum pharmaceutical pharmacy philosophy photonics physical physics physiology planetary planning plant plasma platform polar police policy political polytechnic population port power preparedness press prevention primary private process procurement product production productivity professional program programme programmes programs project projects promotion property protection public publishing quality quantum
        radiation radio rail railway railways rare reactor readiness reconstruction recovery red regional registration regulation regulatory rehabilitation relations reliability religious remote renewable republic reproduction research reserve resilience resource resources response retention risk robotics royal rural
        safeguards safety sanitation satellite school science sciences scientific sea secondary sector security seismology self semiconductor semiconductors senior service services ship shipbuilding skill skills social societal society software soil solar south southern space special sport sports standard standardisation standardization standards state statistics steel strategic strategies strategy student students studies study submarine supercomputing superior supply support surveillance survey sustainability sustainable system systems
        tactical tax teaching technical technological technologies technology telecom telecommunication telecommunications territorial test testing textile textiles theoretical therapeutics tourism town trade training translational transport transportation tropical treasury underwater unified united universal university unmanned urban utilization vaccine vehicle vehicles veterans veterinary virology vocational volunteer war warfare water weapons weather welfare west western wildlife wind women workforce works world youth zoology zoological
        transfer healthcare outreach informatics admissions alumni commercialisation commercialization partnerships extension trials armaments armament propulsion hydraulics oceans ice glaciology volcano earthquake seismic cosmic stellar accelerator accelerators photon neutron fission isotope isotopes hydrogen battery batteries drone drones autonomy acoustics optics laser lasers radar sensors sonar cryogenics forecasting modelling modeling calibration assessment vaccines genome crop crops seed seeds livestock aquaculture pulsed microelectronics avionics ammunition shipping seabed reef reefs icebreaker permafrost
        critical key coordination interaction production vice war union cabinet chief centre center college department ministry agency council institute organisation organization commission committee academy directorate bureau board panel unit command navy fleet corps association network consortium alliance initiative bridge plan agreement memorandum understanding letter intent protocol treaty convention arrangement pact accord amendment declaration dialogue plenary meeting session summit workshop conference symposium talks consultations working steering plus informal formal annual biennial delegation delegations side sides officials leaders scientists researchers faculty staff
        inc ltd limited corp corporation company plc gmbh llc pvt private official officer website photo image day days week weeks month months year years
        """);

    private static readonly string[] Endings = ["ology", "ological", "ography", "ographic", "isation", "ization", "ations", "ation", "ments", "ership", "ernance", "onomics", "ronics", "hysics", "matics", "botics", "ecurity", "ability", "engineering", "sciences", "technologies"];

    /// <summary>A word of subjects and offices, by list or by its ending.</summary>
    public static bool IsField(string lower) =>
        Institution.Contains(lower) || lower.Length > 8 && EndsAsField(lower) || lower.Length > 2 && lower.Contains('-') && AllFields(lower) || lower is "r&d" or "s&t" or "ict" or "stem" or "it" or "rd";

    private static bool EndsAsField(string lower)
    {
        foreach (var ending in Endings) if (lower.EndsWith(ending, StringComparison.Ordinal)) return true;
        return false;
    }

    private static bool AllFields(string lower)
    {
        var parts = Institution.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var part in lower.AsSpan().Split('-')) if (!parts.Contains(lower.AsSpan(part))) return false;
        return true;
    }

    public static FrozenSet<string> Set(string list) => list.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();
}
