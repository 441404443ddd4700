using System.Collections.Immutable;
using Concordat.Agreements;
using Concordat.Organisations;

namespace Concordat.Import.Mappings;

/// <summary>How the words of a cell become a value.</summary>
public enum TargetSort
{
    Text, Date,
    /// <summary>The end of a term: a day, or "5 years from signing".</summary>
    End,
    /// <summary>A word of a fixed list.</summary>
    Choice,
    Country,
    /// <summary>One or several organisations.</summary>
    Partners,
    /// <summary>A number under which the record is known.</summary>
    Number,
    /// <summary>One or several further names.</summary>
    Names,
    /// <summary>Organisations of which it is a part.</summary>
    Parents,
    /// <summary>The id of a record of the register, as exports have it.</summary>
    Record,
}

/// <summary>What a column can be mapped to.</summary>
/// <param name="Name">As mappings write it.</param>
/// <param name="Field">The field of the record that takes the value; null where it is none of its own.</param>
/// <param name="Words">Header words that propose it, folded; the longest that fits wins.</param>
public sealed record Target(string Name, string Label, TargetSort Sort, string? Field, string Words)
{
    /// <summary>True where several columns may be mapped to it.</summary>
    public bool Many { get; init; }

    /// <summary>True where a date word may stand in the cell.</summary>
    public bool IsDate => Sort is TargetSort.Date or TargetSort.End;
}

/// <summary>The kinds of record that tables bring, with what their columns can be mapped to.</summary>
public static class Targets
{
    /// <summary>In the order in which a form offers them.</summary>
    public static ImmutableArray<Target> Agreement { get; } =
    [
        new("title", "Title", TargetSort.Text, "title", "title|name|name of agreement|agreement|agreement title|treaty name|document name|documentname|common name|mou title|subject of mou|title of agreement|instrument|name of the mou|description of agreement"),
        new("kind", "Kind", TargetSort.Choice, "agreementSort", "kind|type|type of agreement|agreement type|document type|doctype|typeagree|category|instrument type|agreement type level 2|nature of agreement"),
        new("partners", "Partners", TargetSort.Partners, "parties", "partners|partner|parties|party|signatories|membership|members|partner institution|partner organisation|institution|institutions|organisation|organisations|collaborator|collaborators|foreign partner|other party|counterpart|participants|agency|country name") { Many = true },
        new("country", "Country of the partner", TargetSort.Country, null, "country|partner country|nation|country of partner|state"),
        new("signed", "Signed", TargetSort.Date, "signed", "signed|date signed|signature|signature date|date of signature|date of signing|signed on|signing date|signed date|datesigned|date of mou|concluded|date"),
        new("inForce", "In force from", TargetSort.Date, "inForce", "in force|in force from|force|entry into force|date of entry into force|entry into force date|effective|effective date|effective from|start|start date|begin|valid from|from|commencement|date iea entered into force"),
        new("ends", "Ends", TargetSort.End, "ends", "ends|end|end date|expiry|expiry date|expires|expiration|expiration date|valid till|valid until|valid upto|valid up to|validity|valid to|term|duration|till|until|period|period of validity|to"),
        new("terminated", "Terminated on", TargetSort.Date, null, "terminated|terminated date|termination|termination date|date of termination|denounced|withdrawn|withdrawn date"),
        new("place", "Signed at", TargetSort.Text, "place", "place|signed at|signed place|place of signature|location|locationsigned|location signed|venue"),
        new("status", "Status, as the table states it", TargetSort.Text, "statedStatus", "status|state|current status|in force status|present status|remarks on status|active"),
        new("fileNumber", "File number", TargetSort.Number, "references", "file number|file no|file|file ref|file reference|our file|our reference|reference|reference no|reference number|ref|ref no|mou no|agreement no|agreement number|number|no"),
        new("number", "Another number", TargetSort.Number, "references", "partner reference|their reference|their ref|treaty series|references|un registration|registration number|registration no") { Many = true },
        new("key", "The row’s own key", TargetSort.Number, "references", "id|key|row id|unique id|identifier|uuid|record id|entry id|serial|sr no|s no|sl no|iea|iea click for add l info|tfddid|primarytfddid|fcdo id"),
        new("deskOfficer", "Desk officer", TargetSort.Text, "deskOfficer", "desk officer|officer|officer in charge|responsible|responsible officer|responsible person|handled by|owner|contact|contact person|nodal officer|coordinator|dealing officer"),
        new("unit", "Unit", TargetSort.Text, "unit", "unit|department|division|directorate|section|office"),
        new("subject", "Subject", TargetSort.Text, "subject", "subject|subject matter|topic|area|areas|field|field of cooperation|areas of cooperation|scope|purpose|theme|technology area|typesubject"),
        new("note", "Note", TargetSort.Text, "note", "note|notes|remark|remarks|comment|comments|observations|additional comments"),
        new("record", "Record in Concordat", TargetSort.Record, null, "record|concordat|concordat record"),
    ];

    public static ImmutableArray<Target> Organisation { get; } =
    [
        new("name", "Name", TargetSort.Text, "names", "name|title|organisation|institution|organisation name|institution name|full name|partner"),
        new("otherNames", "Other names", TargetSort.Names, "names", "aliases|alias|other names|other name|also known as|aka|labels|former names|former name|name in original language|local name") { Many = true },
        new("acronym", "Acronym", TargetSort.Text, "acronym", "acronym|acronyms|short name|abbreviation|short form|abbr"),
        new("kind", "Kind", TargetSort.Choice, "organisationSort", "kind|type|types|category|organisation type"),
        new("country", "Country", TargetSort.Country, "country", "country|country code|country country code|nation|state|alpha two code"),
        new("place", "Place", TargetSort.Text, "place", "place|city|town|location|address"),
        new("parents", "Part of", TargetSort.Parents, "parents", "part of|parent|parents|parent organisation|parent institution|belongs to|under|relationships|ministry") { Many = true },
        new("identifier", "Identifier", TargetSort.Number, "identifiers", "id|identifier|ror|ror id|isni|wikidata|grid|fundref|external ids isni|external ids wikidata|external ids grid|external ids fundref|key") { Many = true },
        new("website", "Website", TargetSort.Text, "website", "website|web page|web pages|homepage|url|web|links|link"),
        new("deskOfficer", "Desk officer", TargetSort.Text, "deskOfficer", "desk officer|officer|contact|contact person|responsible"),
        new("note", "Note", TargetSort.Text, "note", "note|notes|remark|remarks|comment|comments"),
        new("record", "Record in Concordat", TargetSort.Record, null, "record|concordat|concordat record"),
    ];

    /// <param name="kind"><c>agreement</c> or <c>organisation</c>.</param>
    public static ImmutableArray<Target> Of(string kind) => kind == OrganisationKind.Name ? Organisation : Agreement;

    public static Target? Find(string kind, string name) => Of(kind).FirstOrDefault(t => t.Name == name);

    /// <summary>What a record cannot be made without.</summary>
    public static Target Title(string kind) => Of(kind)[0];

    public static bool IsKind(string kind) => kind is AgreementKind.Name or OrganisationKind.Name;
}
