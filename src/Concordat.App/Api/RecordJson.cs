using System.Text.Json.Nodes;
using Concordat.App.Records;
using Concordat.Storage;

namespace Concordat.App.Api;

/// <summary>Records as programs read them: the document as it is kept, with what it is called and where it is.</summary>
internal static class RecordJson
{
    public static string Address(string kind, Guid record) => $"/api/{Routes.Folder(kind)}/{record:D}";

    /// <summary>The document's own JSON.</summary>
    public static JsonObject Root(Document document) => JsonNode.Parse(document.Canonical())!.AsObject();

    /// <summary>Depends on nothing but the document, so that its version can be its entity tag.</summary>
    public static JsonObject Of(Document document)
    {
        var (json, root, head) = (new JsonObject(), Root(document), document.Withdrawn ? null : Kinds.Of(document.Kind).Head(document));
        foreach (var name in (string[])["id", "kind", "version"]) json[name] = root[name]!.DeepClone();
        if (head is not null) (json["title"], json["detail"]) = (head.Title, head.Detail);
        foreach (var (name, value) in root)
            if (!json.ContainsKey(name)) json[name] = value?.DeepClone();
        if (json["claims"] is null) json["claims"] = new JsonArray();
        var (api, page) = (Address(document.Kind, document.Id), Routes.Of(document.Kind, document.Id));
        json["links"] = new JsonObject { ["self"] = api, ["shown"] = api + "/shown", ["history"] = api + "/history", ["page"] = page };
        return json;
    }

    public static string Tag(Document document) => $"\"{document.Version}\"";

    public static Reply Answer(Document document, int status = 200) => new(Of(document), status, Tag(document)) { Location = status == 201 ? Address(document.Kind, document.Id) : null };

    /// <summary>A record by its name alone.</summary>
    public static JsonObject Head(HeadlineRow row) =>
        new() { ["id"] = row.Record.ToString("D"), ["kind"] = row.Kind, ["title"] = row.Title, ["detail"] = row.Detail, ["href"] = Address(row.Kind, row.Record) };

    public static JsonObject By(string id, string name) => new() { ["id"] = id, ["name"] = name };

    /// <summary>One entry of a record's history.</summary>
    public static JsonObject Entry(ChangeRow change)
    {
        var json = new JsonObject { ["version"] = change.Version, ["seq"] = change.Seq, ["at"] = Time(change.At), ["by"] = By(change.ActorId, change.ActorName) };
        if (change.Reason is not null) json["reason"] = change.Reason;
        if (change.Undoes is not null) json["undoes"] = change.Undoes;
        json["paths"] = Paths(change);
        return json;
    }

    public static JsonArray Paths(ChangeRow change) => new([.. change.Paths.Split('\n').Select(p => (JsonNode)p)]);

    /// <param name="microseconds">Since 1970, UTC.</param>
    public static string Time(long microseconds) => Json.Time(DateTimeOffset.UnixEpoch.AddMicroseconds(microseconds));
}
