using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Concordat.App.Demo;

/// <summary>The sample programme and press releases that the executable carries in itself.</summary>
public static class Samples
{
    /// <summary>samples/programme.json: records by kind, with local keys in place of ids.</summary>
    public static JsonObject Programme { get; } = JsonNode.Parse(Bytes("programme.json"))!.AsObject();

    /// <summary>The press releases, in the order in which they are taken in.</summary>
    public static ImmutableArray<Release> Releases { get; } =
        [.. Programme["releases"]!.AsArray().Select(r => System.Text.Json.JsonSerializer.Deserialize<Release>(r, Json.Options)!)];

    /// <exception cref="FileNotFoundException">There is no such sample.</exception>
    public static byte[] Bytes(string name)
    {
        using var stream = typeof(Samples).Assembly.GetManifestResourceStream("samples/" + name) ?? throw new FileNotFoundException("No such sample.", name);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}

/// <param name="Published">EDTF day.</param>
/// <param name="Accepted">True where the desk has dealt with it already, so that records show what a citation is.</param>
public sealed record Release(string File, string Outlet, string Published, string Sort, bool Accepted = false);
