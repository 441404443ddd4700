namespace Concordat.App.Shell;

/// <summary>The headers of every answer, errors and files included.</summary>
internal static class Headers
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'";

    public static void Use(WebApplication app) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        // The very words that the antiforgery service would set, so that it has nothing to replace.
        if (!context.Request.Path.StartsWithSegments("/assets")) headers.CacheControl = "no-cache, no-store";
        context.Response.OnStarting(static response => { ((HttpResponse)response).Headers.Remove("blazor-enhanced-nav"); return Task.CompletedTask; }, context.Response);
        return next(context);
    });
}
