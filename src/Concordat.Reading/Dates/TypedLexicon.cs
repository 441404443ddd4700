using System.Collections.Frozen;

namespace Concordat.Reading.Dates;

/// <summary>Words inside a date, simplified (<see cref="TypedText.Simplify(string)"/>), in English, French, German, Spanish, Portuguese, Italian and Hindi.</summary>
/// <remarks>
/// Codes: m month, s season (EDTF number), w weekday (1 = Monday), q quarter, h half, f fiscal year, e early/mid/late (0–2), b beginning,
/// z end, d the s of a decade, c century, S southern, n ordinal as a number, space for words that say nothing.
/// </remarks>
internal static class TypedLexicon
{
    private static readonly string[] Months =
    [
        "january jan janvier janv januar janner jaenner enero ene janeiro gennaio gen जनवरी",
        "february feb febr fevrier fevr fev februar febrero fevereiro febbraio febb फरवरी",
        "march mar mars marz maerz mrz marzo marco मार्च",
        "april apr avril avr abril abr aprile अप्रैल",
        "may mai mayo maio maggio mag मई",
        "june jun juin juni junio junho giugno giu जून",
        "july jul juillet juil juli julio julho luglio lug जुलाई",
        "august aug aout agosto ago अगस्त",
        "september sep sept septembre septiembre setiembre set setembro settembre sett सितंबर सितम्बर",
        "october oct octobre oktober okt octubre outubro out ottobre ott अक्टूबर अक्तूबर",
        "november nov novembre noviembre novembro नवंबर नवम्बर",
        "december dec decembre dezember dez diciembre dic dezembro dicembre दिसंबर दिसम्बर",
    ];

    private static readonly string[] Seasons =
    [
        "spring printemps fruhling fruehling fruhjahr primavera", "summer ete sommer verano verao estate",
        "autumn fall automne herbst otono outono autunno", "winter hiver invierno inverno",
    ];

    private static readonly string[] Weekdays =
    [
        "monday mon lundi montag lunes segunda lunedi सोमवार", "tuesday tue tues mardi dienstag martes terca martedi मंगलवार",
        "wednesday wed mercredi mittwoch miercoles quarta mercoledi बुधवार", "thursday thu thur thurs jeudi donnerstag jueves quinta giovedi गुरुवार",
        "friday fri vendredi freitag viernes sexta venerdi शुक्रवार", "saturday sat samedi samstag sabado sabato शनिवार",
        "sunday sun dimanche sonntag domingo domenica रविवार",
    ];

    private static readonly FrozenDictionary<string, (char Code, int Value)> Words = All().ToFrozenDictionary(w => w.Word, w => (w.Code, w.Value));

    public static (char Code, int Value)? Find(string word) => Words.TryGetValue(word, out var found) ? found : null;

    private static IEnumerable<(string Word, char Code, int Value)> All() =>
    [
        .. Rows(Months, 'm', 1), .. Rows(Seasons, 's', Dates.Seasons.NorthernSpring), .. Rows(Weekdays, 'w', 1),
        .. Rows(["early", "mid middle", "late"], 'e', 0), .. Rows(["first", "second", "third", "fourth"], 'n', 1),
        .. Rows(["q quarter"], 'q', 0), .. Rows(["h half"], 'h', 0), .. Rows(["fy financial fiscal"], 'f', 0), .. Rows(["beginning start begin"], 'b', 0),
        .. Rows(["end"], 'z', 0), .. Rows(["s"], 'd', 0), .. Rows(["century"], 'c', 0), .. Rows(["southern"], 'S', 0),
        .. Rows(["of the in on at de del den der le la el il em en am im do da di dated year feira northern hemisphere st nd rd th er º ª को"], ' ', 0),
    ];

    private static IEnumerable<(string, char, int)> Rows(string[] rows, char code, int first) =>
        rows.SelectMany((row, i) => row.Split(' ').Select(word => (word, code, first + i)));
}
