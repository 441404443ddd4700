using System.Collections.Frozen;

namespace Concordat.Reading.Gazetteer;

/// <summary>Organisations that texts name by letters or one word alone, taking them to be known.</summary>
internal static class KnownBodies
{
    /// <param name="Kind">As in <see cref="Evidence.OrganisationFinding.Kind"/>.</param>
    /// <param name="Country">ISO code, or null for international ones and for letters that several countries use.</param>
    internal sealed record Known(string Kind, string? Country);

    private const string Table = """
        government:IN:DRDO,ISRO,DST,DAE,BIS,DGCA,SERB,ANRF,INCOIS
        government:US:NASA,NOAA,DARPA,NSF,NIH,FDA,FAA,USAID,DOE,DoD,NIST,AFRL,ONR,DIU,USGS,EPA,DTRA,Pentagon
        government:FR:CNES,DGA,ANR,ONERA
        government:JP:JAXA,ATLA,METI,MEXT,JSPS,NEDO,JICA
        government:KR:DAPA,KASA,MSIT
        government:GB:UKSA,Dstl,DSTL,UKRI,STFC,EPSRC
        government:IT:ASI
        government:AU:DSTG
        government:CN:CNSA,NSFC,MOST
        government:RU:Roscosmos,Rosatom
        government:CA:NSERC,DRDC
        government:SG:DSTA,MINDEF
        government:BR:INPE,CNPq,CAPES,FINEP,FAPESP
        government:AR:CONAE,CONICET
        government:MX:CONACYT
        government:TR:SSB,TÜBİTAK,TUBITAK
        government:SE:FMV,FOI,Vinnova
        government:PK:SUPARCO
        government:ID:LAPAN,BRIN
        government::DST,MoD,MOD
        body::CERN,NATO,UN,UNESCO,IAEA,WHO,ESA,ESO,EMBL,ASEAN,OECD,WTO,FAO,WMO,ITU,ITER,EUMETSAT,OCCAR,EDA,AUKUS,OPCW,CTBTO,UNDP,UNIDO,UNICEF,SAARC,BRICS,EURATOM,Euratom,COMSATS,SESAME,ICTP,ICGEB,OPEC,APEC,INTERPOL,GCC,AU
        laboratory::CSIR
        laboratory:DE:DLR,DESY,GFZ,KIT,Fraunhofer
        laboratory:FR:CNRS,CEA,INRIA,Inria,INSERM,INRAE,IFREMER,Ifremer,IRD
        laboratory:IT:INFN,CNR,ENEA
        laboratory:ES:CSIC,INTA,CIEMAT
        laboratory:JP:RIKEN,AIST,KEK,JAMSTEC,NIMS,NICT
        laboratory:KR:ADD,KARI,ETRI,KIST,KAERI
        laboratory:NL:TNO,NLR,Nikhef
        laboratory:NO:FFI,SINTEF
        laboratory:FI:VTT
        laboratory:BE:IMEC,imec,VITO
        laboratory:AU:CSIRO,ANSTO
        laboratory:CA:TRIUMF
        laboratory:SG:A*STAR
        laboratory:IN:ICAR,ICMR,BARC,TIFR,DRDL,NAL
        laboratory:US:NREL,LLNL,LANL,ORNL,SLAC,Fermilab,JPL,PNNL,NRL
        laboratory:CH:PSI,EMPA,Empa
        university:US:MIT,Caltech,UCLA,LSU,Harvard,Stanford,Yale,Princeton
        university:CH:ETH,EPFL
        university:SG:NUS,NTU
        university:KR:KAIST,POSTECH,UNIST
        university:IN:JNU,BITS,IISc
        university:GB:UCL
        university:SA:KAUST,KFUPM
        university:NO:NTNU
        university:DK:DTU
        university:AU:UNSW,ANU
        company:IN:HAL,BEL,BDL,BEML,ONGC,BHEL,GRSE,TCS,Infosys
        company:FR:Thales,Dassault,Safran,Airbus,MBDA
        company:US:Boeing,IBM,Intel,Microsoft,Google,Raytheon,Nvidia,NVIDIA,Qualcomm,SpaceX
        company:GB:QinetiQ,Rolls-Royce
        company:IT:Leonardo,Fincantieri
        company:SE:Saab,SAAB,Ericsson
        company:IL:IAI,Rafael,Elbit
        company:DE:Siemens,Bosch,Rheinmetall,SAP,Hensoldt
        company:TR:ASELSAN,Aselsan,Roketsan,ROKETSAN,Baykar,Havelsan
        company:JP:Toyota,Hitachi,Toshiba,Fujitsu,NEC
        company:KR:Samsung,Hanwha,Hyundai
        company:FI:Nokia
        company:NO:Kongsberg
        company:BR:Embraer
        company:CN:Huawei
        """;

    private static readonly FrozenDictionary<string, Known> ByForm = (
        from line in Table.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        let parts = line.Trim().Split(':')
        from form in parts[2].Split(',')
        group new Known(parts[0], parts[1].Length == 0 ? null : parts[1]) by form).ToFrozenDictionary(g => g.Key, g => g.First());

    /// <summary>Letters that stand before a town to name one of several sister universities ("IIT Madurai", "TU Delft").</summary>
    public static readonly FrozenSet<string> BeforeTown =
        "IIT IIM NIT IIIT IISER AIIMS TU ETH KU UC NISER IISC UT FH RWTH UCL ESIC NID INSA ENS IMT ITMO KTH HTW CSIR-NAL".Split(' ').ToFrozenSet();

    /// <summary>What is known of a form exactly as written, or null.</summary>
    public static Known? Of(string written) => ByForm.GetValueOrDefault(written);
}
