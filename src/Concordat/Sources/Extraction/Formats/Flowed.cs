using System.Text;

namespace Concordat.Sources.Extraction.Formats;

/// <summary>Undoes the line breaks of "format=flowed".</summary>
/// <remarks>RFC 3676, sections 4.1 to 4.5.</remarks>
internal static class Flowed
{
    public static string Join(string text, bool dropsSpace)
    {
        var joined = new StringBuilder(text.Length);
        var goesOn = false;
        var depth = 0;
        foreach (var raw in text.Split('\n'))
        {
            var quotes = raw.Length - raw.TrimStart('>').Length;
            var line = raw[quotes..];
            if (line.StartsWith(' ')) line = line[1..];
            if (goesOn && quotes != depth) { joined.Append('\n'); goesOn = false; }
            if (!goesOn && quotes > 0) joined.Append('>', quotes).Append(' ');
            // The line above a signature ends in a space that means nothing.
            var soft = line.EndsWith(' ') && line != "-- ";
            joined.Append(soft && dropsSpace ? line[..^1] : line);
            if (!soft) joined.Append('\n');
            (goesOn, depth) = (soft, quotes);
        }
        return joined.ToString();
    }
}
