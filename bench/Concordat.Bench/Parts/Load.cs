using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Concordat.Bench.Parts;

/// <summary>Asks one address over and over on a fixed number of connections, with as little work on the asking side as there can be.</summary>
internal static class Load
{
    /// <summary>Answers per second.</summary>
    /// <param name="fresh">Whether each answer is read from the database anew.</param>
    /// <param name="encoding">What the client accepts: identity, br.</param>
    public static async Task<double> RunAsync(string server, string path, string encoding, int connections, TimeSpan span, bool fresh = false)
    {
        var address = new Uri(server);
        var request = Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {address.Authority}\r\nAccept-Encoding: {encoding}\r\n{(fresh ? $"{Host.Fresh}: 1\r\n" : "")}\r\n");
        var began = TimeProvider.System.GetTimestamp();
        var counts = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(() => AskAsync(address, request, began, span))));
        return counts.Sum() / TimeProvider.System.GetElapsedTime(began).TotalSeconds;
    }

    private static async Task<int> AskAsync(Uri address, byte[] request, long began, TimeSpan span)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, address.Port);
        var (buffer, answers) = (new byte[1 << 20], 0);
        while (TimeProvider.System.GetElapsedTime(began) < span)
        {
            await socket.SendAsync(request);
            await AnswerAsync(socket, buffer);
            answers++;
        }

        return answers;
    }

    private static async Task AnswerAsync(Socket socket, byte[] buffer)
    {
        var (filled, needed, chunked) = (0, -1, false);
        while (true)
        {
            var read = await socket.ReceiveAsync(buffer.AsMemory(filled));
            if (read == 0) throw new InvalidOperationException("The server closed a connection.");
            filled += read;
            if (needed < 0 && !chunked && buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8) is var end and >= 0)
            {
                var head = Encoding.ASCII.GetString(buffer, 0, end);
                if (!head.StartsWith("HTTP/1.1 200", StringComparison.Ordinal)) throw new InvalidOperationException(head);
                chunked = head.Contains("Transfer-Encoding: chunked", StringComparison.OrdinalIgnoreCase);
                needed = chunked ? -1 : end + 4 + Length(head);
            }

            if (chunked ? buffer.AsSpan(0, filled).EndsWith("\r\n0\r\n\r\n"u8) : needed >= 0 && filled >= needed) return;
        }
    }

    private static int Length(string head)
    {
        const string Name = "\r\nContent-Length: ";
        var at = head.IndexOf(Name, StringComparison.OrdinalIgnoreCase) + Name.Length;
        return int.Parse(head[at..].Split("\r\n")[0]);
    }
}
