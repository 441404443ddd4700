using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Concordat.Reading.Wordings.Terms;

namespace Concordat.Agreements.Terms;

/// <summary>The term of an agreement as clauses: the same forms that are read from texts.</summary>
/// <param name="Duration">All its ends joined; null where nothing is stated.</param>
/// <param name="FirstDayCounts">True where a duration counts its first day.</param>
/// <param name="Notice">The longest notice for ending it.</param>
public sealed partial record TermClauses(EffectRule? Effect, TermRule? Duration, bool FirstDayCounts, ImmutableArray<RenewalRule> Renewals, Period? Notice, ImmutableArray<SurvivalRule> Survival)
{
    public TacitRenewal? Tacit => Renewals.OfType<TacitRenewal>().FirstOrDefault();

    public AgreedRenewal? Agreed => Renewals.OfType<AgreedRenewal>().FirstOrDefault();

    public bool IsEmpty => Effect is null && Duration is null && Renewals.IsEmpty && Notice is null && Survival.IsEmpty;

    public static TermClauses Of(Agreement it) => new(
        it.Effect.Select(EffectOf).FirstOrDefault(), Joined(it.Duration), it.Duration.Any(d => d.Counting == "first-day"), [.. it.Renewal.Select(Renewal)],
        it.Notice.Select(n => TermWords.Length(n.Count, n.Unit)).OrderByDescending(Weight).FirstOrDefault(), [.. it.Survival.Select(Survives)]);

    private static EffectRule EffectOf(EffectPart part) => new(TermWords.Event(part.Event, part.On, part.Words)!, TermWords.Length(part.Count, part.Unit), part.Month);

    private static TermRule? Joined(ImmutableArray<DurationPart> parts)
    {
        TermRule? rule = null;
        foreach (var part in parts.OrderBy(p => p.Sort == "at-least"))
            rule = rule is null ? End(part) : part.Sort == "at-least" ? new AtLeast(rule, End(part)) : part.Join == "earlier" ? Earlier(rule, End(part)) : Later(rule, End(part));
        return rule;
    }

    // Ends that are joined the same way stand in one clause, as a text would write them.
    private static LaterOf Later(TermRule a, TermRule b) => new(a is LaterOf many ? many.Rules.Add(b) : [a, b]);

    private static EarlierOf Earlier(TermRule a, TermRule b) => new(a is EarlierOf many ? many.Rules.Add(b) : [a, b]);

    private static TermRule End(DurationPart part) => part.Sort switch
    {
        "until" => new UntilDate(part.On!),
        "event" => new UntilEvent(TermWords.Event(part.From ?? "told", part.On, part.Words)!),
        "indefinite" => new Indefinite(),
        "at-least" when part.Count is null => new UntilDate(part.On!),
        _ => new RunsFor(TermWords.Length(part.Count, part.Unit)!.Value, TermWords.Event(part.From, part.On, part.Words)),
    };

    private static RenewalRule Renewal(RenewalPart part) => part.Sort switch
    {
        "tacit" => new TacitRenewal(TermWords.Length(part.Count, part.Unit), TermWords.Length(part.NoticeCount, part.NoticeUnit), part.Times ?? (part.Often == "once" ? 1 : null), MayObject: true, part.Often == "again"),
        "agreed" => new AgreedRenewal(TermWords.Length(part.Count, part.Unit)),
        _ => new NoRenewal(),
    };

    private static SurvivalRule Survives(SurvivalPart part)
    {
        var named = part.Articles.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return new([.. named.Where(n => Article().IsMatch(n))], [.. named.Where(n => !Article().IsMatch(n))], TermWords.Length(part.Count, part.Unit));
    }

    private static double Weight(Period? period) => period is { } p ? p.Count * (p.Unit switch { TimeUnit.Years => 365, TimeUnit.Months => 30, TimeUnit.Weeks => 7, _ => 1.0 }) : -1;

    [GeneratedRegex(@"^(\d[\w.()-]*|[IVXLC]+)$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Article();

    /// <summary>The whole term in sentences that can be read back.</summary>
    public ImmutableArray<string> Sentences =>
    [
        .. new[] { Effect?.Sentence, Duration is null ? null : Duration.Sentence + (FirstDayCounts ? " The first day counts." : "") }.OfType<string>(), .. Renewals.Select(r => r.Sentence),
        .. Notice is { } n ? (IEnumerable<string>)[$"A party may end it by notice of {n.Code}."] : [], .. Survival.Select(s => s.Sentence),
    ];
}
