using System.Collections.Frozen;

namespace Concordat.Names;

/// <summary>Words that names of organisations share across languages: "Universidad", "Univ." and "Universität" are one word.</summary>
/// <remarks>Folded forms as <see cref="Fold.Words"/> gives them; a house table of general words and of cities that languages call differently.</remarks>
public static class HeadWords
{
    private static readonly FrozenDictionary<string, string> One = Load();

    /// <summary>Articles, prepositions and conjunctions: names are told apart without them.</summary>
    private static readonly FrozenSet<string> Small = (
        "of the and for in on at to by with de la le les l du des d der die das dem den und et y e i da do dos del della delle dei degli dell di el los las van von vom zu zur zum fur fuer voor het te en og och for i u w z na v s al im am ve a an as o os et").Split(' ').ToFrozenSet();

    /// <summary>The one form of a folded word.</summary>
    public static string Of(string word) => One.GetValueOrDefault(word, word);

    /// <summary>True for words that say what something is, not which: many names have them.</summary>
    public static bool IsGeneral(string word) => General.Contains(word);

    public static bool IsSmall(string word) => Small.Contains(word);

    /// <summary>The words of a name in order, each in its one form, without small words.</summary>
    public static List<string> Words(string name)
    {
        var words = new List<string>();
        foreach (var word in Fold.Words(name))
            if (!Small.Contains(word)) words.Add(Of(word));
        return words;
    }

    private static readonly FrozenSet<string> General = (
        "university institute hospital clinic centre national research technology technical polytechnic science academy school college faculty department laboratory medicine medical health sanitary ministry agency council society foundation association "
        + "company corporation limited service museum library engineering international applied federal state regional general central metropolitan autonomous catholic physics chemistry biology mathematics agriculture economics cancer saint mount royal "
        + "division unit group section programme office board authority commission committee network system systems development education studies study advanced higher public private municipal provincial county city district north south east west northern "
        + "southern eastern western new great children women teaching affiliated first second third people government defence organisation industry industrial information natural social human life energy environment environmental space nuclear").Split(' ').ToFrozenSet();

    private static FrozenDictionary<string, string> Load()
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in Table.Split('|'))
        {
            var (one, forms) = (line[..line.IndexOf(':')], line[(line.IndexOf(':') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries));
            foreach (var form in forms) all.TryAdd(form, one);
        }

        return all.ToFrozenDictionary();
    }

    private const string Table =
        "university:universities universitat universitaet universitats universitaets universitaten universite universites universidad universidades universidade universita universiteit universitet universitetet universitets universitesi universitatea univerzita univerzity univerzitet univerzitetu univerza sveuciliste sveucilista uniwersytet uniwersytetu egyetem yliopisto ulikool universitate universitetas universiti universitas unibertsitatea univ uni univer universitaria universitario universitarios universitaire universitaires universitaria universitari universitaetsklinik университет университета університет університету πανεπιστημιο|"
        + "institute:institut instituts institutes instituto institutos istituto istituti instytut instytutu intezet intezete institutt instituttet institutet instituut institutul institutas institucion institution institutions inst ustav ustavu enstitusu институт института інститут institutional|"
        + "hospital:hospitals hopital hopitaux hospitalier hospitaliers hospitaliere ospedale ospedali ospedaliera ospedaliero hospitalar hospitalario hospitalaria krankenhaus hastanesi sairaala sjukhus sjukhuset sykehus sygehus ziekenhuis szpital nemocnice bolnica bolnisnica korhaz spital hosp infirmary|"
        + "clinic:clinics klinik klinika klinikum kliniken clinique cliniques clinica clinicas clinico clinicum klinikken|"
        + "centre:centres centers zentrum zentrums centro centros centrum centrul sentrum sentret keskus kozpont merkezi tsentr ctr cent центр|"
        + "national:nationale nationales nationaler nationaux nacional nacionales nazionale nazionali nationala narodowy narodni narodny nasjonal nasjonalt nationella nationalt nemzeti ulusal natl nat национальный|"
        + "research:forschung forschungs recherche recherches investigacion investigaciones investigacao pesquisa pesquisas ricerca ricerche onderzoek forskning forsknings badan badawczy vyzkumny vyzkumu kutatointezet arastirma res researches|"
        + "technology:technologies technologie technologien tecnologia tecnologias tecnologie technologia technologii teknologi teknologiska teknoloji technological technologique tecnologico tecnologica tecnologiche tech technol technologico|"
        + "technical:technische technischen technischer technique techniques tecnica tecnico tecnicas teknik teknisk tekniska tekniske techniczny techn технический|"
        + "polytechnic:polytechnique polytechnical politecnico politecnica politechnika politechniki politehnica polytechnische|"
        + "science:sciences scientific scientifique cientifico cientifica cientificas scientifica scientifico wissenschaft wissenschaften wissenschaftliche ciencia ciencias scienze scienza vetenskap vetenskaps nauk sci ilmu tudomany tudomanyegyetem bilimleri bilim|"
        + "academy:academies akademie academie academia academias accademia akademia akademii akademi akademiya akademija acad academic academica|"
        + "school:schools schule ecole ecoles escuela escola scuola skola skole sch|college:colleges colegio collegio coll|faculty:faculties fakultat fakultaet facultad facultades faculte facultes facolta faculdade fakultet fakultesi faculteit fac|"
        + "department:departments departement departamento dipartimento abteilung afdeling dept dep dpt dipart departm|laboratory:laboratories laboratoire laboratoires laboratorio laboratori laboratorium labor lab labs|"
        + "medicine:medizin medecine medicina|medical:medizinische medizinischen medicale medicales medico medica medicas medicos med medizinischer medicinska medyczny medicum|health:sante salud saude salute gesundheit zdravlje saglik|sanitary:sanitaria sanitario sanitaire sanitarias|"
        + "ministry:ministere ministerio ministerium ministerstvo ministero ministerie bundesministerium bakanligi|agency:agence agencia agenzia agentur|council:conseil consejo consiglio conselho consell|society:societe sociedad sociedade gesellschaft societa|foundation:fondation fundacion fondazione stiftung fundacao fundacio fundacja fondation|"
        + "association:asociacion associazione associacao verein vereniging|company:cie compania|corporation:corp|company:co|limited:ltd limitada ltda|service:services servicio servicios servizio servico|museum:musee museo museu museums|library:bibliothek bibliotheque biblioteca|"
        + "engineering:ingenieria ingenierie ingegneria ingenieurwissenschaften eng engn engrg engenharia muhendislik engineers|international:internationale internacional internazionale int intl|applied:angewandte appliquee appliquees aplicada aplicadas applicata applicate|"
        + "federal:federale bundes federale|state:staatliche estatal estadual estado staatl|regional:regionale regionaal|general:generale allgemeines algemeen|central:centrale zentral|metropolitan:metropolitana|autonomous:autonoma autonomo autonome|catholic:catholique catolica cattolica katholieke katholische katolicki|pontifical:pontificia|"
        + "physics:physik physique fisica phys|chemistry:chemie chimie quimica chimica chem|biology:biologie biologia biol|mathematics:mathematik mathematiques matematica math|agriculture:agricole agricultura agricola agrarias agricultural agronomique agronomica|economics:economia economie wirtschaft|cancer:krebsforschung krebsforschungszentrum cancerologie cancerologia|"
        + "saint:st ste sankt sint santo santa san sao|mount:mt|"
        + "munich:munchen muenchen monaco|vienna:wien wiener|cologne:koln koeln|rome:roma|milan:milano|florence:firenze|turin:torino|naples:napoli|venice:venezia|padua:padova|genoa:genova|geneva:geneve genf|zurich:zuerich|basel:basle|berne:bern|prague:praha praze|warsaw:warszawa warszawie warszawski|krakow:cracow krakowie|wroclaw:breslau|"
        + "lisbon:lisboa|seville:sevilla|copenhagen:kobenhavn kobenhavns|gothenburg:goteborg goteborgs|brussels:bruxelles brussel|antwerp:antwerpen anvers|ghent:gent gand|bruges:brugge|hague:haag|moscow:moskva|belgrade:beograd beogradu|bucharest:bucuresti|hanover:hannover|nuremberg:nurnberg|dusseldorf:duesseldorf|tubingen:tuebingen|gottingen:goettingen|wurzburg:wuerzburg|lubeck:luebeck|munster:muenster|saarbrucken:saarbruecken|julich:juelich|"
        + "strasbourg:strassburg|lyon:lyons|marseille:marseilles|saragossa:zaragoza|corunna:coruna|athens:athina|beijing:peking|mumbai:bombay|kolkata:calcutta|chennai:madras|helsinki:helsingfors|turku:abo|bavarian:bayerische|saxon:sachsische|bologna:bolognese|"
        + "catalonia:catalunya cataluna|andalusia:andalucia|tuscany:toscana|lombardy:lombardia|sicily:sicilia|sardinia:sardegna|brittany:bretagne|burgundy:bourgogne|normandy:normandie|"
        + "europe:europa|european:europeen europeenne europea europeo europaisches|german:deutsche deutsches deutscher|french:francais francaise|italian:italiano italiana|spanish:espanol espanola|dutch:nederlandse nederlands|polish:polska polskiej|royal:royale koninklijke";
}
