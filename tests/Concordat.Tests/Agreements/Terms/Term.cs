using Concordat.Agreements;
using Concordat.Agreements.Terms;
using Concordat.Reading.Dates;
using Concordat.Tests.Intake;

namespace Concordat.Tests.Agreements.Terms;

/// <summary>Agreements with terms, in few words.</summary>
internal static class Term
{
    public static Agreement Of(params (string Path, object? Value)[] values) => Sample.Make(AgreementKind.Kind, [("title", "Ice study"), .. values]).As<Agreement>();

    public static TermTimes Times(params (string Path, object? Value)[] values) => TermTimes.Of(Of(values));

    public static (string, object?) Effect(string on, int? count = null, string? unit = null, int? month = null, string? day = null) =>
        ("effect/*", Sample.Members(("event", on), ("count", count), ("unit", unit), ("month", month), ("on", day)));

    public static (string, object?) For(int count, string unit, string? from = null, string? counting = null, string? join = null, string? words = null, string? on = null, string sort = "for") =>
        ("duration/*", Sample.Members(("sort", sort), ("count", count), ("unit", unit), ("from", from), ("counting", counting), ("join", join), ("words", words), ("on", on)));

    public static (string, object?) Until(string day, string? join = null) => ("duration/*", Sample.Members(("sort", "until"), ("on", day), ("join", join)));

    public static (string, object?) Tacit(int? count, string? unit, int? notice = null, string? noticeUnit = null, string? often = null, int? times = null) =>
        ("renewal/*", Sample.Members(("sort", "tacit"), ("count", count), ("unit", unit), ("noticeCount", notice), ("noticeUnit", noticeUnit), ("often", often), ("times", times)));

    public static (string, object?) Event(string sort, string? on, string? to = null) => ("events/*", Sample.Members(("sort", sort), ("on", on), ("to", to)));

    public static string Say(When? day) => day is { } known ? Reckoned.Say(known) : "nothing";

    public static long Day(string day) => When.TryParse(day, out var when) ? when.Lo : throw new FormatException(day);
}
