using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Concordat.App.Shell;

/// <summary>The few static files: carried inside the executable, addressed by content so that browsers keep them.</summary>
public sealed partial class Assets
{
    private sealed record Asset(byte[] Bytes, string Type, string Address, string Tag);

    private readonly FrozenDictionary<string, Asset> _assets = new[] { ("concordat.css", "text/css; charset=utf-8"), ("desk.css", "text/css; charset=utf-8"), ("app.js", "text/javascript; charset=utf-8"), ("mark.svg", "image/svg+xml") }
        .ToFrozenDictionary(a => a.Item1, a => Load(a.Item1, a.Item2));

    /// <summary>The address of a file, with its digest.</summary>
    public string this[string name] => _assets[name].Address;

    public void Map(WebApplication app)
    {
        foreach (var (name, asset) in _assets)
            app.MapGet("/assets/" + name, (HttpContext context) =>
            {
                context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
                return Results.Bytes(asset.Bytes, asset.Type, entityTag: new(asset.Tag));
            });
    }

    private static readonly string[] Loose = ["; }", " }", " {", "{ ", "; ", ": ", ", "];

    /// <summary>A stylesheet without its comments and the space that only people need.</summary>
    internal static string Squeezed(string css) =>
        Loose.Aggregate(Space().Replace(Comment().Replace(css, ""), " "), (text, loose) => text.Replace(loose, loose.Trim() is "; }" ? "}" : loose.Trim(), StringComparison.Ordinal));

    /// <summary>A script without its indentation and the lines that are comments; no text of ours reaches over lines.</summary>
    internal static string Outlined(string script) =>
        string.Join('\n', script.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal)));

    [GeneratedRegex(@"/\*[^*]*\*/", RegexOptions.NonBacktracking)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Space();

    private static Asset Load(string name, string type)
    {
        using var stream = typeof(Assets).Assembly.GetManifestResourceStream("assets/" + name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        if (name.EndsWith(".css", StringComparison.Ordinal)) bytes = Encoding.UTF8.GetBytes(Squeezed(Encoding.UTF8.GetString(bytes)));
        if (name.EndsWith(".js", StringComparison.Ordinal)) bytes = Encoding.UTF8.GetBytes(Outlined(Encoding.UTF8.GetString(bytes)));
        var digest = Convert.ToHexStringLower(SHA256.HashData(bytes))[..12];
        return new(bytes, type, $"/assets/{name}?v={digest}", $"\"{digest}\"");
    }
}
