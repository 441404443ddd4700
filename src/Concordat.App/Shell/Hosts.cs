using System.Net;

namespace Concordat.App.Shell;

/// <summary>Answers only to the names of this machine: a page elsewhere whose name was pointed at the loopback address reads nothing.</summary>
internal static class Hosts
{
    public static void Use(WebApplication app, string url)
    {
        var own = new Uri(url.Replace("://*", "://localhost", StringComparison.Ordinal)).Host;
        app.Use((context, next) => IsOwn(context.Request.Host.Host, own)
            ? next(context)
            : Answers.Problem(new Refusal("request.foreign-host", "This address is not one of Concordat’s. Open it by the address that it printed when it started."), StatusCodes.Status421MisdirectedRequest).ExecuteAsync(context));
    }

    private static bool IsOwn(string host, string own) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.Equals(own, StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
