using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Concordat.Storage.Migrations.Postgres
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
                    officer = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    first = table.Column<long>(type: "bigint", nullable: false),
                    last = table.Column<long>(type: "bigint", nullable: false),
                    deputy = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    note = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_absence", x => new { x.officer, x.first });
                });

            migrationBuilder.CreateTable(
                name: "action",
                columns: table => new
                {
                    record = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    sort_key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    number = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    body = table.Column<Guid>(type: "uuid", nullable: true),
                    side = table.Column<Guid>(type: "uuid", nullable: true),
                    due = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    due_lo = table.Column<long>(type: "bigint", nullable: true),
                    due_hi = table.Column<long>(type: "bigint", nullable: true),
                    closed_as = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    desk_officer = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_action", x => x.record);
                });

            migrationBuilder.CreateTable(
                name: "agreement",
                columns: table => new
                {
                    record = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    sort_key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    sort = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    signed = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    signed_lo = table.Column<long>(type: "bigint", nullable: true),
                    signed_hi = table.Column<long>(type: "bigint", nullable: true),
                    in_force = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    in_force_lo = table.Column<long>(type: "bigint", nullable: true),
                    ends = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ends_lo = table.Column<long>(type: "bigint", nullable: true),
                    ends_hi = table.Column<long>(type: "bigint", nullable: true),
                    goes_on = table.Column<bool>(type: "boolean", nullable: false),
                    ended = table.Column<bool>(type: "boolean", nullable: false),
                    announced = table.Column<bool>(type: "boolean", nullable: false),
                    file_number = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    desk_officer = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_agreement", x => x.record);
                });

            migrationBuilder.CreateTable(
                name: "agreement_party",
                columns: table => new
                {
                    record = table.Column<Guid>(type: "uuid", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    organisation = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_agreement_party", x => new { x.record, x.ordinal });
                });

            migrationBuilder.CreateTable(
                name: "apart",
                columns: table => new
                {
                    record = table.Column<Guid>(type: "uuid", nullable: false),
                    other = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_apart", x => new { x.record, x.other });
                });

            migrationBuilder.CreateTable(
                name: "body",
                columns: table => new
                {
                    record = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    sort_key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    acronym = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    cadence = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_body", x => x.record);
                });

            migrationBuilder.CreateTable(
                name: "change",
                columns: table => new
                {
                    record = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    actor_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    actor_name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    reason = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    paths = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    undoes = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_change", x => new { x.record, x.version });
                });

            migrationBuilder.CreateTable(
                name: "claim",
                columns: table => new
                {
                    record = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    path = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    standing = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    source = table.Column<Guid>(type: "uuid", nullable: false),
                    start = table.Column<int>(type: "integer", nullable: true),
                    length = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_claim", x => new { x.record, x.id });
                });

            migrationBuilder.CreateTable(
                name: "commit",
                columns: table => new
                {
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    prev = table.Column<byte[]>(type: "bytea", nullable: false),
                    root = table.Column<byte[]>(type: "bytea", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    entries = table.Column<int>(type: "integer", nullable: false),
                    batch = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    digest = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_commit", x => x.seq);
                });

            migrationBuilder.CreateTable(
                name: "concern",
                columns: table => new
                {
                    record = table.Column<Guid>(type: "uuid", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    of = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_concern", x => new { x.record, x.ordinal });
                });

            migrationBuilder.CreateTable(
                name: "correspondence",
                columns: table => new
                {
                    record = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    sort_key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    direction = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    sort = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    other = table.Column<Guid>(type: "uuid", nullable: true),
                    other_person = table.Column<Guid>(type: "uuid", nullable: true),
                    own = table.Column<Guid>(type: "uuid", nullable: true),
                    sent = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    received = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    day = table.Column<long>(type: "bigint", nullable: false),
                    reply_due = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    reply_due_lo = table.Column<long>(type: "bigint", nullable: true),
                    reply_due_hi = table.Column<long>(type: "bigint", nullable: true),
                    replies_to = table.Column<Guid>(type: "uuid", nullable: true),
                    reminds_of = table.Column<Guid>(type: "uuid", nullable: true),
                    desk_officer = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_correspondence", x => x.record);
                });

            migrationBuilder.CreateTable(
                name: "deadline",
                columns: table => new
                {
                    record = table.Column<Guid>(type: "uuid", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    sort = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    lo = table.Column<long>(type: "bigint", nullable: false),
                    hi = table.Column<long>(type: "bigint", nullable: false),
                    wide = table.Column<int>(type: "integer", nullable: false),
                    certain = table.Column<bool>(type: "boolean", nullable: false),
                    desk_officer = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    assumed = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_deadline", x => new { x.record, x.ordinal });
                });

            migrationBuilder.CreateTable(
                name: "document",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    version = table.Column<int>(type: "integer", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_document", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "entry",
                columns: table => new
                {
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    record = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", nullable: true),
                    content = table.Column<byte[]>(type: "bytea", nullable: true),
                    digest = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_entry", x => new { x.seq, x.ordinal });
                });

            migrationBuilder.CreateTable(
                name: "headline",
                columns: table => new
                {
                    record = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    title = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    detail = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    sort_key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    label = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    desk_officer = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    deputy = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_headline", x => x.record);
                });

            migrationBuilder.CreateTable(
                name: "intake",
                columns: table => new
                {
                    source = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    state = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_intake", x => x.source);
                });

            migrationBuilder.CreateTable(
                name: "known",
                columns: table => new
                {
                    record = table.Column<Guid>(type: "uuid", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    sort = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_known", x => new { x.record, x.ordinal });
                });

            migrationBuilder.CreateTable(
                name: "link",
                columns: table => new
                {
                    record = table.Column<Guid>(type: "uuid", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    path = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    field = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    target = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_link", x => new { x.record, x.ordinal });
                });

            migrationBuilder.CreateTable(
                name: "meeting",
                columns: table => new
                {
                    record = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    sort_key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    sort = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    body = table.Column<Guid>(type: "uuid", nullable: true),
                    number = table.Column<int>(type: "integer", nullable: true),
                    dates = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    start_lo = table.Column<long>(type: "bigint", nullable: true),
                    end_hi = table.Column<long>(type: "bigint", nullable: true),
                    place = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    host = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_meeting", x => x.record);
                });

            migrationBuilder.CreateTable(
                name: "organisation",
                columns: table => new
                {
                    record = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    sort_key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    acronym = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    sort = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    country = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    place = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_organisation", x => x.record);
                });

            migrationBuilder.CreateTable(
                name: "person",
                columns: table => new
                {
                    record = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    sort_key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    honorific = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    role = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    organisation = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_person", x => x.record);
                });

            migrationBuilder.CreateTable(
                name: "put_off",
                columns: table => new
                {
                    person = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    matter = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    title = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    until = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_put_off", x => new { x.person, x.matter });
                });

            migrationBuilder.CreateTable(
                name: "reading",
                columns: table => new
                {
                    source = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    note = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reading", x => x.source);
                });

            migrationBuilder.CreateTable(
                name: "redirect",
                columns: table => new
                {
                    record = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    target = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_redirect", x => x.record);
                });

            migrationBuilder.CreateTable(
                name: "same_later",
                columns: table => new
                {
                    one = table.Column<Guid>(type: "uuid", nullable: false),
                    other = table.Column<Guid>(type: "uuid", nullable: false),
                    until = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_same_later", x => new { x.one, x.other });
                });

            migrationBuilder.CreateTable(
                name: "saved_view",
                columns: table => new
                {
                    person = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    query = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_saved_view", x => new { x.person, x.kind, x.name });
                });

            migrationBuilder.CreateTable(
                name: "setting",
                columns: table => new
                {
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    value = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_setting", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "source",
                columns: table => new
                {
                    record = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    sort_key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    digest = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    sort = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    outlet = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    published = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    published_hi = table.Column<long>(type: "bigint", nullable: true),
                    media_type = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    size = table.Column<int>(type: "integer", nullable: false),
                    near_copy_of = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_source", x => x.record);
                });

            migrationBuilder.CreateTable(
                name: "source_band",
                columns: table => new
                {
                    record = table.Column<Guid>(type: "uuid", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_source_band", x => new { x.record, x.ordinal });
                });

            migrationBuilder.CreateTable(
                name: "state_span",
                columns: table => new
                {
                    record = table.Column<Guid>(type: "uuid", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    reason = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    shown = table.Column<bool>(type: "boolean", nullable: false),
                    certain = table.Column<bool>(type: "boolean", nullable: false),
                    from_day = table.Column<long>(type: "bigint", nullable: false),
                    to_day = table.Column<long>(type: "bigint", nullable: false)
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
