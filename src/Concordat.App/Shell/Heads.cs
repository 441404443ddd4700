namespace Concordat.App.Shell;

/// <summary>Answers HEAD as GET without the body (RFC 9110, 9.3.2), for programs that only look whether a page is there.</summary>
internal static class Heads
{
    public static void Use(WebApplication app)
    {
        app.Use(async (context, next) =>
        {
            if (!HttpMethods.IsHead(context.Request.Method))
            {
                await next(context);
                return;
            }

            var body = context.Response.Body;
            (context.Request.Method, context.Response.Body) = (HttpMethods.Get, Stream.Null);
            try
            {
                await next(context);
            }
            finally
            {
                (context.Request.Method, context.Response.Body) = (HttpMethods.Head, body);
            }
        });
        // What stands before this is asked before a route is chosen.
        app.UseRouting();
    }
}
