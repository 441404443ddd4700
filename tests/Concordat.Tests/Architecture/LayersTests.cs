using System.Text.RegularExpressions;
using Concordat.Tests.Storage;

namespace Concordat.Tests.Architecture;

/// <summary>Who may use whom. The order of features is that of the design; each uses only those before it.</summary>
public class LayersTests
{
    /// <summary>Folders of src/Concordat in order. Journal and Storage may know features: they write their documents and tables.</summary>
    private static readonly string[] Order =
    [
        "Names", "Journal", "Storage", "Labels", "Accounts", "Lists", "Sources", "Search", "Organisations", "People", "Agreements", "Bodies",
        "Proposals", "Projects", "Meetings", "Visits", "Actions", "Correspondence", "Records", "Intake", "Sameness", "Documents", "Exchange", "Import", "HandOver", "Today",
    ];

    private static readonly string[] Foundations = ["Journal", "Storage"];

    /// <summary>One source file: where it stands, and what it says.</summary>
    internal sealed record Source(string Path, string Text)
    {
        public string Project => Path.Split('/')[1];
        public string Folder => Path.Split('/') is [_, _, var folder, _, ..] ? folder : "";
    }

    private static IEnumerable<Source> Sources()
    {
        var root = Path.Combine(Repository.Root, "src");
        return Directory.EnumerateFiles(root, "*.*", SearchOption.AllDirectories)
            .Where(f => f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".razor", StringComparison.Ordinal))
            .Select(f => Path.GetRelativePath(Repository.Root, f).Replace('\\', '/')).Where(f => !f.Contains("/bin/", StringComparison.Ordinal) && !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/Migrations/", StringComparison.Ordinal))
            .Select(f => new Source(f, File.ReadAllText(Path.Combine(Repository.Root, f))));
    }

    /// <summary>Namespaces that a file names, in usings or in the text: "Concordat.Agreements", "Concordat.App", "Npgsql".</summary>
    private static IEnumerable<string> Used(Source source) =>
        Regex.Matches(source.Text, @"(?<![\w.""/])(Concordat(\.\w+)+|Npgsql|Microsoft\.Data\.Sqlite|System\.Data\.Common|Microsoft\.AspNetCore)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)).Select(m => m.Value)
            .Concat(Nested(source));

    /// <summary>Inside namespace Concordat a feature can be named without its prefix, as in <c>Intake.IntakeRow</c>.</summary>
    private static IEnumerable<string> Nested(Source source) => Order.Except(Foundations)
        .Where(f => source.Project != "Concordat.Reading" && f != source.Folder && Regex.IsMatch(source.Text, $@"(?<![\w./""<]){f}\.[A-Z]\w+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)) && !Regex.IsMatch(source.Text, $@"\b{f}\b\s*(=>|\{{ get)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)))
        .Select(f => "Concordat." + f);

    private static IEnumerable<string> Faults(IEnumerable<Source> sources) => sources.SelectMany(s => Used(s).Distinct().Select(u => Fault(s, u)).OfType<string>()).Order(StringComparer.Ordinal);

    private static string? Fault(Source source, string used)
    {
        var parts = used.Split('.');
        var target = parts is ["Concordat", var second, ..] ? second : "";
        return source.Project switch
        {
            "Concordat.Reading" when !(target is "" or "Reading") || parts[0] is "Npgsql" or "Microsoft" => $"{source.Path} uses {used}: Reading knows nobody.",
            "Concordat" when target == "App" || parts is ["Microsoft", "AspNetCore"] => $"{source.Path} uses {used}: nothing below the application knows it.",
            "Concordat" when target == "" && !Foundations.Contains(source.Folder) => $"{source.Path} uses {used}: only Storage and Journal speak to a database.",
            "Concordat.App" when target == "" && parts[0] != "Microsoft" => $"{source.Path} uses {used}: only Storage and Journal speak to a database.",
            "Concordat" when Array.IndexOf(Order, target) > Array.IndexOf(Order, source.Folder) && source.Folder.Length > 0 && !Foundations.Contains(source.Folder) => $"{source.Path} uses {used}: {source.Folder} comes before {target}.",
            _ => null,
        };
    }

    [Fact]
    public void Nobody_uses_what_stands_above_them() => Assert.Equal("", string.Join('\n', Faults(Sources())));

    [Fact]
    public void Every_feature_folder_has_its_place_in_the_order() =>
        Assert.Equal([], Sources().Where(s => s.Project == "Concordat" && s.Folder.Length > 0).Select(s => s.Folder).Distinct().Except(Order));

    [Fact]
    public void Projects_refer_only_downwards()
    {
        string[] Of(string project) => [.. Regex.Matches(File.ReadAllText(Path.Combine(Repository.Root, "src", project, project + ".csproj")), "ProjectReference Include=\"[^\"]*/(?<name>[^/\"]+).csproj\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)).Select(m => m.Groups["name"].Value)];
        Assert.Empty(Of("Concordat.Reading"));
        Assert.Equal(["Concordat.Reading"], Of("Concordat"));
        Assert.DoesNotContain("PackageReference", File.ReadAllText(Path.Combine(Repository.Root, "src", "Concordat.Reading", "Concordat.Reading.csproj")), StringComparison.Ordinal);
    }

    [Fact]
    public void Outside_storage_and_journal_nobody_asks_for_a_connection() => Assert.Equal([], Sources()
        .Where(s => s.Project == "Concordat.App" || !Foundations.Contains(s.Folder))
        .Where(s => Regex.IsMatch(s.Text, @"\.(ConnectAsync|Context|Writers)\b\s*(\(|\.)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)) && s.Text.Contains("store.", StringComparison.OrdinalIgnoreCase))
        .Where(s => Regex.IsMatch(s.Text, @"[sS]tore\.(ConnectAsync|Context|Writers)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5))).Select(s => s.Path));

    [Theory]
    [InlineData("src/Concordat/Organisations/Wrong.cs", "using Concordat.Agreements;")]
    [InlineData("src/Concordat/Agreements/Wrong.cs", "var x = new Concordat.Meetings.Meeting();")]
    [InlineData("src/Concordat/Bodies/Wrong.cs", "namespace Concordat.Bodies; class X { Meetings.Meeting? M; }")]
    [InlineData("src/Concordat/Sources/Deep/Er/Wrong.cs", "using Concordat.Intake;")]
    [InlineData("src/Concordat/Names/Wrong.cs", "using Concordat.Storage;")]
    [InlineData("src/Concordat/Intake/Wrong.cs", "using Concordat.App.Shell;")]
    [InlineData("src/Concordat/Intake/Wrong.cs", "using Npgsql;")]
    [InlineData("src/Concordat/Records/Wrong.cs", "using Microsoft.Data.Sqlite;")]
    [InlineData("src/Concordat/People/Wrong.cs", "using Microsoft.AspNetCore.Http;")]
    [InlineData("src/Concordat.Reading/Rules/Wrong.cs", "using Concordat.Names;")]
    [InlineData("src/Concordat.App/People/Wrong.cs", "using System.Data.Common;")]
    public void A_wrong_file_would_be_caught(string path, string text) => Assert.NotEmpty(Faults([new(path, text)]));

    [Theory]
    [InlineData("src/Concordat/Intake/Right.cs", "using Concordat.Agreements; using Concordat.Storage;")]
    [InlineData("src/Concordat/Storage/Right.cs", "using Concordat.Meetings; using Npgsql;")]
    [InlineData("src/Concordat/Meetings/Right.cs", "using Concordat.Reading.Dates; using Concordat.Names;")]
    [InlineData("src/Concordat.App/Agreements/Right.cs", "using Concordat.Intake; using Microsoft.AspNetCore.Http;")]
    public void A_right_file_would_not(string path, string text) => Assert.Empty(Faults([new(path, text)]));
}
