using System.Text;
using Concordat.Actions;
using Concordat.Agreements;
using Concordat.Agreements.Terms;
using Concordat.Bodies;
using Concordat.Correspondence;
using Concordat.Meetings;
using Concordat.Organisations;
using Concordat.People;
using Concordat.Sources;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Concordat.Storage;

/// <summary>The tables, for both databases. Only <see cref="Store"/> makes one; pages get a <see cref="ReadDb"/>.</summary>
public abstract class RegisterDb(DbContextOptions options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        Register(modelBuilder);
        Derived(modelBuilder);
        modelBuilder.Entity<SettingRow>().ToTable("setting").HasKey(r => r.Name);
        Intake.IntakeTables.Add(modelBuilder);
        Sameness.SamenessTables.Add(modelBuilder);
        Today.TodayTables.Add(modelBuilder);
        Lists.ListTables.Add(modelBuilder);
        HandOver.HandOverTables.Add(modelBuilder);
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
            foreach (var property in entity.GetProperties())
                property.SetColumnName(Snake(property.Name));
    }

    private static void Register(ModelBuilder model)
    {
        model.Entity<CommitRow>(e =>
        {
            e.ToTable("commit").HasKey(r => r.Seq);
            e.Property(r => r.Seq).ValueGeneratedNever();
            e.HasIndex(r => r.Batch);
        });
        model.Entity<EntryRow>(e =>
        {
            e.ToTable("entry").HasKey(r => new { r.Seq, r.Ordinal });
            e.HasIndex(r => new { r.Record, r.Version }).IsUnique();
        });
        model.Entity<DocumentRow>().ToTable("document").HasKey(r => r.Id);
    }

    private static void Derived(ModelBuilder model)
    {
        model.Entity<HeadlineRow>(e => { Projection(e, "headline"); e.HasIndex(r => new { r.Kind, r.SortKey, r.Record }); e.HasIndex(r => r.DeskOfficer); });
        model.Entity<KnownRow>(e => { e.ToTable("known").HasKey(r => new { r.Record, r.Ordinal }); e.HasIndex(r => new { r.Key, r.Kind }); });
        model.Entity<LinkRow>(e => { e.ToTable("link").HasKey(r => new { r.Record, r.Ordinal }); e.HasIndex(r => new { r.Target, r.Field }); });
        model.Entity<ClaimRow>(e =>
        {
            e.ToTable("claim").HasKey(r => new { r.Record, r.Id });
            e.HasIndex(r => r.Source);
            e.HasIndex(r => new { r.Standing, r.Record });
        });
        model.Entity<RedirectRow>(e => { Projection(e, "redirect"); e.HasIndex(r => r.Target); });
        model.Entity<ApartRow>(e => e.ToTable("apart").HasKey(r => new { r.Record, r.Other }));
        model.Entity<ChangeRow>(e => { e.ToTable("change").HasKey(r => new { r.Record, r.Version }); e.HasIndex(r => r.Seq); });
        model.Entity<OrganisationRow>(e => { Projection(e, "organisation"); e.HasIndex(r => new { r.SortKey, r.Record }); e.HasIndex(r => r.Country); });
        model.Entity<PersonRow>(e => { Projection(e, "person"); e.HasIndex(r => new { r.SortKey, r.Record }); });
        model.Entity<AgreementRow>(e =>
        {
            Projection(e, "agreement");
            e.HasIndex(r => new { r.SortKey, r.Record });
            e.HasIndex(r => new { r.SignedHi, r.Record });
            e.HasIndex(r => new { r.EndsLo, r.Record });
            e.HasIndex(r => r.DeskOfficer);
        });
        model.Entity<AgreementPartyRow>(e => { e.ToTable("agreement_party").HasKey(r => new { r.Record, r.Ordinal }); e.HasIndex(r => r.Organisation); });
        model.Entity<StateSpanRow>(e => { e.ToTable("state_span").HasKey(r => new { r.Record, r.Ordinal }); e.HasIndex(r => new { r.State, r.FromDay }); });
        model.Entity<DeadlineRow>(e => { e.ToTable("deadline").HasKey(r => new { r.Record, r.Ordinal }); e.HasIndex(r => new { r.Lo, r.Record }); e.HasIndex(r => new { r.DeskOfficer, r.Lo, r.Record }); e.HasIndex(r => new { r.Wide, r.Lo, r.Record }); });
        model.Entity<BodyRow>(e => { Projection(e, "body"); e.HasIndex(r => new { r.SortKey, r.Record }); });
        model.Entity<MeetingRow>(e => { Projection(e, "meeting"); e.HasIndex(r => new { r.Body, r.Number }); e.HasIndex(r => new { r.StartLo, r.Record }); });
        model.Entity<ActionRow>(e => { Projection(e, "action"); e.HasIndex(r => new { r.ClosedAs, r.DueLo, r.Record }); });
        model.Entity<CorrespondenceRow>(e =>
        {
            Projection(e, "correspondence");
            e.HasIndex(r => new { r.Day, r.Record });
            e.HasIndex(r => new { r.Direction, r.ReplyDueLo, r.Record });
            e.HasIndex(r => r.RepliesTo);
            e.HasIndex(r => r.RemindsOf);
            e.HasIndex(r => new { r.DeskOfficer, r.Day });
        });
        model.Entity<ConcernRow>(e => { e.ToTable("concern").HasKey(r => new { r.Record, r.Ordinal }); e.HasIndex(r => new { r.Of, r.Day, r.Record }); });
        model.Entity<SourceBandRow>(e => { e.ToTable("source_band").HasKey(r => new { r.Record, r.Ordinal }); e.HasIndex(r => r.Key); });
        model.Entity<SourceRow>(e => { Projection(e, "source"); e.HasIndex(r => r.Digest); e.HasIndex(r => new { r.PublishedHi, r.Record }); });
    }

    private static void Projection<T>(Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<T> entity, string table) where T : class, IRow =>
        entity.ToTable(table).HasKey(r => r.Record);

    private static string Snake(string name)
    {
        var snake = new StringBuilder();
        foreach (var c in name)
        {
            if (char.IsUpper(c) && snake.Length > 0) snake.Append('_');
            snake.Append(char.ToLowerInvariant(c));
        }

        return snake.ToString();
    }

    /// <summary>Tables written from documents and entries: the ones that a rebuild empties and fills.</summary>
    internal static IEnumerable<IEntityType> DerivedTables(IModel model) => model.GetEntityTypes().Where(e => typeof(IRow).IsAssignableFrom(e.ClrType));
}

/// <summary>One file in the data folder.</summary>
public sealed class SqliteDb(DbContextOptions<SqliteDb> options) : RegisterDb(options);

/// <summary>A PostgreSQL database; text is ordered by code point.</summary>
public sealed class PostgresDb(DbContextOptions<PostgresDb> options) : RegisterDb(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<string>().UseCollation("C");
}
