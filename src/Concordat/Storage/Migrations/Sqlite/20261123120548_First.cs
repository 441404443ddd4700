using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Concordat.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class First : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "absence",
                columns: table => new
                {
                    officer = table.Column<string>(type: "TEXT", nullable: false),
                    first = table.Column<long>(type: "INTEGER", nullable: false),
                    last = table.Column<long>(type: "INTEGER", nullable: false),
                    deputy = table.Column<string>(type: "TEXT", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_absence", x => new { x.officer, x.first });
                });

            migrationBuilder.CreateTable(
                name: "action",
                columns: table => new
                {
                    record = table.Column<Guid>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    sort_key = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: true),
                    body = table.Column<Guid>(type: "TEXT", nullable: true),
                    side = table.Column<Guid>(type: "TEXT", nullable: true),
                    due = table.Column<string>(type: "TEXT", nullable: true),
                    due_lo = table.Column<long>(type: "INTEGER", nullable: true),
                    due_hi = table.Column<long>(type: "INTEGER", nullable: true),
                    closed_as = table.Column<string>(type: "TEXT", nullable: true),
                    desk_officer = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_action", x => x.record);
                });

            migrationBuilder.CreateTable(
                name: "agreement",
                columns: table => new
                {
                    record = table.Column<Guid>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    sort_key = table.Column<string>(type: "TEXT", nullable: false),
                    sort = table.Column<string>(type: "TEXT", nullable: true),
                    signed = table.Column<string>(type: "TEXT", nullable: true),
                    signed_lo = table.Column<long>(type: "INTEGER", nullable: true),
                    signed_hi = table.Column<long>(type: "INTEGER", nullable: true),
                    in_force = table.Column<string>(type: "TEXT", nullable: true),
                    in_force_lo = table.Column<long>(type: "INTEGER", nullable: true),
                    ends = table.Column<string>(type: "TEXT", nullable: true),
                    ends_lo = table.Column<long>(type: "INTEGER", nullable: true),
                    ends_hi = table.Column<long>(type: "INTEGER", nullable: true),
                    goes_on = table.Column<bool>(type: "INTEGER", nullable: false),
                    ended = table.Column<bool>(type: "INTEGER", nullable: false),
                    announced = table.Column<bool>(type: "INTEGER", nullable: false),
                    file_number = table.Column<string>(type: "TEXT", nullable: true),
                    desk_officer = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_agreement", x => x.record);
                });

            migrationBuilder.CreateTable(
                name: "agreement_party",
                columns: table => new
                {
                    record = table.Column<Guid>(type: "TEXT", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    organisation = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_agreement_party", x => new { x.record, x.ordinal });
                });

            migrationBuilder.CreateTable(
                name: "apart",
                columns: table => new
                {
                    record = table.Column<Guid>(type: "TEXT", nullable: false),
                    other = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_apart", x => new { x.record, x.other });
                });

            migrationBuilder.CreateTable(
                name: "body",
                columns: table => new
                {
                    record = table.Column<Guid>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    sort_key = table.Column<string>(type: "TEXT", nullable: false),
                    acronym = table.Column<string>(type: "TEXT", nullable: true),
                    cadence = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_body", x => x.record);
                });

            migrationBuilder.CreateTable(
                name: "change",
                columns: table => new
                {
                    record = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    seq = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    actor_id = table.Column<string>(type: "TEXT", nullable: false),
                    actor_name = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    paths = table.Column<string>(type: "TEXT", nullable: false),
                    undoes = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_change", x => new { x.record, x.version });
                });

            migrationBuilder.CreateTable(
                name: "claim",
                columns: table => new
                {
                    record = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    path = table.Column<string>(type: "TEXT", nullable: false),
                    standing = table.Column<string>(type: "TEXT", nullable: false),
                    source = table.Column<Guid>(type: "TEXT", nullable: false),
                    start = table.Column<int>(type: "INTEGER", nullable: true),
                    length = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_claim", x => new { x.record, x.id });
                });

            migrationBuilder.CreateTable(
                name: "commit",
                columns: table => new
                {
                    seq = table.Column<long>(type: "INTEGER", nullable: false),
                    prev = table.Column<byte[]>(type: "BLOB", nullable: false),
                    root = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    entries = table.Column<int>(type: "INTEGER", nullable: false),
                    batch = table.Column<string>(type: "TEXT", nullable: true),
                    digest = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_commit", x => x.seq);
                });

            migrationBuilder.CreateTable(
                name: "concern",
                columns: table => new
                {
                    record = table.Column<Guid>(type: "TEXT", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    of = table.Column<Guid>(type: "TEXT", nullable: false),
                    day = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_concern", x => new { x.record, x.ordinal });
                });

            migrationBuilder.CreateTable(
                name: "correspondence",
                columns: table => new
                {
                    record = table.Column<Guid>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    sort_key = table.Column<string>(type: "TEXT", nullable: false),
                    direction = table.Column<string>(type: "TEXT", nullable: false),
                    sort = table.Column<string>(type: "TEXT", nullable: true),
                    other = table.Column<Guid>(type: "TEXT", nullable: true),
                    other_person = table.Column<Guid>(type: "TEXT", nullable: true),
                    own = table.Column<Guid>(type: "TEXT", nullable: true),
                    sent = table.Column<string>(type: "TEXT", nullable: true),
                    received = table.Column<string>(type: "TEXT", nullable: true),
                    day = table.Column<long>(type: "INTEGER", nullable: false),
                    reply_due = table.Column<string>(type: "TEXT", nullable: true),
                    reply_due_lo = table.Column<long>(type: "INTEGER", nullable: true),
                    reply_due_hi = table.Column<long>(type: "INTEGER", nullable: true),
                    replies_to = table.Column<Guid>(type: "TEXT", nullable: true),
                    reminds_of = table.Column<Guid>(type: "TEXT", nullable: true),
                    desk_officer = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_correspondence", x => x.record);
                });

            migrationBuilder.CreateTable(
                name: "deadline",
                columns: table => new
                {
                    record = table.Column<Guid>(type: "TEXT", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    sort = table.Column<string>(type: "TEXT", nullable: false),
                    lo = table.Column<long>(type: "INTEGER", nullable: false),
                    hi = table.Column<long>(type: "INTEGER", nullable: false),
                    wide = table.Column<int>(type: "INTEGER", nullable: false),
                    certain = table.Column<bool>(type: "INTEGER", nullable: false),
                    desk_officer = table.Column<string>(type: "TEXT", nullable: true),
                    assumed = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_deadline", x => new { x.record, x.ordinal });
                });

            migrationBuilder.CreateTable(
                name: "document",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    content = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_document", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "entry",
                columns: table => new
                {
                    seq = table.Column<long>(type: "INTEGER", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    record = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    salt = table.Column<byte[]>(type: "BLOB", nullable: true),
                    content = table.Column<byte[]>(type: "BLOB", nullable: true),
                    digest = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_entry", x => new { x.seq, x.ordinal });
                });

            migrationBuilder.CreateTable(
                name: "headline",
                columns: table => new
                {
                    record = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    detail = table.Column<string>(type: "TEXT", nullable: false),
                    sort_key = table.Column<string>(type: "TEXT", nullable: false),
                    label = table.Column<string>(type: "TEXT", nullable: false),
                    desk_officer = table.Column<string>(type: "TEXT", nullable: true),
                    deputy = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_headline", x => x.record);
                });

            migrationBuilder.CreateTable(
                name: "intake",
                columns: table => new
                {
                    source = table.Column<Guid>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_intake", x => x.source);
                });

            migrationBuilder.CreateTable(
                name: "known",
                columns: table => new
                {
                    record = table.Column<Guid>(type: "TEXT", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    sort = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_known", x => new { x.record, x.ordinal });
                });

            migrationBuilder.CreateTable(
                name: "link",
                columns: table => new
                {
                    record = table.Column<Guid>(type: "TEXT", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    path = table.Column<string>(type: "TEXT", nullable: false),
                    field = table.Column<string>(type: "TEXT", nullable: false),
                    target = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_link", x => new { x.record, x.ordinal });
                });

            migrationBuilder.CreateTable(
                name: "meeting",
                columns: table => new
                {
                    record = table.Column<Guid>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    sort_key = table.Column<string>(type: "TEXT", nullable: false),
                    sort = table.Column<string>(type: "TEXT", nullable: true),
                    body = table.Column<Guid>(type: "TEXT", nullable: true),
                    number = table.Column<int>(type: "INTEGER", nullable: true),
                    dates = table.Column<string>(type: "TEXT", nullable: true),
                    start_lo = table.Column<long>(type: "INTEGER", nullable: true),
                    end_hi = table.Column<long>(type: "INTEGER", nullable: true),
                    place = table.Column<string>(type: "TEXT", nullable: true),
                    host = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_meeting", x => x.record);
                });

            migrationBuilder.CreateTable(
                name: "organisation",
                columns: table => new
                {
                    record = table.Column<Guid>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    sort_key = table.Column<string>(type: "TEXT", nullable: false),
                    acronym = table.Column<string>(type: "TEXT", nullable: true),
                    sort = table.Column<string>(type: "TEXT", nullable: true),
                    country = table.Column<string>(type: "TEXT", nullable: true),
                    place = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_organisation", x => x.record);
                });

            migrationBuilder.CreateTable(
                name: "person",
                columns: table => new
                {
                    record = table.Column<Guid>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    sort_key = table.Column<string>(type: "TEXT", nullable: false),
                    honorific = table.Column<string>(type: "TEXT", nullable: true),
                    role = table.Column<string>(type: "TEXT", nullable: true),
                    organisation = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_person", x => x.record);
                });

            migrationBuilder.CreateTable(
                name: "put_off",
                columns: table => new
                {
                    person = table.Column<string>(type: "TEXT", nullable: false),
                    matter = table.Column<string>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_put_off", x => new { x.person, x.matter });
                });

            migrationBuilder.CreateTable(
                name: "reading",
                columns: table => new
                {
                    source = table.Column<Guid>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reading", x => x.source);
                });

            migrationBuilder.CreateTable(
                name: "redirect",
                columns: table => new
                {
                    record = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    target = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_redirect", x => x.record);
                });

            migrationBuilder.CreateTable(
                name: "same_later",
                columns: table => new
                {
                    one = table.Column<Guid>(type: "TEXT", nullable: false),
                    other = table.Column<Guid>(type: "TEXT", nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_same_later", x => new { x.one, x.other });
                });

            migrationBuilder.CreateTable(
                name: "saved_view",
                columns: table => new
                {
                    person = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    query = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_saved_view", x => new { x.person, x.kind, x.name });
                });

            migrationBuilder.CreateTable(
                name: "setting",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_setting", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "source",
                columns: table => new
                {
                    record = table.Column<Guid>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    sort_key = table.Column<string>(type: "TEXT", nullable: false),
                    digest = table.Column<string>(type: "TEXT", nullable: false),
                    sort = table.Column<string>(type: "TEXT", nullable: true),
                    outlet = table.Column<string>(type: "TEXT", nullable: true),
                    published = table.Column<string>(type: "TEXT", nullable: true),
                    published_hi = table.Column<long>(type: "INTEGER", nullable: true),
                    media_type = table.Column<string>(type: "TEXT", nullable: true),
                    size = table.Column<int>(type: "INTEGER", nullable: false),
                    near_copy_of = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_source", x => x.record);
                });

            migrationBuilder.CreateTable(
                name: "source_band",
                columns: table => new
                {
                    record = table.Column<Guid>(type: "TEXT", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_source_band", x => new { x.record, x.ordinal });
                });

            migrationBuilder.CreateTable(
                name: "state_span",
                columns: table => new
                {
                    record = table.Column<Guid>(type: "TEXT", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    shown = table.Column<bool>(type: "INTEGER", nullable: false),
                    certain = table.Column<bool>(type: "INTEGER", nullable: false),
                    from_day = table.Column<long>(type: "INTEGER", nullable: false),
                    to_day = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_state_span", x => new { x.record, x.ordinal });
                });

            migrationBuilder.CreateIndex(
                name: "IX_absence_last",
                table: "absence",
                column: "last");

            migrationBuilder.CreateIndex(
                name: "IX_action_closed_as_due_lo_record",
                table: "action",
                columns: new[] { "closed_as", "due_lo", "record" });

            migrationBuilder.CreateIndex(
                name: "IX_agreement_desk_officer",
                table: "agreement",
                column: "desk_officer");

            migrationBuilder.CreateIndex(
                name: "IX_agreement_ends_lo_record",
                table: "agreement",
                columns: new[] { "ends_lo", "record" });

            migrationBuilder.CreateIndex(
                name: "IX_agreement_signed_hi_record",
                table: "agreement",
                columns: new[] { "signed_hi", "record" });

            migrationBuilder.CreateIndex(
                name: "IX_agreement_sort_key_record",
                table: "agreement",
                columns: new[] { "sort_key", "record" });

            migrationBuilder.CreateIndex(
                name: "IX_agreement_party_organisation",
                table: "agreement_party",
                column: "organisation");

            migrationBuilder.CreateIndex(
                name: "IX_body_sort_key_record",
                table: "body",
                columns: new[] { "sort_key", "record" });

            migrationBuilder.CreateIndex(
                name: "IX_change_seq",
                table: "change",
                column: "seq");

            migrationBuilder.CreateIndex(
                name: "IX_claim_source",
                table: "claim",
                column: "source");

            migrationBuilder.CreateIndex(
                name: "IX_claim_standing_record",
                table: "claim",
                columns: new[] { "standing", "record" });

            migrationBuilder.CreateIndex(
                name: "IX_commit_batch",
                table: "commit",
                column: "batch");

            migrationBuilder.CreateIndex(
                name: "IX_concern_of_day_record",
                table: "concern",
                columns: new[] { "of", "day", "record" });

            migrationBuilder.CreateIndex(
                name: "IX_correspondence_day_record",
                table: "correspondence",
                columns: new[] { "day", "record" });

            migrationBuilder.CreateIndex(
                name: "IX_correspondence_desk_officer_day",
                table: "correspondence",
                columns: new[] { "desk_officer", "day" });

            migrationBuilder.CreateIndex(
                name: "IX_correspondence_direction_reply_due_lo_record",
                table: "correspondence",
                columns: new[] { "direction", "reply_due_lo", "record" });

            migrationBuilder.CreateIndex(
                name: "IX_correspondence_reminds_of",
                table: "correspondence",
                column: "reminds_of");

            migrationBuilder.CreateIndex(
                name: "IX_correspondence_replies_to",
                table: "correspondence",
                column: "replies_to");

            migrationBuilder.CreateIndex(
                name: "IX_deadline_desk_officer_lo_record",
                table: "deadline",
                columns: new[] { "desk_officer", "lo", "record" });

            migrationBuilder.CreateIndex(
                name: "IX_deadline_lo_record",
                table: "deadline",
                columns: new[] { "lo", "record" });

            migrationBuilder.CreateIndex(
                name: "IX_deadline_wide_lo_record",
                table: "deadline",
                columns: new[] { "wide", "lo", "record" });

            migrationBuilder.CreateIndex(
                name: "IX_entry_record_version",
                table: "entry",
                columns: new[] { "record", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_headline_desk_officer",
                table: "headline",
                column: "desk_officer");

            migrationBuilder.CreateIndex(
                name: "IX_headline_kind_sort_key_record",
                table: "headline",
                columns: new[] { "kind", "sort_key", "record" });

            migrationBuilder.CreateIndex(
                name: "IX_intake_state_at",
                table: "intake",
                columns: new[] { "state", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_known_key_kind",
                table: "known",
                columns: new[] { "key", "kind" });

            migrationBuilder.CreateIndex(
                name: "IX_link_target_field",
                table: "link",
                columns: new[] { "target", "field" });

            migrationBuilder.CreateIndex(
                name: "IX_meeting_body_number",
                table: "meeting",
                columns: new[] { "body", "number" });

            migrationBuilder.CreateIndex(
                name: "IX_meeting_start_lo_record",
                table: "meeting",
                columns: new[] { "start_lo", "record" });

            migrationBuilder.CreateIndex(
                name: "IX_organisation_country",
                table: "organisation",
                column: "country");

            migrationBuilder.CreateIndex(
                name: "IX_organisation_sort_key_record",
                table: "organisation",
                columns: new[] { "sort_key", "record" });

            migrationBuilder.CreateIndex(
                name: "IX_person_sort_key_record",
                table: "person",
                columns: new[] { "sort_key", "record" });

            migrationBuilder.CreateIndex(
                name: "IX_reading_state_at",
                table: "reading",
                columns: new[] { "state", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_redirect_target",
                table: "redirect",
                column: "target");

            migrationBuilder.CreateIndex(
                name: "IX_source_digest",
                table: "source",
                column: "digest");

            migrationBuilder.CreateIndex(
                name: "IX_source_published_hi_record",
                table: "source",
                columns: new[] { "published_hi", "record" });

            migrationBuilder.CreateIndex(
                name: "IX_source_band_key",
                table: "source_band",
                column: "key");

            migrationBuilder.CreateIndex(
                name: "IX_state_span_state_from_day",
                table: "state_span",
                columns: new[] { "state", "from_day" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "absence");

            migrationBuilder.DropTable(
                name: "action");

            migrationBuilder.DropTable(
                name: "agreement");

            migrationBuilder.DropTable(
                name: "agreement_party");

            migrationBuilder.DropTable(
                name: "apart");

            migrationBuilder.DropTable(
                name: "body");

            migrationBuilder.DropTable(
                name: "change");

            migrationBuilder.DropTable(
                name: "claim");

            migrationBuilder.DropTable(
                name: "commit");

            migrationBuilder.DropTable(
                name: "concern");

            migrationBuilder.DropTable(
                name: "correspondence");

            migrationBuilder.DropTable(
                name: "deadline");

            migrationBuilder.DropTable(
                name: "document");

            migrationBuilder.DropTable(
                name: "entry");

            migrationBuilder.DropTable(
                name: "headline");

            migrationBuilder.DropTable(
                name: "intake");

            migrationBuilder.DropTable(
                name: "known");

            migrationBuilder.DropTable(
                name: "link");

            migrationBuilder.DropTable(
                name: "meeting");

            migrationBuilder.DropTable(
                name: "organisation");

            migrationBuilder.DropTable(
                name: "person");

            migrationBuilder.DropTable(
                name: "put_off");

            migrationBuilder.DropTable(
                name: "reading");

            migrationBuilder.DropTable(
                name: "redirect");

            migrationBuilder.DropTable(
                name: "same_later");

            migrationBuilder.DropTable(
                name: "saved_view");

            migrationBuilder.DropTable(
                name: "setting");

            migrationBuilder.DropTable(
                name: "source");

            migrationBuilder.DropTable(
                name: "source_band");

            migrationBuilder.DropTable(
                name: "state_span");
        }
    }
}
