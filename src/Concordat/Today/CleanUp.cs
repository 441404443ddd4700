using System.Collections.Immutable;
using Concordat.Agreements;
using Concordat.Organisations;
using Concordat.Records;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.Today;

/// <summary>A fault that records have in common, and the field that mends it.</summary>
/// <param name="Name">Stable name, for addresses.</param>
/// <param name="Field">Set for all ticked at once; null where each record needs a look of its own.</param>
public sealed record Fault(string Name, string Label, string Why, RecordKind Kind, Field? Field);

/// <param name="Records">The first <see cref="CleanUp.Shown"/>, by title.</param>
/// <param name="More">True when there are more.</param>
public sealed record FaultList(Fault Fault, ImmutableArray<HeadlineRow> Records, bool More);

/// <summary>Lists what is missing in the register, by fault, and mends many at once.</summary>
public sealed class CleanUp(Store store, ChangeMany many, TimeProvider clock)
{
    public const int Shown = 50;

    public static ImmutableArray<Fault> Faults { get; } =
    [
        Of("officer", "Without a desk officer", "Nobody is reminded when they end.", AgreementKind.Kind, "deskOfficer"),
        Of("kind", "Without a kind", "Lists by kind leave them out.", AgreementKind.Kind, "agreementSort"),
        Of("partner", "Without a partner", "They stand on no partner’s page.", AgreementKind.Kind, null),
        Of("dates", "Without any date", "Nothing says that they were signed or are in force.", AgreementKind.Kind, null),
        Of("country", "Without a country", "They stand on no country’s list.", OrganisationKind.Kind, "country"),
    ];

    private static Fault Of(string name, string label, string why, RecordKind kind, string? field) => new(name, label, why, kind, field is null ? null : kind.Find(field));

    /// <summary>Faults that some record has. One statement for each fault.</summary>
    public async Task<ImmutableArray<FaultList>> ListAsync(Reader reader, CancellationToken stop = default)
    {
        await using var db = store.Read(reader);
        var lists = ImmutableArray.CreateBuilder<FaultList>();
        foreach (var fault in Faults)
        {
            var faulty = Faulty(db, fault.Name);
            var rows = await db.Headlines.Where(h => faulty.Contains(h.Record)).OrderBy(h => h.SortKey).ThenBy(h => h.Record).Take(Shown + 1).ToListAsync(stop);
            if (rows.Count > 0) lists.Add(new(fault, [.. rows.Take(Shown)], rows.Count > Shown));
        }

        return lists.ToImmutable();
    }

    private static IQueryable<Guid> Faulty(ReadDb db, string fault) => fault switch
    {
        "officer" => db.Agreements.Where(a => a.DeskOfficer == null).Select(a => a.Record),
        "kind" => db.Agreements.Where(a => a.Sort == null).Select(a => a.Record),
        "partner" => db.Agreements.Where(a => !db.AgreementParties.Any(p => p.Record == a.Record)).Select(a => a.Record),
        "dates" => db.Agreements.Where(a => a.SignedLo == null && a.InForceLo == null && a.EndsLo == null && !a.Ended && !a.Announced).Select(a => a.Record),
        _ => db.Organisations.Where(o => o.Country == null && o.Sort != "state").Select(o => o.Record),
    };

    /// <summary>Sets the fault's field on records that lack it still, in one commit; others are left as they are.</summary>
    /// <param name="batch">As of <see cref="Deed.Batch"/>.</param>
    /// <returns>How many were mended; refusals <c>cleanup.nothing-ticked</c>, <c>cleanup.no-value</c>, those of <see cref="TypedValue"/> and of <see cref="Journal.SaveAsync"/>.</returns>
    public async Task<Outcome<int>> MendAsync(Actor by, Fault fault, IReadOnlyCollection<Guid> records, string? typed, string? batch = null, CancellationToken stop = default)
    {
        if (records.Count == 0) return new Refusal("cleanup.nothing-ticked", "No line is ticked. Tick those that are meant.");
        if (fault.Field is not { } field || string.IsNullOrWhiteSpace(typed)) return new Refusal("cleanup.no-value", "There is no value to set. Enter or choose one.");
        if (!TypedValue.Read(field, typed, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)).TryGet(out var value, out var refusal)) return refusal;
        return await many.ApplyAsync(by, records, null, d => d.Kind == fault.Kind.Name && d.At(field.Name) is null ? [new Set(field.Name, value?.DeepClone())] : null, batch, stop);
    }
}
