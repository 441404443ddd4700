namespace Concordat.Agreements.Terms;

/// <summary>When it takes effect.</summary>
/// <param name="Event">One of <see cref="TermWords.Moments"/>.</param>
/// <param name="Count">How long after the event, with <paramref name="Unit"/>; null is at once.</param>
/// <param name="Month">2 for "the first day of the second month after"; then without a count.</param>
/// <param name="On">EDTF: the day itself, or the day of an event that nothing else here dates.</param>
/// <param name="Words">The event in words of its own.</param>
public sealed record EffectPart(Guid Id, string Event, int? Count, string? Unit, int? Month, string? On, string? Words);

/// <summary>One end of its duration.</summary>
/// <param name="Sort">One of <see cref="TermWords.Durations"/>.</param>
/// <param name="From">The event from which a time counts; null where the text does not say.</param>
/// <param name="On">EDTF: the last day, or the day of an event that nothing else here dates.</param>
/// <param name="Join">later or earlier: which counts of this end and those before it.</param>
/// <param name="Counting">first-day where the first day counts: five years from 3 February end with 2 February; null or next-day where they end with 3 February.</param>
public sealed record DurationPart(Guid Id, string Sort, int? Count, string? Unit, string? From, string? On, string? Words, string? Join, string? Counting);

/// <summary>What follows the first term.</summary>
/// <param name="Sort">tacit, agreed or none.</param>
/// <param name="Often">again for one renewal after another; once, or null where the text does not say.</param>
/// <param name="Times">How often, where the text says a number.</param>
/// <param name="NoticeCount">How long before the end an objection must be given, with <paramref name="NoticeUnit"/>.</param>
public sealed record RenewalPart(Guid Id, string Sort, int? Count, string? Unit, string? Often, int? Times, int? NoticeCount, string? NoticeUnit);

/// <summary>How long before a party must say that it ends the agreement.</summary>
public sealed record NoticePart(Guid Id, int Count, string Unit, string? Words);

/// <summary>What outlives the agreement.</summary>
/// <param name="Articles">"7, 9.3, confidentiality".</param>
/// <param name="Count">How long after the end; null without a limit.</param>
public sealed record SurvivalPart(Guid Id, string Articles, int? Count, string? Unit);
