using System.Collections.Frozen;

namespace Concordat.Reading.Wordings.Clauses;

/// <summary>English names of languages, with their ISO 639-1 codes.</summary>
internal static class Tongues
{
    private static readonly FrozenDictionary<string, string> Codes = """
        albanian:sq amharic:am arabic:ar armenian:hy azerbaijani:az azeri:az basque:eu belarusian:be bengali:bn bangla:bn bosnian:bs bulgarian:bg burmese:my catalan:ca chinese:zh mandarin:zh croatian:hr czech:cs danish:da dari:fa dutch:nl english:en estonian:et filipino:tl tagalog:tl finnish:fi french:fr galician:gl georgian:ka german:de greek:el hebrew:he hindi:hi hungarian:hu icelandic:is indonesian:id bahasa:id irish:ga italian:it japanese:ja kazakh:kk khmer:km kinyarwanda:rw korean:ko kyrgyz:ky lao:lo latvian:lv lithuanian:lt macedonian:mk malay:ms maltese:mt moldovan:ro mongolian:mn montenegrin:sr nepali:ne norwegian:no persian:fa farsi:fa polish:pl portuguese:pt romanian:ro russian:ru serbian:sr sinhala:si slovak:sk slovene:sl slovenian:sl somali:so spanish:es castilian:es swahili:sw kiswahili:sw swedish:sv tajik:tg tamil:ta thai:th turkish:tr turkmen:tk ukrainian:uk urdu:ur uzbek:uz vietnamese:vi welsh:cy
        """.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split(':')).ToFrozenDictionary(p => p[0], p => p[1]);

    public static readonly string Pattern = $"(?:{string.Join('|', Codes.Keys.Order(StringComparer.Ordinal))})";

    public static string? Code(string word) => Codes.GetValueOrDefault(word.ToLowerInvariant());
}
