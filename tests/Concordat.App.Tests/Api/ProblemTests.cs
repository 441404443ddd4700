using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Concordat.App.Tests.Harness;

namespace Concordat.App.Tests.Api;

/// <summary>Whatever goes wrong under /api is told in JSON, with the codes of the pages.</summary>
public sealed class ProblemTests(ServedRegister served) : IClassFixture<ServedRegister>
{
    private readonly ApiCaller _api = new(served);

    [Theory]
    [InlineData("GET", "/api/nothing", 404, "page.not-found"), InlineData("GET", "/api/agreements/not-an-id", 404, "page.not-found"), InlineData("POST", "/API/nothing", 404, "page.not-found"), InlineData("GET", "/api/agreements/x.html", 404, "page.not-found")]
    [InlineData("PUT", "/api/agreements", 405, "request.wrong-method"), InlineData("OPTIONS", "/api/agreements", 405, "request.wrong-method"), InlineData("DELETE", "/api/sources/{source}/text", 405, "request.wrong-method")]
    public async Task An_address_or_method_that_is_not_there_is_a_problem(string method, string path, int status, string code)
    {
        var answer = await _api.SendAsync(method, served.Path(path), (JsonNode?)null);
        Assert.Equal((status, code), (answer.Status, answer.Code));
        Assert.DoesNotContain("<", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_foreign_host_and_a_body_that_is_far_too_large_are_problems()
    {
        var host = await _api.SendAsync("GET", "/api/agreements", (JsonNode?)null, "Host: register.example");
        Assert.Equal((421, "request.foreign-host"), (host.Status, host.Code));
        using var line = new TcpClient();
        await line.ConnectAsync(IPAddress.Loopback, new Uri(served.Address).Port);
        await line.GetStream().WriteAsync(Encoding.ASCII.GetBytes("POST /api/agreements HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 55574528\r\nConnection: close\r\n\r\n"));
        var answer = await ReadAsync(line.GetStream());
        Assert.StartsWith("HTTP/1.1 413 ", answer, StringComparison.Ordinal);
        Assert.Contains("application/problem+json", answer, StringComparison.Ordinal);
        Assert.Contains("\"source.too-large\"", answer, StringComparison.Ordinal);
    }

    /// <summary>What came before the line was cut: the server need not wait for the rest of the body.</summary>
    private static async Task<string> ReadAsync(NetworkStream line)
    {
        var (read, piece) = (new StringBuilder(), new byte[4096]);
        try
        {
            for (int length; (length = await line.ReadAsync(piece)) > 0;) read.Append(Encoding.UTF8.GetString(piece, 0, length));
        }
        catch (IOException)
        {
            // Cut.
        }

        return read.ToString();
    }
}
