using Microsoft.AspNetCore.Antiforgery;

namespace Concordat.App.Shell;

/// <summary>What a form posted. An expired form is not lost: it shows again with what was typed.</summary>
/// <param name="Values">Inputs by name; several of one name are joined by line feeds.</param>
/// <param name="Expired">Refusal <c>form.expired</c>, when the page was open for too long or came from elsewhere; then nothing may be done.</param>
public sealed record PostedForm(IReadOnlyDictionary<string, string> Values, IFormFileCollection Files, Refusal? Expired)
{
    public string? this[string name] => Values.GetValueOrDefault(name) is { } value && value.Trim().Length > 0 ? Clean(value.Trim()) : null;

    public bool Has(string name) => Values.ContainsKey(name);

    public static async Task<PostedForm> ReadAsync(HttpContext context)
    {
        var form = await FormAsync(context);
        Refusal? expired = null;
        try
        {
            await context.RequestServices.GetRequiredService<IAntiforgery>().ValidateRequestAsync(context);
        }
        catch (AntiforgeryValidationException)
        {
            expired = new Refusal("form.expired", "This page was open for too long, so nothing was saved. What you typed is still here: send it again.");
        }

        return new(form.Where(f => f.Key != "__RequestVerificationToken").ToDictionary(f => f.Key, f => Clean(string.Join('\n', f.Value.ToArray()))), form.Files, expired);
    }

    /// <exception cref="InvalidDataException">The form is not well-formed, ends too soon, or is too large.</exception>
    public static async Task<IFormCollection> FormAsync(HttpContext context)
    {
        try
        {
            return await context.Request.ReadFormAsync(context.RequestAborted);
        }
        catch (IOException error) when (error is not BadHttpRequestException && Storage.StoreRefusals.From(error) is null)
        {
            throw new InvalidDataException(error.Message, error);
        }
    }

    /// <summary>NUL and lone surrogates become U+FFFD before anything reads them.</summary>
    public static string Clean(string text)
    {
        if (!text.AsSpan().ContainsAny('\0', '\uFFFE') && !text.Any(char.IsSurrogate)) return text;
        var clean = new char[text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) { clean[i] = text[i]; clean[i + 1] = text[++i]; }
            else clean[i] = text[i] == '\0' || char.IsSurrogate(text[i]) ? '\uFFFD' : text[i];
        }

        return new string(clean);
    }
}
