using Concordat.Bodies;
using Concordat.Meetings;
using Concordat.Names;
using Concordat.Reading.Dates;

namespace Concordat.Intake;

/// <summary>Scores whether a joint body of a text is one of the register.</summary>
/// <remarks>
/// <list type="table">
/// <item>0.95 the same name without its sides, or the same acronym; 0.88 where the name has no word of its own and no side is known on both sides</item>
/// <item>up to 0.8 names alike; at most 0.3 when the sides differ, in the name or by recognised organisations</item>
/// </list>
/// </remarks>
internal static class RecogniseBody
{
    public static (double Score, string Why) Score(Read read, Document document)
    {
        var it = document.As<Body>();
        var name = read.Text("name") ?? read.Proposal.Title;
        var same = Likeness.Key(Sides.Split(name).Name) == Likeness.Key(Sides.Split(it.Name).Name);
        var acronym = it.Acronym is not null && Fold.Key(Sides.Split(name).Name) == Fold.Key(it.Acronym);
        var sides = read.SameOf("sides", "organisation").OfType<Guid>().ToHashSet();
        var held = it.Sides.Select(s => s.Organisation).ToHashSet();
        var apart = Likeness.OfBodies(name, it.Name) <= 0.3 && same;
        if (apart || (sides.Count > 1 && held.Count > 1 && !sides.Overlaps(held))) return (0.3, "similar name, but other sides");
        if (acronym) return (0.95, "same acronym");
        if (same) return (0.95, sides.Overlaps(held) ? "same name, same sides" : "same name");
        var alike = Likeness.OfBodies(name, it.Name);
        return alike >= 0.5 ? (Math.Min(0.8, alike), "similar name") : (0, "");
    }
}

/// <summary>Scores whether a meeting of a text is one of the register. Bodies and people must have been recognised before.</summary>
/// <remarks>
/// <list type="table">
/// <item>0.98 same body and number; 0.92 though the dates differ (which is then a contradiction to settle)</item>
/// <item>0 another number of the same body, or another body</item>
/// <item>0.93 same body, dates meet, a number missing on one side; 0.5 same body, no dates</item>
/// <item>No body on both sides: 0.9 dates meet and a common chair; 0.87 dates meet, same host or place, title alike; 0.6 dates meet, title alike; dates apart 0</item>
/// </list>
/// </remarks>
internal static class RecogniseMeeting
{
    public static (double Score, string Why) Score(Read read, Document document)
    {
        var it = document.As<Meeting>();
        var body = read.Same(read.Text("body"));
        // A body that is new cannot be the one that is held.
        if (it.Body is not null && read.Text("body") is not null && body != it.Body) return (0, "");
        var number = int.TryParse(read.Text("number"), out var n) && it.Number is not null ? n == it.Number : (bool?)null;
        if (number == false) return (0, "");
        var meet = Meet(read.Text("dates"), it.Dates);
        var why = Read.Why((body is not null && body == it.Body, "same body"), (number == true, "same number"), (meet == true, "dates meet"), (meet == false, "but other dates"));
        if (body is not null && body == it.Body) return (number == true ? meet == false ? 0.92 : 0.98 : meet switch { true => 0.93, false => 0, _ => 0.5 }, why);
        return meet == true ? Loose(read, it, number == true) : (0, "");
    }

    private static (double, string) Loose(Read read, Meeting it, bool sameNumber)
    {
        var chairs = read.SameOf("chairs", "person").OfType<Guid>().Intersect(it.Chairs.Select(c => c.Person)).Any();
        var title = Likeness.OfNames(read.Proposal.Title, it.Title) >= 0.5;
        var where = (read.Same(read.Text("host")) is { } host && host == it.Host) || (read.Text("place") is { } place && it.Place is not null && Fold.Key(place) == Fold.Key(it.Place));
        var score = chairs ? 0.9 : where && title ? 0.87 : sameNumber && title ? 0.87 : title ? 0.6 : where ? 0.45 : 0;
        return (score, Read.Why((true, "dates meet"), (chairs, "a common chair"), (title, "title fits"), (where, "same place or host"), (sameNumber, "same number")));
    }

    private static bool? Meet(string? read, string? held) => Span.TryParse(read, out var a) && Span.TryParse(held, out var b)
        ? a.Start.Lo <= b.End.Hi && b.Start.Lo <= a.End.Hi : null;
}
