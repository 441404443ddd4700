using System.Collections.Immutable;
using Concordat.Agreements.Terms;
using Concordat.Organisations;

namespace Concordat.Agreements;

internal static class AgreementFields
{
    public static ImmutableArray<Field> All() => [.. What(), .. Dates(), .. TermFields.All(), .. Relations(), .. Office()];

    private static ImmutableArray<Field> What() =>
    [
        new("title", "Title") { Required = true },
        new("agreementSort", "Kind", FieldType.Choice) { Choices = AgreementKind.Sorts },
        new("parties", "Partners", FieldType.List)
        {
            Items =
            [
                new("organisation", "Partner", FieldType.Record) { Required = true, Refers = [OrganisationKind.Name], Inverse = "Agreements" },
                new("side", "Side") { MaxLength = 80 },
            ],
        },
        new("subject", "Subject", FieldType.LongText) { MaxLength = 2000 },
    ];

    private static ImmutableArray<Field> Dates() =>
    [
        new("signed", "Signed", FieldType.When), new("inForce", "In force from", FieldType.When), new("ends", "Ends", FieldType.When),
        new("statedTerm", "Term as stated") { MaxLength = 200 },
        new("statedStatus", "Status as stated") { MaxLength = 120, Hint = "What a table or letter says; the state itself is computed from the dates." },
        new("place", "Signed at") { MaxLength = 160 },
        new("events", "Events", FieldType.List)
        {
            Items =
            [
                new("sort", "Event", FieldType.Choice) { Required = true, Choices = AgreementKind.EventSorts },
                new("on", "On", FieldType.When), new("to", "New last day", FieldType.When), new("note", "Note") { MaxLength = 600 },
            ],
        },
        new("signatures", "Signed by", FieldType.List)
        {
            Items =
            [
                new("person", "Person", FieldType.Record) { Required = true, Refers = ["person"], Inverse = "Signed" },
                new("organisation", "For", FieldType.Record) { Refers = [OrganisationKind.Name], Inverse = "Agreements signed for it" },
                new("capacity", "Capacity"), new("on", "On", FieldType.When), new("place", "Place") { MaxLength = 160 },
            ],
        },
    ];

    private static ImmutableArray<Field> Relations() =>
    [
        new("under", "Under", FieldType.Record) { Refers = [AgreementKind.Name], Inverse = "Agreements under it", Tree = true, Hint = "Legal parent: its terms are inherited." },
        new("guidedBy", "Guided by", FieldType.List)
        {
            Hint = "Political: nothing is inherited.",
            Items = [new("target", "Agreement", FieldType.Record) { Required = true, Refers = [AgreementKind.Name], Inverse = "Guides" }],
        },
        new("texts", "Texts", FieldType.List)
        {
            Items =
            [
                new("source", "Document", FieldType.Record) { Required = true, Refers = ["source"], Inverse = "Text of" }, new("role", "What it is") { MaxLength = 80 },
            ],
        },
    ];

    private static ImmutableArray<Field> Office() =>
    [
        new("references", "File numbers", FieldType.List)
        {
            Items = [new("scheme", "Whose") { Required = true, MaxLength = 60 }, new("text", "Number") { Required = true, MaxLength = 120 }],
        },
        new("deskOfficer", "Desk officer") { MaxLength = 120 }, new("unit", "Unit") { MaxLength = 120 }, new("deputy", "Deputy") { MaxLength = 120 },
        new("note", "Note", FieldType.LongText) { MaxLength = 4000 },
    ];
}
