using System.Net;
using System.Net.Sockets;

namespace Concordat.App.Tests.Commands;

public sealed class ServeTests : IDisposable
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(60);

    private readonly Scratch _scratch = new();

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task It_serves_the_address_that_it_says_and_ends_cleanly_when_asked(string signal)
    {
        await using var serve = Running.Concordat(_scratch.Folder, null, "serve", "--data", "my data", "--port", "0");
        var address = await serve.LineAsync(Soon);
        Assert.Matches(@"^http://localhost:\d+$", address);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(address));
        Assert.True(File.Exists(_scratch["my data/concordat.db"]));
        await serve.AskToEndAsync(signal);
        Assert.Equal((0, ""), await serve.EndAsync(Soon));
    }

    [Fact]
    public async Task Settings_of_the_machine_open_no_other_door()
    {
        var (port, asked, configured) = (Running.FreePort(), Running.FreePort(), Running.FreePort());
        var environment = new Dictionary<string, string?> { ["ASPNETCORE_URLS"] = $"http://0.0.0.0:{asked}", ["Kestrel__Endpoints__Other__Url"] = $"http://0.0.0.0:{configured}" };
        await using var serve = Running.Concordat(_scratch.Folder, environment, "serve", "--port", $"{port}");
        Assert.Equal($"http://localhost:{port}", await serve.LineAsync(Soon));
        Assert.True(Listens(port));
        Assert.False(Listens(asked));
        Assert.False(Listens(configured));
    }

    [Fact]
    public async Task A_page_of_another_site_does_not_reach_it_under_a_name_of_its_own()
    {
        await using var serve = Running.Concordat(_scratch.Folder, null, "serve", "--port", "0");
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, await serve.LineAsync(Soon));
        request.Headers.Host = "elsewhere.example";
        Assert.Equal(HttpStatusCode.BadRequest, (await client.SendAsync(request)).StatusCode);
    }

    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/agreements", HttpStatusCode.OK)]
    [InlineData("/nothing-here", HttpStatusCode.NotFound)]
    public async Task HEAD_is_answered_as_GET_without_a_body(string path, HttpStatusCode status)
    {
        await using var serve = Running.Concordat(_scratch.Folder, null, "serve", "--port", "0");
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Head, await serve.LineAsync(Soon) + path);
        using var answer = await client.SendAsync(request);
        Assert.Equal((status, "text/html"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_port_in_use_is_refused_with_one_that_is_free_and_nothing_is_made()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        var said = await Said.ByAsync("serve", "--data", _scratch["data"], "--port", $"{port}");
        Assert.Equal(1, said.Exit);
        Assert.Matches($@"^The port {port} is in use by another program\. End it, or name another: --port \d+ \(serve\.port-in-use\)\n$", said.Error);
        Assert.False(Directory.Exists(_scratch["data"]));
    }

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("::")]
    [InlineData("192.0.2.7")]
    [InlineData("register.example")]
    public async Task Other_addresses_than_this_machine_s_are_refused(string address)
    {
        var said = await Said.ByAsync("serve", "--data", _scratch["data"], "--address", address);
        Assert.Equal(1, said.Exit);
        Assert.Contains("(serve.not-loopback)", said.Error);
        Assert.False(Directory.Exists(_scratch["data"]));
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_written_is_refused()
    {
        await File.WriteAllTextAsync(_scratch["file"], "");
        var said = await Said.ByAsync("serve", "--data", _scratch["file/data"], "--port", "0");
        Assert.Equal(1, said.Exit);
        Assert.Contains("(storage.not-writable)", said.Error);
        Assert.Contains("--data", said.Error);
    }

    private static async Task<HttpStatusCode> StatusAsync(string address)
    {
        using var client = new HttpClient();
        return (await client.GetAsync(new Uri(address))).StatusCode;
    }

    private static bool Listens(int port)
    {
        using var client = new TcpClient();
        try
        {
            client.Connect(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    public void Dispose() => _scratch.Dispose();
}
