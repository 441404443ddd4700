using System.Diagnostics;
using Concordat.Storage;

namespace Concordat.App.Shell;

/// <summary>A fault becomes a page with a reference; its details go to the log and nowhere else.</summary>
internal static class Faults
{
    public static void Use(WebApplication app) => app.Use(async (context, next) =>
    {
        try
        {
            await next(context);
            if (Empty(context.Response) is { } said) await Answers.Problem(said, context.Response.StatusCode).ExecuteAsync(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for the answer any more.
        }
        catch (BadHttpRequestException error) when (!context.Response.HasStarted)
        {
            var refusal = error.StatusCode == 413
                ? new Refusal("source.too-large", "A file may have at most 50 MB. Nothing was kept. Split it, or keep it elsewhere and register what it says.")
                : new Refusal("request.not-understood", "The browser’s request was not understood. Go back and send it again.");
            await Answers.Problem(refusal, error.StatusCode).ExecuteAsync(context);
        }
        catch (InvalidDataException) when (!context.Response.HasStarted)
        {
            await Answers.Problem(new Refusal("request.not-understood", "The form was too large or not well-formed. Nothing was kept. Go back and send it again."), 400).ExecuteAsync(context);
        }
        catch (Exception error) when (!context.Response.HasStarted)
        {
            if (StoreRefusals.From(error) is { } refusal) { await Answers.Problem(refusal).ExecuteAsync(context); return; }
            var reference = Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
            app.Logger.Fault(reference, context.Request.Path, error);
            await Answers.Problem(new Refusal("fault", $"Something went wrong here, and it was not you. Nothing was half-saved. The log has the details under {reference}."), 500).ExecuteAsync(context);
        }
    });

    // Routing answers what nothing is mapped for without a word.
    private static Refusal? Empty(HttpResponse answer) => answer.HasStarted || answer.ContentType is not null || answer.ContentLength > 0 ? null : answer.StatusCode switch
    {
        404 when Api.Problem.Is(answer.HttpContext) => new("page.not-found", "There is no such address in the interface. /api lists all of them."),
        405 when Api.Problem.Is(answer.HttpContext) => new("request.wrong-method", $"This address takes {answer.Headers.Allow}."),
        404 => new("page.not-found", "There is no such page. It may have moved: find the record by its name."),
        405 => new("request.wrong-method", "This address does not take that. Go back and use the form or the link of the page."),
        400 or 415 => new("request.not-understood", "The browser’s request was not understood. Go back and send it again."),
        _ => null,
    };

    private static void Fault(this ILogger logger, string reference, string path, Exception error) => logger.LogError(error, "Fault {Reference} at {Path}", reference, path);
}
