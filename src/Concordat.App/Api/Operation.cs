using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Concordat.Storage;

namespace Concordat.App.Api;

/// <summary>One thing that a program may ask or have done: what is mapped, checked and described comes from here.</summary>
/// <param name="Path">Below the root of the site, with constraints: <c>/api/agreements/{id:guid}</c>.</param>
/// <param name="Id">Unique name in camel case.</param>
/// <param name="Summary">A few words.</param>
internal sealed record Operation(string Method, string Path, string Id, string Summary, Func<Call, Task<IResult>> RunAsync)
{
    /// <summary>The heading under which it is described.</summary>
    public required string Tag { get; init; }

    /// <summary>What the summary cannot say; whole sentences.</summary>
    public required string Says { get; init; }

    public ImmutableArray<Parameter> Parameters { get; init; } = [];

    /// <summary>Bodies that it takes; none for what is only asked.</summary>
    public ImmutableArray<Taken> Takes { get; init; } = [];

    public required ImmutableArray<Given> Gives { get; init; }

    /// <summary>Codes of refusals beyond those that any operation may give.</summary>
    public ImmutableArray<string> Refuses { get; init; } = [];

    /// <summary>True when <c>If-Match</c> must name the version that was seen.</summary>
    public bool NamesVersion { get; init; }

    /// <summary>True when <c>Idempotency-Key</c> is heeded.</summary>
    public bool HasKey { get; init; }
}

/// <summary>A body that an operation takes.</summary>
/// <param name="Schema">Name of a schema of the description.</param>
internal sealed record Taken(string MediaType, string Schema, JsonNode? Example = null);

/// <summary>A body that an operation answers with.</summary>
/// <param name="Schema">Name of a schema of the description; null where bytes or nothing come.</param>
internal sealed record Given(int Status, string Says, string? Schema, string MediaType = "application/json")
{
    public bool Tagged { get; init; }
    public bool Located { get; init; }
    public bool Linked { get; init; }
}

/// <summary>One request to an operation, and what serves it.</summary>
internal sealed record Call(HttpContext Context)
{
    public HttpRequest Request => Context.Request;

    public CancellationToken Stop => Context.RequestAborted;

    public Store Store => Get<Store>();

    public Journal Journal => Get<Journal>();

    public TimeProvider Clock => Get<TimeProvider>();

    /// <summary>The record that the address names.</summary>
    public Guid Id => Guid.Parse((string)Request.RouteValues["id"]!);

    public T Get<T>() where T : notnull => Context.RequestServices.GetRequiredService<T>();

    public ReadDb Read() => Store.Read(Reader.Local);
}
