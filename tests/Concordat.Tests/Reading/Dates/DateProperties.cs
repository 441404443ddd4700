using Concordat.Reading.Dates;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Concordat.Tests.Reading.Dates;

[Properties(Arbitrary = [typeof(DateSamples)], MaxTest = 500)]
public class DateProperties
{
    private static readonly DateOnly Today = new(2026, 2, 20);

    [Property]
    public bool Lowest_is_never_above_highest(EdtfSample a) => Of(a) is var w && w.Lo <= w.Hi && w.Lo >= -DayNumber.Unbounded && w.Hi <= DayNumber.Unbounded;

    [Property]
    public bool Normal_form_parses_to_itself(EdtfSample a) => When.TryParse(Of(a).Text, out var again) && again == Of(a);

    [Property]
    public bool A_span_starts_no_later_than_it_ends(EdtfSample a) => SpanOf(a) is var s && s.Start.Lo <= s.End.Lo && s.Start.Hi <= s.End.Hi && s.Start.Lo <= s.Start.Hi && s.End.Lo <= s.End.Hi;

    [Property]
    public bool A_span_lies_within_the_bounds_of_the_same_text_as_a_when(EdtfSample a) => SpanOf(a) is var s && s.Start.Lo >= Of(a).Lo && s.End.Hi <= Of(a).Hi;

    [Property]
    public bool Certainly_before_is_never_also_after(EdtfSample a, EdtfSample b) =>
        Of(a).Before(Of(b)) != Truth.Certain || (Of(b).Before(Of(a)) == Truth.No && Of(a).SameDay(Of(b)) == Truth.No);

    [Property]
    public bool After_is_before_turned_round(EdtfSample a, EdtfSample b) => Of(a).After(Of(b)) == Of(b).Before(Of(a));

    [Property]
    public bool Same_day_is_symmetric(EdtfSample a, EdtfSample b) => Of(a).SameDay(Of(b)) == Of(b).SameDay(Of(a));

    [Property]
    public bool Overlap_is_symmetric(EdtfSample a, EdtfSample b) => SpanOf(a).Overlaps(SpanOf(b)) == SpanOf(b).Overlaps(SpanOf(a));

    [Property]
    public bool One_of_before_same_day_and_after_is_always_left_open(EdtfSample a, EdtfSample b) =>
        Of(a).Before(Of(b)) != Truth.No || Of(a).SameDay(Of(b)) != Truth.No || Of(a).After(Of(b)) != Truth.No;

    [Property]
    public bool Certainly_before_is_transitive(EdtfSample a, EdtfSample b, EdtfSample c) =>
        Of(a).Before(Of(b)) != Truth.Certain || Of(b).Before(Of(c)) != Truth.Certain || Of(a).Before(Of(c)) == Truth.Certain;

    [Property]
    public bool What_is_qualified_is_never_certain(EdtfSample a, EdtfSample b)
    {
        var doubtful = Of(a) with { IsCertain = false };
        return doubtful.Before(Of(b)) != Truth.Certain && Of(b).Before(doubtful) != Truth.Certain && doubtful.SameDay(Of(b)) != Truth.Certain
            && doubtful.Within(SpanOf(b)) != Truth.Certain;
    }

    [Property]
    public bool A_doubt_leaves_what_is_possible_as_it_was(EdtfSample a, EdtfSample b) =>
        ((Of(a) with { IsCertain = false }).Before(Of(b)) == Truth.No) == (Of(a).Before(Of(b)) == Truth.No);

    [Property]
    public bool Widening_never_turns_yes_into_no_or_no_into_yes(EdtfSample a, EdtfSample b, PositiveInt down, PositiveInt up)
    {
        var narrow = Of(a);
        var wide = narrow with { Lo = narrow.Lo - down.Get, Hi = narrow.Hi + up.Get };
        return Softer(narrow.Before(Of(b)), wide.Before(Of(b))) && Softer(narrow.SameDay(Of(b)), wide.SameDay(Of(b)))
            && Softer(narrow.Within(SpanOf(b)), wide.Within(SpanOf(b)));
    }

    /// <summary>The three answers, held against every choice of days where there are few.</summary>
    [Property]
    public bool Answers_agree_with_every_single_day(byte aLo, byte aLength, byte bLo, byte bLength)
    {
        When a = new("", aLo, aLo + (aLength % 5), true), b = new("", bLo % 12, (bLo % 12) + (bLength % 5), true);
        a = a with { Lo = a.Lo % 12, Hi = (a.Lo % 12) + (aLength % 5) };
        var pairs = Days(a).SelectMany(x => Days(b).Select(y => (x, y))).ToList();
        return a.Before(b) == Judge(pairs, p => p.x < p.y) && a.SameDay(b) == Judge(pairs, p => p.x == p.y);
    }

    [Property]
    public bool Months_added_keep_order_and_doubt(EdtfSample a, short months) =>
        new[] { MonthEnd.Shorten, MonthEnd.LastStaysLast }.All(rule => Of(a).AddMonths(months, rule) is var moved && moved.Lo <= moved.Hi
            && (moved.IsCertain == Of(a).IsCertain || moved.Text == "../..") && When.TryParse(moved.Text, out var again) && again == moved);

    /// <summary>Rare forms may be refused when read back, but never become another value.</summary>
    [Property]
    public bool What_is_said_never_reads_back_as_another_value(EdtfSample a)
    {
        var (when, span) = (Of(a), SpanOf(a));
        return (!TypedDate.TryRead(when.Say(), DateOrder.DayFirst, Today, out var again) || Same(again, when))
            && (!TypedDate.TryReadSpan(span.Say(), DateOrder.DayFirst, Today, out var spanAgain) || (Same(spanAgain.Start, span.Start) && Same(spanAgain.End, span.End)));
    }

    [Property]
    public bool Nothing_typed_ever_throws_and_every_reading_has_words(HostileText text, bool monthFirst)
    {
        var order = monthFirst ? DateOrder.MonthFirst : DateOrder.DayFirst;
        var read = TypedDate.TryRead(text.Text, order, Today, out var when, out var refusal);
        var spanRead = TypedDate.TryReadSpan(text.Text, order, Today, out var span, out var spanRefusal);
        if (Edtf.TryParse(text.Text, out var tree) && tree.Lo > tree.Hi) return false;
        return read == (refusal is null) && spanRead == (spanRefusal is null) && (!read || when.Say().Length > 0) && (!spanRead || span.Say().Length > 0);
    }

    private static When Of(EdtfSample sample) => When.TryParse(sample.Text, out var when) ? when : throw new InvalidOperationException(sample.Text);

    private static Span SpanOf(EdtfSample sample) => Span.TryParse(sample.Text, out var span) ? span : throw new InvalidOperationException(sample.Text);

    private static bool Same(When a, When b) => (a.Lo, a.Hi, a.IsCertain) == (b.Lo, b.Hi, b.IsCertain) || b.Say() == "not known";

    private static bool Softer(Truth narrow, Truth wide) => narrow == wide || wide == Truth.Possible;

    private static IEnumerable<long> Days(When when) => Enumerable.Range((int)when.Lo, (int)(when.Hi - when.Lo) + 1).Select(d => (long)d);

    private static Truth Judge(List<(long x, long y)> pairs, Func<(long x, long y), bool> holds) =>
        pairs.TrueForAll(p => holds(p)) ? Truth.Certain : pairs.Exists(p => holds(p)) ? Truth.Possible : Truth.No;
}
