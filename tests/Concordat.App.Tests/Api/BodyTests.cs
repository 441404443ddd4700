using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Concordat.App.Tests.Harness;
using Microsoft.AspNetCore.Routing;

namespace Concordat.App.Tests.Api;

/// <summary>Bodies are strict JSON, or refused with a reason.</summary>
public sealed class BodyTests(ServedRegister served) : IClassFixture<ServedRegister>
{
    private readonly ApiCaller _api = new(served);

    public static TheoryData<string, string> Bad => new()
    {
        { "", "request.not-json" }, { "{", "request.not-json" }, { "[]", "request.not-json" }, { "null", "request.not-json" }, { "{\"values\":{}} x", "request.not-json" }, { "{\"values\":{},}", "request.not-json" }, { "{\"values\":{} /* why */}", "request.not-json" },
        { "{\"values\":{},\"values\":{}}", "request.not-json" }, { "{\"values\":{\"title\":\"a\",\"title\":\"b\"}}", "request.not-json" }, { "{\"values\":{\"title\":\"a\\u0000\"}}", "request.not-json" }, { "{\"values\":{\"title\":\"\\ud83d\"}}", "request.not-json" },
        { "{\"values\":{\"\\udc00\":\"a\"}}", "request.not-json" }, { "{\"values\":{\"title\":" + new string('[', 60) + new string(']', 60) + "}}", "request.not-json" }, { "{\"values\":{\"title\":NaN}}", "request.not-json" },
        { "{\"value\":{}}", "request.wrong-member" }, { "{\"Values\":{}}", "request.wrong-member" }, { "{\"values\":[]}", "request.wrong-member" }, { "{\"values\":null,\"reason\":7}", "request.wrong-member" }, { "{\"changes\":[null]}", "request.wrong-member" },
        { "{\"values\":{}}", "record.value-missing" }, { "{}", "record.value-missing" }, { "{\"values\":{\"title\":1e2}}", "record.wrong-shape" }, { "{\"values\":{\"title\":\"  \"}}", "record.value-missing" },
    };

    [Theory, MemberData(nameof(Bad))]
    public async Task What_is_not_strict_json_of_the_right_shape_is_refused(string body, string code)
    {
        var answer = await _api.SendAsync("POST", "/api/agreements", new StringContent(body, Encoding.UTF8, "application/json"));
        Assert.Equal((code.StartsWith("request", StringComparison.Ordinal) ? 400 : 422, code), (answer.Status, answer.Code));
        Assert.DoesNotContain("Concordat.App", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_that_are_not_utf8_are_refused()
    {
        var content = new ByteArrayContent([.. "{\"values\":{\"title\":\""u8, 0xC3, 0x28, .. "\"}}"u8]);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        Assert.Equal("request.not-json", (await _api.SendAsync("POST", "/api/agreements", content)).Code);
    }

    [Theory]
    [InlineData(1_100_000, false), InlineData(1_100_000, true)]
    public async Task A_body_that_is_too_large_is_refused_by_its_limit(int length, bool chunked)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/agreements") { Content = new StringContent("{\"reason\":\"" + new string('x', length) + "\"}", Encoding.UTF8, "application/json") };
        if (chunked) request.Headers.TransferEncodingChunked = true;
        using var answer = await _api.Client.SendAsync(request);
        Assert.Equal(413, (int)answer.StatusCode);
        Assert.Equal("request.too-large", (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["code"]!);
    }

    [Theory]
    [InlineData("text/plain"), InlineData("application/x-www-form-urlencoded"), InlineData("application/merge-patch+json"), InlineData("application/json; charset=utf-16"), InlineData("")]
    public async Task Another_content_type_is_refused_everywhere(string type)
    {
        var before = (await _api.GetAsync("/api/agreements?q=forged"))["items"]!.AsArray().Count;
        var addresses = served.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(e => e.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal))
            .SelectMany(e => e.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(m => (Method: m, Path: e.RoutePattern.RawText!))).Where(e => e.Method is "POST" or "PATCH").ToList();
        Assert.True(addresses.Count > 20);
        foreach (var (method, path) in addresses)
        {
            var content = new ByteArrayContent("{\"values\":{\"title\":\"Forged\"},\"version\":1,\"title\":\"Forged\",\"partners\":[\"Forged\"],\"text\":\"Forged\"}"u8.ToArray());
            if (type.Length > 0) content.Headers.TryAddWithoutValidation("Content-Type", type);
            var answer = await _api.SendAsync(method, path.Replace("{id:guid}", served["waiting"].ToString(), StringComparison.Ordinal).Replace("{job:guid}", served["waiting"].ToString(), StringComparison.Ordinal), content, "If-Match: \"1\"");
            Assert.Equal((415, "request.wrong-type"), (answer.Status, answer.Code));
        }

        Assert.Equal(before, (await _api.GetAsync("/api/agreements?q=forged"))["items"]!.AsArray().Count);
    }
}
