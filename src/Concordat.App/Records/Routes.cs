namespace Concordat.App.Records;

/// <summary>Where the pages of each kind of record are.</summary>
public static class Routes
{
    /// <summary>"agreements" for "agreement".</summary>
    public static string Folder(string kind) => kind switch { "body" => "bodies", "person" => "people", "correspondence" => kind, _ => kind + "s" };

    public static string? KindOf(string folder) => Kinds.All.FirstOrDefault(k => Folder(k.Name) == folder)?.Name;

    public static string Of(string kind, Guid record) => $"/{Folder(kind)}/{record:D}";

    public static string Of(Storage.HeadlineRow row) => Of(row.Kind, row.Record);

    /// <summary>"Agreements", as titles of lists say it.</summary>
    public static string Plural(string kind) => kind switch { "body" => "Bodies", "person" => "People", "correspondence" => "Correspondence", _ => Kinds.Of(kind).Title + "s" };
}
