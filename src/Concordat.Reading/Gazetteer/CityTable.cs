namespace Concordat.Reading.Gazetteer;

internal static class CityTable
{
    /// <summary>One country a line: code; its towns.</summary>
    public const string Lines = """
        IN:New Delhi,Delhi,Mumbai,Bengaluru,Bangalore,Hyderabad,Chennai,Kolkata,Pune,Ahmedabad,Dehradun,Jammu,Ropar,Kanpur,Lucknow,Jaipur,Chandigarh,Bhopal,Nagpur,Kochi,Goa,Guwahati,Visakhapatnam,Mysuru,Gwalior,Jodhpur,Indore,Roorkee,Kharagpur,Varanasi,Kozhikode,Tiruchirappalli,Surat,Gandhinagar,Thiruvananthapuram,Bhubaneswar,Patna,Ranchi,Shimla,Srinagar,Amritsar,Noida,Gurugram
        US:Washington,Washington D.C.,New York,Houston,Boston,Chicago,San Francisco,Los Angeles,Honolulu,Arlington,San Diego,Seattle,Denver,Austin,Atlanta,Philadelphia,Pittsburgh,Baltimore,Albuquerque,Knoxville,Huntsville,Cape Canaveral,Newport
        GB:London,Edinburgh,Glasgow,Manchester,Oxford,Cambridge,Birmingham,Bristol,Cardiff,Belfast,Southampton,Portsmouth,Farnborough,Leeds,Liverpool
        FR:Paris,Toulouse,Lyon,Marseille,Bordeaux,Grenoble,Nice,Strasbourg,Lille,Toulon,Brest
        DE:Berlin,Munich,Hamburg,Cologne,Bonn,Frankfurt,Stuttgart,Dresden,Bremen,Darmstadt,Leipzig,Aachen,Karlsruhe,Kiel
        CN:Beijing,Shanghai,Shenzhen,Guangzhou,Wuhan,Nanjing,Hangzhou,Chengdu,Xi'an,Tianjin
        JP:Tokyo,Osaka,Kyoto,Hiroshima,Tsukuba,Yokosuka,Nagoya,Sapporo,Fukuoka,Sendai,Yokohama,Kobe
        KR:Seoul,Busan,Daejeon,Incheon,Changwon,Daegu
        AU:Canberra,Sydney,Melbourne,Adelaide,Brisbane,Perth,Hobart,Darwin
        NZ:Wellington,Auckland,Christchurch,Dunedin
        CA:Ottawa,Toronto,Montreal,Vancouver,Calgary,Halifax,Quebec
        RU:Moscow,St Petersburg,Saint Petersburg,Novosibirsk,Vladivostok,Kazan
        IL:Jerusalem,Tel Aviv,Haifa,Rehovot
        IT:Rome,Milan,Turin,Trieste,Naples,Bologna,Genoa,Florence,Pisa,Padua
        ES:Madrid,Barcelona,Valencia,Seville,Bilbao
        PT:Lisbon,Porto,Coimbra
        NL:The Hague,Amsterdam,Rotterdam,Delft,Noordwijk,Leiden,Eindhoven,Utrecht
        BE:Brussels,Leuven,Ghent,Antwerp,Liège
        CH:Bern,Berne,Geneva,Zurich,Zürich,Lausanne,Basel
        AT:Vienna,Graz,Linz,Salzburg
        SE:Stockholm,Gothenburg,Uppsala,Lund,Linköping
        NO:Oslo,Bergen,Trondheim,Tromsø
        DK:Copenhagen,Aarhus,Odense
        FI:Helsinki,Espoo,Tampere,Turku,Oulu
        IS:Reykjavik
        PL:Warsaw,Krakow,Kraków,Gdansk,Gdynia,Wroclaw,Poznan
        CZ:Prague,Brno
        SK:Bratislava
        HU:Budapest
        RO:Bucharest
        BG:Sofia
        GR:Athens,Thessaloniki
        TR:Ankara,Istanbul,Izmir
        UA:Kyiv,Kiev,Kharkiv,Lviv
        RS:Belgrade
        HR:Zagreb
        SI:Ljubljana
        BA:Sarajevo
        EE:Tallinn,Tartu
        LV:Riga
        LT:Vilnius,Kaunas
        IE:Dublin,Cork
        LU:Luxembourg City
        MT:Valletta
        CY:Nicosia
        EG:Cairo,Alexandria
        ZA:Pretoria,Cape Town,Johannesburg,Durban,Stellenbosch
        NG:Abuja,Lagos,Kaduna,Ibadan,Kano,Port Harcourt
        KE:Nairobi,Mombasa
        GH:Accra,Kumasi
        ET:Addis Ababa
        RW:Kigali
        UG:Kampala
        TZ:Dar es Salaam,Dodoma
        MA:Rabat,Casablanca
        DZ:Algiers
        TN:Tunis
        SN:Dakar
        SA:Riyadh,Jeddah,Thuwal
        AE:Abu Dhabi,Dubai,Sharjah
        QA:Doha
        KW:Kuwait City
        OM:Muscat
        BH:Manama
        JO:Amman
        IQ:Baghdad
        IR:Tehran
        PK:Islamabad,Karachi,Lahore,Rawalpindi
        BD:Dhaka,Chittagong
        LK:Colombo,Kandy
        NP:Kathmandu
        BT:Thimphu
        MM:Naypyidaw,Yangon
        TH:Bangkok,Chiang Mai
        VN:Hanoi,Hà Nội,Ho Chi Minh City,Da Nang
        MY:Kuala Lumpur,Putrajaya,Penang,Johor Bahru
        SG:Singapore
        ID:Jakarta,Bandung,Surabaya,Yogyakarta
        PH:Manila,Quezon City
        KH:Phnom Penh
        LA:Vientiane
        MN:Ulaanbaatar
        KZ:Astana,Almaty,Nur-Sultan
        UZ:Tashkent,Samarkand
        TW:Taipei,Hsinchu
        MX:Mexico City,Monterrey,Guadalajara
        BR:Brasilia,Brasília,São Paulo,Sao Paulo,Rio de Janeiro,São José dos Campos
        AR:Buenos Aires,Córdoba,Bariloche
        CL:Santiago,Valparaíso,Concepción
        CO:Bogota,Bogotá,Medellín
        PE:Lima
        UY:Montevideo
        EC:Quito
        CU:Havana
        CR:San José
        PA:Panama City
        AM:Yerevan
        GE:Tbilisi
        AZ:Baku
        BY:Minsk
        MD:Chisinau
        AL:Tirana
        MK:Skopje
        ME:Podgorica
        XK:Pristina
        KG:Bishkek
        TJ:Dushanbe
        TM:Ashgabat
        AF:Kabul
        LB:Beirut
        SY:Damascus
        YE:Sanaa
        LY:Tripoli
        SD:Khartoum
        CM:Yaoundé,Douala
        CI:Abidjan,Yamoussoukro
        BJ:Cotonou
        TG:Lomé
        ML:Bamako
        BF:Ouagadougou
        NE:Niamey
        CD:Kinshasa
        AO:Luanda
        ZM:Lusaka
        ZW:Harare
        MZ:Maputo
        BW:Gaborone
        NA:Windhoek
        MW:Lilongwe
        MG:Antananarivo
        MU:Port Louis
        BN:Bandar Seri Begawan
        MV:Malé
        FJ:Suva
        PG:Port Moresby
        VU:Port Vila
        WS:Apia
        BO:La Paz
        PY:Asunción,Asuncion
        VE:Caracas
        GY:Georgetown
        TT:Port of Spain
        JM:Kingston
        BB:Bridgetown
        CU:Havana
        DO:Santo Domingo
        GT:Guatemala City
        HN:Tegucigalpa
        NI:Managua
        SV:San Salvador
        BZ:Belmopan
        """;
}
