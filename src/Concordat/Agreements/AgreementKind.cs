using System.Collections.Immutable;
using Concordat.Agreements.Terms;
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
        new("authority", "Authority to negotiate given"), new("talks", "Exploratory talks"), new("negotiation", "Negotiation round"), new("text-agreed", "Text agreed"), new("announced", "Announced"), new("approved", "Approved"),
        new("signed", "Signed"), new("notified", "Procedures at home notified"), new("ratified", "Ratified"), new("in-force", "Entered into force"), new("found", "Recorded as found"),
        new("amended", "Amended"), new("extended", "Extended"), new("renewal-begun", "Renewal begun"), new("renewed", "Renewed"), new("renewed-back", "Renewed with effect backwards"), new("renewal-failed", "Renewal failed"),
        new("suspended", "Suspended"), new("resumed", "Suspension lifted"), new("notice", "Notice to end it given"), new("objection", "Notice against renewal given"), new("notice-withdrawn", "Notice withdrawn"),
        new("terminated", "Terminated"), new("superseded", "Superseded"), new("completed", "Completed"), new("expired", "Ended with its term"), new("closed-out", "Closed out"),
    ];

    public static RecordKind Kind { get; } = new()
    {
        Name = Name, Title = "Agreement", Schema = 1, Shape = typeof(Agreement), Fields = AgreementFields.All(), Head = Head, Rows = Rows, Names = KnownAs, Check = d => CheckTerm.Of(d.As<Agreement>()),
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
        var times = TermTimes.Of(it);
        yield return AgreementRow.Of(document.Id, it, times);
        foreach (var span in StateSpanRow.Of(document.Id, it, times)) yield return span;
        foreach (var deadline in DeadlineRow.Of(document.Id, times, it.DeskOfficer)) yield return deadline;
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
