using Concordat.Reading.Gazetteer;
using Concordat.Reading.Rules;

namespace Concordat.Reading.Names;

/// <summary>Tells a university's department from a government's.</summary>
internal static class Subunits
{
    private static readonly System.Collections.Frozen.FrozenSet<string> OfGovernment = Words.Set(
        "defence defense state energy war trade commerce justice interior agriculture health education labor labour transport transportation treasury homeland foreign space external affairs science industry environment finance commerce tourism culture local business home veterans biotechnology atomic security secretary president minister naval strategic communications promotion expenditure");

    public static bool Is(Page page, NameSpan name)
    {
        if (page.Low(name.Head) is "faculty" or "college" or "school") return page.Low(name.Head + 1) is "of" && name.Head == name.From;
        if (name.Head != name.From) return false;
        for (var i = name.Head + 1; i < name.To; i++) if (OfGovernment.Contains(page.Low(i))) return false;
        return true;
    }
}
