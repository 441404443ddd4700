using Microsoft.AspNetCore.DataProtection;

namespace Concordat.App.Shell;

/// <summary>One sentence after a deed, shown once on the next page, kept in a sealed cookie that lives a minute.</summary>
public sealed class Flash(IHttpContextAccessor http, IDataProtectionProvider protection)
{
    private const string Cookie = "concordat.flash";
    private readonly IDataProtector _seal = protection.CreateProtector("flash");

    /// <param name="Link">An address of this site, or null.</param>
    public sealed record Said(string Text, string? Link, string? LinkText);

    public void Say(string text, string? link = null, string? linkText = null) => http.HttpContext!.Response.Cookies.Append(
        Cookie, _seal.Protect($"{text}\u001f{link}\u001f{linkText}"), new() { HttpOnly = true, SameSite = SameSiteMode.Strict, MaxAge = TimeSpan.FromMinutes(1), IsEssential = true });

    public Said? Take()
    {
        var context = http.HttpContext;
        if (context is null || !context.Request.Cookies.TryGetValue(Cookie, out var sealedText)) return null;
        if (!context.Response.HasStarted) context.Response.Cookies.Delete(Cookie);
        try
        {
            var parts = _seal.Unprotect(sealedText).Split('\u001f');
            return new(parts[0], parts[1].Length > 0 ? parts[1] : null, parts[2].Length > 0 ? parts[2] : null);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }
}
