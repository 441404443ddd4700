namespace Concordat.App.Api;

/// <summary>Keeps pages of other sites out: a browser says for whom it asks, and it is believed when it says “for another site”.</summary>
/// <remarks>
/// Sources: Fetch Metadata Request Headers (W3C), and the Origin header of the Fetch standard. Programs that are no browsers send neither. What a browser
/// would send without asking first, a plain form, is refused by its content type where bodies are read.
/// </remarks>
internal static class Gate
{
    public static void Use(WebApplication app) => app.Use((context, next) =>
        Problem.Is(context) && IsForeign(context.Request)
            ? Problem.WriteAsync(context, new("request.cross-site", "The request comes from a page of another site, or from no site that can be told. The interface answers programs and Concordat’s own pages."), StatusCodes.Status403Forbidden)
            : next(context));

    private static bool IsForeign(HttpRequest request)
    {
        var (site, origin) = (request.Headers["Sec-Fetch-Site"].ToString(), request.Headers.Origin.ToString());
        var reads = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        // A link from elsewhere may be followed: the answer is shown, and read by nobody else.
        if (reads && request.Headers["Sec-Fetch-Mode"] == "navigate" && request.Headers["Sec-Fetch-Dest"] == "document") return false;
        // Another port of this machine is the same site, and not us.
        if (site is not ("" or "same-origin" or "none")) return true;
        return origin.Length > 0 && !origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }
}
