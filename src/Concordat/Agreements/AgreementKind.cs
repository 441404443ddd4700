using System.Collections.Immutable;
using Concordat.Reading.Dates;

namespace Concordat.Agreements;

/// <summary>What the register knows of agreements.</summary>
public static class AgreementKind
{
    public const string Name = "agreement";

    public static ImmutableArray<Choice> Sorts { get; } =
    [
        new("framework", "Framework"), new("mou", "Memorandum of understanding"), new("moa", "Memorandum of agreement"), new("loi", "Letter of intent"),
        new("project-agreement", "Project agreement"), new("implementing-arrangement", "Implementing arrangement"), new("licence", "Licence"),
        new("nda", "Non-disclosure agreement"), new("exchange-agreement", "Exchange agreement"), new("treaty", "Treaty"), new("amendment", "Amendment"),
        new("initiative", "Initiative"), new("other", "Other"),
    ];

    public static ImmutableArray<Choice> EventSorts { get; } =
    [
        new("announced", "Announced"), new("signed", "Signed"), new("in-force", "Entered into force"), new("renewed", "Renewed"), new("extended", "Extended"),
        new("amended", "Amended"), new("suspended", "Suspended"), new("resumed", "Suspension lifted"), new("notice", "Notice given"), new("terminated", "Terminated"),
    ];

    public static RecordKind Kind { get; } = new()
    {
        Name = Name, Title = "Agreement", Schema = 1, Shape = typeof(Agreement), Fields = AgreementFields.All(), Head = Head, Rows = Rows, Names = KnownAs,
    };

    private static Headline Head(Document document)
    {
        var it = document.As<Agreement>();
        var signed = it.Signed is not null && When.TryParse(it.Signed, out var when) ? "signed " + when.Say() : null;
        var sort = it.AgreementSort is null ? null : Sorts.First(s => s.Value == it.AgreementSort).Label;
        return new(it.Title, string.Join(" · ", new[] { sort, signed, it.References.FirstOrDefault()?.Text }.Where(p => p is not null)));
    }

    private static IEnumerable<IRow> Rows(Document document)
    {
        var it = document.As<Agreement>();
        yield return AgreementRow.Of(document.Id, it);
        var ordinal = 0;
        foreach (var organisation in it.Parties.Select(p => p.Organisation).Distinct())
            yield return new AgreementPartyRow { Record = document.Id, Ordinal = ordinal++, Organisation = organisation };
    }

    private static IEnumerable<Known> KnownAs(Document document)
    {
        var it = document.As<Agreement>();
        yield return new(it.Title, "name");
        foreach (var reference in it.References) yield return new(reference.Text, "reference");
    }
}
