using System.Net;
using System.Net.Sockets;
using Concordat.App.Shell;
using Concordat.Storage;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging.Console;

namespace Concordat.App.Commands;

/// <summary>Listens on this machine and serves until it is told to stop; shared by the commands that do.</summary>
internal static class Serving
{
    public const int UsualPort = 5080;

    public static readonly Option Port = new("--port", "N", "the port, 5080 unless named; 0 takes any free one");

    /// <returns>Refusal <c>usage.port</c>.</returns>
    public static Outcome<int> PortOf(Arguments arguments) =>
        arguments.Value(Port.Name) is not { } text ? UsualPort : int.TryParse(text, out var port) && port is >= 0 and <= 65535 ? port : UsageRefusals.Port(text);

    public static bool IsLoopback(string address) =>
        address == "localhost" || (IPAddress.TryParse(address.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));

    /// <summary>Says before any work is done that a port cannot be had; null when it can.</summary>
    /// <returns>Refusals <c>serve.port-in-use</c>, <c>serve.port-not-allowed</c>.</returns>
    public static Refusal? PortRefusal(int port) => port == 0 ? null : Probe(port) switch
    {
        SocketError.Success => null,
        SocketError.AccessDenied => CommandRefusals.PortNotAllowed(port),
        _ => CommandRefusals.PortInUse(port, FreeAfter(port)),
    };

    /// <summary>Serves; the address is the last thing said, once the first page can be asked for.</summary>
    public static async Task<int> RunAsync(Store store, int port, Terminal terminal, CancellationToken stop)
    {
        await using var app = Build(store, port);
        try
        {
            await app.StartAsync(stop);
        }
        catch (IOException error) when (error.InnerException is AddressInUseException)
        {
            return terminal.Refuse(CommandRefusals.PortInUse(port, FreeAfter(port)));
        }

        await terminal.Out.WriteLineAsync($"http://localhost:{new Uri(app.Urls.First()).Port}");
        await terminal.Out.FlushAsync(CancellationToken.None);
        await app.WaitForShutdownAsync(stop);
        return Exit.Done;
    }

    // Settings of the machine (ASPNETCORE_URLS, a Kestrel section) must not open another door: the endpoint is named here alone.
    private static WebApplication Build(Store store, int port) => ConcordatApp.Build(store, $"http://localhost:{port}", builder =>
    {
        builder.Configuration.Sources.Clear();
        // A page of another site must not reach the register under a name of its own (DNS rebinding).
        builder.Services.AddHostFiltering(o => o.AllowedHosts = ["localhost", "127.0.0.1", "[::1]"]);
        builder.WebHost.ConfigureKestrel(kestrel => Listen(kestrel, port));
        Quieten(builder.Logging);
    });

    /// <summary>Results alone go to standard output; warnings that an operator can do nothing about are left out.</summary>
    private static void Quieten(ILoggingBuilder logging)
    {
        logging.Services.Configure<ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
        foreach (var chatty in new[] { "Microsoft.AspNetCore.DataProtection", "Microsoft.AspNetCore.Antiforgery", "Microsoft.AspNetCore.Server.Kestrel" })
            logging.AddFilter(chatty, LogLevel.Error);
    }

    private static void Listen(KestrelServerOptions kestrel, int port)
    {
        if (port == 0) kestrel.Listen(IPAddress.Loopback, 0);
        else kestrel.ListenLocalhost(port);
    }

    private static int FreeAfter(int port) =>
        Enumerable.Range(1, 50).Select(i => (port + i) % 65536).FirstOrDefault(p => p >= 1024 && Probe(p) == SocketError.Success, UsualPort);

    private static SocketError Probe(int port)
    {
        var first = Probe(port, IPAddress.Loopback);
        return first == SocketError.Success && Socket.OSSupportsIPv6 ? Probe(port, IPAddress.IPv6Loopback) : first;
    }

    private static SocketError Probe(int port, IPAddress address)
    {
        try
        {
            using var listener = new TcpListener(address, port);
            listener.Start();
            return SocketError.Success;
        }
        catch (SocketException error)
        {
            // A machine may know of IPv6 and have no address of it.
            return error.SocketErrorCode is SocketError.AddressNotAvailable or SocketError.AddressFamilyNotSupported ? SocketError.Success : error.SocketErrorCode;
        }
    }
}
