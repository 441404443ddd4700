using Concordat.Sources;

namespace Concordat;

/// <summary>Which stored files a document names: the bytes of a source, the texts read from it, and the texts that citations point into.</summary>
internal static class NamedFiles
{
    /// <summary>Digests, some of them more than once; none for a document that is damaged.</summary>
    public static IReadOnlyList<string> Of(Document document)
    {
        try
        {
            var cited = document.Claims.Select(c => c.Citation.Text).OfType<string>();
            if (document.Kind != SourceKind.Name) return [.. cited];
            var source = document.As<Source>();
            return [.. cited, .. source.Texts.Select(t => t.Digest), source.Digest];
        }
        catch (Exception error) when (Entry.IsDamage(error))
        {
            // The chain names the damaged entry.
            return [];
        }
    }
}
