using System.Collections.Frozen;
using Concordat.Names;

namespace Concordat.Sameness.Affiliations;

/// <summary>Countries as affiliations write them: names in common languages, short forms, parts that are called countries, states of federations.</summary>
internal static class Places
{
    /// <summary>Folded words of a country's or state's name, and the country's code.</summary>
    public static IEnumerable<(string Name, string Country)> Countries() =>
        Concordat.Names.Countries.All.Select(c => (c.Name, c.Code)).Concat(Table.Split('|').SelectMany(line => line[3..].Split(',').Select(name => (name, line[..2]))));

    /// <summary>Two-letter codes of states and provinces as addresses write them before a postal code or the country.</summary>
    public static FrozenDictionary<string, string> States { get; } = (
        "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC").Split(' ').Select(s => (s, "US"))
        .Concat("ON QC BC AB MB SK NS NB NL PE".Split(' ').Select(s => (s, "CA"))).Concat("NSW VIC QLD TAS ACT".Split(' ').Select(s => (s, "AU"))).ToFrozenDictionary(s => s.Item1, s => s.Item2);

    private const string Table =
        "US:usa,us,united states of america,u s a,u s,estados unidos,etats unis,california,texas,florida,massachusetts,pennsylvania,ohio,illinois,maryland,michigan,minnesota,colorado,connecticut,arizona,virginia,north carolina,south carolina,tennessee,wisconsin,missouri,alabama,louisiana,kentucky,oregon,oklahoma,utah,iowa,kansas,arkansas,nebraska,nevada,new mexico,new jersey,new hampshire,vermont,maine,rhode island,delaware,hawaii,alaska,idaho,montana,wyoming,north dakota,south dakota,west virginia,mississippi,indiana"
        + "|GB:uk,england,scotland,wales,northern ireland,great britain,reino unido,royaume uni|CN:china,pr china,p r china,peoples republic of china,people s republic of china,republic of china mainland,chine|KR:korea,republic of korea,south korea,rep of korea|KP:dpr korea|RU:russia,russian federation,россия|DE:deutschland,germany,allemagne,alemania,frg|FR:france,francia|IT:italia,italy,italie|ES:espana,spain,espagne|PT:portugal|BR:brasil,brazil,bresil|MX:mexico,mejico"
        + "|CH:switzerland,suisse,schweiz,svizzera|AT:austria,osterreich,autriche|NL:the netherlands,netherlands,nederland,holland|BE:belgium,belgique,belgie|SE:sweden,sverige|NO:norway,norge|DK:denmark,danmark|FI:finland,suomi|PL:poland,polska|CZ:czech republic,czechia,ceska republika|SK:slovak republic,slovakia|HU:hungary,magyarorszag|RO:romania|TR:turkey,turkiye|GR:greece,hellas|IL:israel|IR:iran,islamic republic of iran,i r iran|SA:saudi arabia,kingdom of saudi arabia,ksa"
        + "|AE:uae,united arab emirates|VN:vietnam,viet nam|TW:taiwan,taiwan roc,republic of china,r o c|HK:hong kong,hong kong sar|JP:japan,japon|IN:india|EG:egypt,arab republic of egypt|TZ:tanzania,united republic of tanzania|VE:venezuela|BO:bolivia|MD:moldova|SY:syria|LA:laos|CI:ivory coast,cote d ivoire|CD:democratic republic of the congo,dr congo|MK:north macedonia,macedonia|BA:bosnia|IE:ireland,eire,republic of ireland|CA:canada,ontario,quebec,british columbia,alberta,manitoba,saskatchewan,nova scotia|AU:australia,new south wales,queensland,tasmania";
}
