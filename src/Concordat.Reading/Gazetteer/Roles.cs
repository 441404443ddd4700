using System.Collections.Frozen;

namespace Concordat.Reading.Gazetteer;

/// <summary>Offices people hold, and what is written before their names.</summary>
internal static class Roles
{
    /// <summary>Nouns that end or head the name of an office.</summary>
    public static readonly FrozenSet<string> Head = Words.Set("""
        minister ministers secretary secretary-general undersecretary under-secretary director director-general directors president vice-president chancellor vice-chancellor pro-vice-chancellor rector vice-rector prorector provost registrar commissioner ambassador envoy chairman chairwoman chairperson chair co-chair chief ceo cto coo assistant administrator dean head commander commandant governor premier manager coordinator adviser advisor counsellor counselor consul commissioner-general controller scientist fellow principal leader officer
        superintendent representative deputy speaker spokesperson spokesman spokeswoman attaché attache executive lead founder co-founder auditor treasurer curator inspector engineer lecturer researcher investigator delegate convener king queen prince princess emperor sultan emir sheikh senator congressman mayor chargé vice-minister vice-chairman vice-chair vice-admiral director- chief-of-staff astronaut negotiator negotiators chancellors vice-chancellors rectors secretaries chairmen commissioners ambassadors superintendents governors deans professors commanders commandants administrators chairpersons presidents vice-presidents principals envoys pro-rector professor co-director vice-dean vice-minister d'affaires vc pvc dvc pro-vc dg vp svp evp member hydrologist geologist biologist physicist chemist economist astronomer oceanographer glaciologist seismologist volcanologist virologist ecologist agronomist meteorologist climatologist mathematician archaeologist geophysicist microbiologist epidemiologist student postdoc technician specialist cosmonaut hydrographer surveyor statistician cartographer archivist librarian academician interpreter comptroller mla mlc collector commanding-in-chief officer-in-charge magistrate headmaster warden ombudsman cmd trustee chairholder rapporteur
        """);

    /// <summary>Modifiers that stand before a head and belong to the office.</summary>
    public static readonly FrozenSet<string> Before = Words.Set("""
        vice commanding deputy assistant associate acting executive managing senior principal under joint additional general chief prime foreign defence defense permanent first second interim founding honorary lead co group scientific technical administrative academic research national global regional external interior finance economics economic trade science technology education health energy environment industry transport home state union federal cabinet parliamentary special high pro laboratory army navy naval air staff visiting emeritus ranking flag district distinguished outstanding eminent programme program project country corporate commercial
        """);

    /// <summary>Honorifics and ranks, without full stops.</summary>
    public static readonly FrozenSet<string> Honorific = Words.Set("""
        dr mr mrs ms miss mx prof professor shri smt sri kumari sir dame lord lady hon honourable honorable madam madame monsieur herr frau señor senor señora ing dipl-ing eng engr er rev fr datuk dato tan dato' datin tun seri puan panglima mlle mme mister ir assoc asst daw khun acharya mma dipl.-ing dipl-ing. econ lic arq mgr mag ato acad usec asec atty direktor corr calm rep drs dra sra dr.-ing dr-ing hajiya hajia auntie uncle mama baba sayyid sheikha pak ustad sheikh haji alhaji barr arch brigadeiro brigadier-engineer contre-amiral vice-amiral contraalmirante contra-almirante contralmirante vicealmirante vice-almirante almirante amiral amiraglio général générale generalmajor generalleutnant generálmajor brigadegeneral flottillenadmiral konteradmiral kontradmiral kontreadmiral oberst oberstleutnant kapitän kapitan kapitein capitaine capitán capitão comandante commandeur ingénieur ingénieure médecin commissaire kommandør kommendør kommodore överste eversti kommodori doutor doutora doctora dott dott.ssa profesor profesora professore professoressa professeur professeure licenciado licenciada ingeniero ingeniera arhitekt dr.-med
        cmdr ens lcdr lt lieutenant gen general adm admiral maj major col colonel capt captain cdr commander cmde commodore brig brigadier cpt sgt sergeant marshal maj-gen maj.-gen lt-gen lt.-gen lt-col lt.-col wg gp sqn wing squadron flt vadm radm amb ambassador rear avm academicians professors drs messrs aviator sayyida sayid h.h h.e. king president queen hrh h.e he excellency his her
        """);

    /// <summary>Honorifics that on their own make what follows a person.</summary>
    public static readonly FrozenSet<string> SureHonorific = Words.Set("""
        dr mr mrs ms miss mx prof professor shri smt sir dame lt gen general adm admiral maj major col colonel capt captain cdr commodore brig brigadier marshal maj-gen maj.-gen lt-gen lt.-gen lt-col lt.-col amb ambassador rear engr datuk dato datin mlle mme daw assoc dr.-ing dr-ing dra sra drs usec asec atty direktor acad calm ing hon ir ato sheikha sheikh cmdr eng dipl.-ing dipl-ing mma vadm radm avm lieutenant herr frau cmde wg barr alhaji hajia hajiya academicians professors drs messrs sayyida aviator academician contre-amiral vice-amiral contraalmirante contra-almirante contralmirante vicealmirante vice-almirante almirante amiral amiraglio général générale generalmajor generalleutnant generálmajor brigadegeneral flottillenadmiral konteradmiral kontradmiral kontreadmiral oberst oberstleutnant kapitän kapitan kapitein capitaine capitán capitão comandante commandeur ingénieur ingénieure médecin commissaire kommandør kommendør kommodore överste eversti kommodori doutor doutora doctora dott dott.ssa profesor profesora professore professoressa professeur professeure licenciado licenciada ingeniero ingeniera arhitekt dr.-med
        """);

    /// <summary>Offices of universities: whoever holds one stands for a university.</summary>
    public static readonly FrozenSet<string> Academic = Words.Set("vc pvc dvc pro-vc chancellor vice-chancellor pro-vice-chancellor rector vice-rector prorector provost registrar dean lecturer faculty");

    /// <summary>What people do: a name before one of these is a person's.</summary>
    public static readonly FrozenSet<string> HumanVerb = Words.Set("""
        said says told added noted thanked spoke signed inked stated explained stressed emphasised emphasized welcomed praised expressed remarked recalled called congratulated hailed described attended represented chaired co-chaired led headed received visited addressed wrote posted tweeted met hoped believes believed highlighted underlined underscored pointed urged commented observed announced wished heads leads who countersigned initialled penned briefed hosted accompanied quipped answered argued cautioned insisted joked warned replied thinks asked reiterated recounted presented
        """);

    /// <summary>Particles inside a personal name.</summary>
    public static readonly FrozenSet<string> Particle = Words.Set("de van von der den di da dos das del della du la le bin bint al el ibn ter ten e y zu af av ben st na dela delos arap wa ole ould binti binte zum zur dal dalla degli delle");
}
