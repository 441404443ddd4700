namespace Concordat.Reading.Gazetteer;

internal static class CountryTable
{
    /// <summary>One country a line: code; names (the English short name first); adjectives and people.</summary>
    public const string Lines = """
        AF;Afghanistan;Afghan
        AL;Albania;Albanian
        DZ;Algeria;Algerian
        AD;Andorra;Andorran
        AO;Angola;Angolan
        AR;Argentina;Argentine|Argentinian|Argentinean
        AM;Armenia;Armenian
        AU;Australia;Australian|Aussie
        AT;Austria;Austrian
        AZ;Azerbaijan;Azerbaijani|Azeri
        BS;Bahamas;Bahamian
        BH;Bahrain;Bahraini
        BD;Bangladesh;Bangladeshi
        BB;Barbados;Barbadian
        BY;Belarus;Belarusian
        BE;Belgium;Belgian
        BZ;Belize;Belizean
        BJ;Benin;Beninese
        BT;Bhutan;Bhutanese
        BO;Bolivia;Bolivian
        BA;Bosnia and Herzegovina|Bosnia & Herzegovina|Bosnia-Herzegovina|Bosnia;Bosnian
        BW;Botswana;Botswanan
        BR;Brazil;Brazilian
        BN;Brunei|Brunei Darussalam;Bruneian
        BG;Bulgaria;Bulgarian
        BF;Burkina Faso;Burkinabe
        BI;Burundi;Burundian
        KH;Cambodia;Cambodian
        CM;Cameroon;Cameroonian
        CA;Canada;Canadian
        CV;Cape Verde|Cabo Verde;Cape Verdean
        CF;Central African Republic
        TD;Chad;Chadian
        CL;Chile;Chilean
        CN;China|People's Republic of China|PRC|P.R. China;Chinese|Sino
        CO;Colombia;Colombian
        CG;Congo;Congolese
        CD;Democratic Republic of the Congo|DRC
        CR;Costa Rica;Costa Rican
        CI;Ivory Coast|Côte d'Ivoire|Cote d'Ivoire;Ivorian
        HR;Croatia;Croatian
        CU;Cuba;Cuban
        CY;Cyprus;Cypriot
        CZ;Czech Republic|Czechia;Czech
        DK;Denmark;Danish|Dane
        DJ;Djibouti;Djiboutian
        DO;Dominican Republic;Dominican
        EC;Ecuador;Ecuadorian|Ecuadorean
        EG;Egypt;Egyptian
        SV;El Salvador;Salvadoran
        EE;Estonia;Estonian
        ET;Ethiopia;Ethiopian
        EU;EU|European Union;EU
        FJ;Fiji;Fijian
        FI;Finland;Finnish|Finn
        FR;France;French|Franco
        GA;Gabon;Gabonese
        GM;Gambia;Gambian
        GE;Georgia;Georgian
        DE;Germany|Federal Republic of Germany;German
        GH;Ghana;Ghanaian
        GR;Greece|Hellenic Republic;Greek|Hellenic
        GT;Guatemala;Guatemalan
        GN;Guinea;Guinean
        GY;Guyana;Guyanese
        HT;Haiti;Haitian
        HN;Honduras;Honduran
        HK;Hong Kong
        HU;Hungary;Hungarian
        IS;Iceland;Icelandic
        IN;India|Republic of India;Indian|Indo
        ID;Indonesia;Indonesian
        IR;Iran;Iranian
        IQ;Iraq;Iraqi
        IE;Ireland;Irish
        IL;Israel;Israeli
        IT;Italy;Italian|Italo
        JM;Jamaica;Jamaican
        JP;Japan;Japanese
        JO;Jordan;Jordanian
        KZ;Kazakhstan;Kazakh|Kazakhstani
        KE;Kenya;Kenyan
        KR;South Korea|Republic of Korea|Korea|ROK;South Korean|Korean
        KP;North Korea|DPRK;North Korean
        XK;Kosovo;Kosovar
        KW;Kuwait;Kuwaiti
        KG;Kyrgyzstan;Kyrgyz
        LA;Laos;Lao|Laotian
        LV;Latvia;Latvian
        LB;Lebanon;Lebanese
        LS;Lesotho
        LR;Liberia;Liberian
        LY;Libya;Libyan
        LI;Liechtenstein
        LT;Lithuania;Lithuanian
        LU;Luxembourg;Luxembourgish
        MG;Madagascar;Malagasy
        MW;Malawi;Malawian
        MY;Malaysia;Malaysian
        MV;Maldives;Maldivian
        ML;Mali;Malian
        MT;Malta;Maltese
        MR;Mauritania;Mauritanian
        MU;Mauritius;Mauritian
        MX;Mexico;Mexican
        MD;Moldova|Republic of Moldova;Moldovan
        MC;Monaco;Monegasque
        MN;Mongolia;Mongolian
        ME;Montenegro;Montenegrin
        MA;Morocco;Moroccan
        MZ;Mozambique;Mozambican
        MM;Myanmar|Burma;Burmese
        NA;Namibia;Namibian
        NP;Nepal;Nepali|Nepalese
        NL;Netherlands|the Netherlands|Holland;Dutch
        NZ;New Zealand;New Zealander
        NI;Nicaragua;Nicaraguan
        NE;Niger;Nigerien
        NG;Nigeria;Nigerian
        MK;North Macedonia|Macedonia;Macedonian
        NO;Norway;Norwegian
        OM;Oman;Omani
        PK;Pakistan;Pakistani
        PS;Palestine;Palestinian
        PA;Panama;Panamanian
        PG;Papua New Guinea
        PY;Paraguay;Paraguayan
        PE;Peru;Peruvian
        PH;Philippines|the Philippines;Philippine|Filipino
        PL;Poland;Polish
        PT;Portugal;Portuguese
        QA;Qatar;Qatari
        RO;Romania;Romanian
        RU;Russia|Russian Federation;Russian|Russo
        RW;Rwanda;Rwandan
        SA;Saudi Arabia|Kingdom of Saudi Arabia|KSA;Saudi|Saudi Arabian
        ST;São Tomé and Príncipe|Sao Tome and Principe;São Toméan
        SN;Senegal;Senegalese
        RS;Serbia;Serbian
        SC;Seychelles;Seychellois
        SL;Sierra Leone
        SG;Singapore;Singaporean
        SK;Slovakia|Slovak Republic;Slovak|Slovakian
        SI;Slovenia;Slovenian|Slovene
        SO;Somalia;Somali
        ZA;South Africa;South African
        SS;South Sudan;South Sudanese
        ES;Spain;Spanish|Hispano
        LK;Sri Lanka;Sri Lankan
        SD;Sudan;Sudanese
        SR;Suriname;Surinamese
        SZ;Eswatini|Swaziland;Swazi
        SE;Sweden;Swedish|Swede
        CH;Switzerland|Swiss Confederation;Swiss
        SY;Syria;Syrian
        TW;Taiwan;Taiwanese
        TJ;Tajikistan;Tajik
        TZ;Tanzania;Tanzanian
        TH;Thailand;Thai
        TG;Togo;Togolese
        TT;Trinidad and Tobago|Trinidad & Tobago
        TN;Tunisia;Tunisian
        TR;Turkey|Türkiye|Turkiye;Turkish
        TM;Turkmenistan;Turkmen
        UG;Uganda;Ugandan
        UA;Ukraine;Ukrainian
        AE;United Arab Emirates|UAE|U.A.E.;Emirati
        GB;United Kingdom|UK|U.K.|Britain|Great Britain;British|UK|U.K.|Anglo|Scottish|Welsh
        US;United States|United States of America|US|U.S.|USA|U.S.A.|America;American|US|U.S.
        UY;Uruguay;Uruguayan
        UZ;Uzbekistan;Uzbek
        VE;Venezuela;Venezuelan
        VN;Vietnam|Viet Nam|Việt Nam;Vietnamese
        YE;Yemen;Yemeni
        ZM;Zambia;Zambian
        ZW;Zimbabwe;Zimbabwean
        """;
}
