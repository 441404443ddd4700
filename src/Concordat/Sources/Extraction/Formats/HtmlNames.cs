using System.Collections.Frozen;
using AngleSharp.Html.Parser.Tokens;

namespace Concordat.Sources.Extraction.Formats;

/// <summary>What an element does to the text around it.</summary>
internal enum HtmlKind { Plain, Article, Main, Navigation, Furniture, Unseen }

/// <summary>The elements of HTML as this reader sees them.</summary>
internal static class HtmlNames
{
    public static readonly FrozenSet<string> Void = Set("area base br col embed hr img input link meta param source track wbr");

    /// <summary>Elements whose end is looked for; the others only make gaps.</summary>
    public static readonly FrozenSet<string> Structure = Set("article aside blockquote body button center datalist details dialog div dl fieldset figure footer form header iframe main map math nav noscript object ol pre section select svg table template textarea ul video audio canvas");

    /// <summary>Elements that begin and end a paragraph.</summary>
    public static readonly FrozenSet<string> Paragraph = Set("address article aside blockquote body center details dialog div dl fieldset figure figcaption footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section summary table ul caption");

    /// <summary>Elements that begin and end a line.</summary>
    public static readonly FrozenSet<string> Line = Set("br dd dt li option tr legend");

    private static readonly FrozenSet<string> Unseen = Set("audio button canvas datalist iframe input map math noembed noframes noscript object script select style svg template textarea title video");

    public static HtmlKind Kind(HtmlTagToken tag)
    {
        // A script may show the body later; a page is never all hidden.
        if (tag.Name is "html" or "body") return HtmlKind.Plain;
        if (Unseen.Contains(tag.Name) || IsHidden(tag)) return HtmlKind.Unseen;
        switch (HtmlFacts.Attribute(tag, "role")?.ToLowerInvariant())
        {
            case "main": return HtmlKind.Main;
            case "article": return HtmlKind.Article;
            case "navigation" or "search": return HtmlKind.Navigation;
            case "complementary" or "contentinfo" or "dialog": return HtmlKind.Furniture;
        }
        return tag.Name switch
        {
            "article" => HtmlKind.Article, "main" => HtmlKind.Main, "nav" => HtmlKind.Navigation,
            "aside" or "footer" or "dialog" => HtmlKind.Furniture, _ => HtmlKind.Plain,
        };
    }

    private static bool IsHidden(HtmlTagToken tag)
    {
        foreach (var attribute in tag.Attributes)
        {
            if (attribute.Name == "hidden") return true;
            if (attribute.Name == "aria-hidden" && attribute.Value == "true") return true;
            if (attribute.Name == "style" && attribute.Value.Replace(" ", "").Contains("display:none", StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet();
}
