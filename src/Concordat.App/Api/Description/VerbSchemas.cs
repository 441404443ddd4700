using System.Text.Json.Nodes;

namespace Concordat.App.Api.Description;

/// <summary>Schemas of the verbs that are not about one record: judging, hand-over, Today, imports, letters.</summary>
internal static class VerbSchemas
{
    public static JsonObject All => JsonNode.Parse("{" + string.Join(",", new[] { Sameness, Lists }) + "}")!.AsObject();

    private const string Sameness = """
          "Same": { "type": "object", "additionalProperties": false, "required": ["groups", "count", "looking", "links"], "properties": {
            "groups": { "type": "array", "items": { "$ref": "#/components/schemas/SameGroup" } }, "count": { "type": "integer", "description": "Groups in all." }, "looking": { "type": "boolean", "description": "True while more may be found." }, "links": { "$ref": "#/components/schemas/Links" } } },
          "SameGroup": { "type": "object", "additionalProperties": false, "required": ["kind", "score", "why", "records", "pairs"], "description": "Records that may all be the same.", "properties": {
            "kind": { "type": "string" }, "score": { "type": "number", "description": "Of its best pair, 0 to 1." }, "why": { "type": "string" }, "records": { "type": "array", "items": { "$ref": "#/components/schemas/Head" } },
            "pairs": { "type": "array", "items": { "type": "object", "additionalProperties": false, "required": ["one", "other", "score", "why"], "properties": { "one": { "$ref": "#/components/schemas/Id" }, "other": { "$ref": "#/components/schemas/Id" }, "score": { "type": "number" }, "why": { "type": "string" } } } } } },
          "Brief": { "type": "object", "additionalProperties": false, "required": ["id", "kind", "version", "title", "href"], "properties": { "id": { "$ref": "#/components/schemas/Id" }, "kind": { "type": "string" }, "version": { "type": "integer" }, "title": { "type": "string" }, "href": { "type": "string" } } },
          "Judged": { "type": "object", "additionalProperties": false, "required": ["records"], "properties": { "records": { "type": "array", "items": { "$ref": "#/components/schemas/Brief" }, "description": "Of a merge or its undoing the survivor first." } } },
          "PartingPlan": { "type": "object", "additionalProperties": false, "required": ["survivor", "other", "contested"], "properties": {
            "survivor": { "$ref": "#/components/schemas/Brief" }, "other": { "$ref": "#/components/schemas/Brief" },
            "contested": { "type": "array", "items": { "type": "object", "additionalProperties": false, "required": ["path"], "properties": { "path": { "type": "string" }, "now": { "description": "None where it was taken away since." }, "stayed": { "description": "What the merged record had." } } } } } },
          "Merging": { "type": "object", "additionalProperties": false, "required": ["survivor", "other"], "properties": { "survivor": { "$ref": "#/components/schemas/Id" }, "other": { "$ref": "#/components/schemas/Id" }, "reason": { "type": "string", "maxLength": 2000, "description": "Needed; it is kept with both records." },
            "take": { "type": "array", "items": { "type": "string" }, "description": "Names of single values of the other one that are preferred." } } },
          "Parting": { "type": "object", "additionalProperties": false, "properties": { "reason": { "type": "string", "maxLength": 2000 }, "given": { "type": "array", "items": { "type": "string" }, "description": "Paths of contested values whose newer state goes to the merged record." } } },
          "Judging": { "type": "object", "additionalProperties": false, "required": ["records"], "properties": { "records": { "type": "array", "items": { "$ref": "#/components/schemas/Id" }, "minItems": 2, "maxItems": 6 }, "reason": { "type": "string", "maxLength": 2000 } } }
        """;

    private const string Lists = """
          "Views": { "type": "object", "additionalProperties": false, "required": ["items"], "properties": { "items": { "type": "array", "items": { "$ref": "#/components/schemas/View" } } } },
          "View": { "type": "object", "additionalProperties": false, "required": ["name", "query", "links"], "properties": { "name": { "type": "string" }, "query": { "type": "string", "description": "What stands behind the question mark of the page’s address." }, "links": { "$ref": "#/components/schemas/Links" } } },
          "KeepingView": { "type": "object", "additionalProperties": false, "required": ["name", "query"], "properties": { "name": { "type": "string", "description": "Cut to 60 characters." }, "query": { "type": "string", "maxLength": 1500, "description": "Filters and order of the list, as in its address; also columns, with commas between their names." } } },
          "SettingOfficer": { "type": "object", "additionalProperties": false, "required": ["records", "officer"], "properties": { "records": { "type": "array", "items": { "$ref": "#/components/schemas/Id" }, "maxItems": 2000 }, "officer": { "type": "string", "maxLength": 120 } } },
          "AddingReference": { "type": "object", "additionalProperties": false, "required": ["records", "number"], "properties": { "records": { "type": "array", "items": { "$ref": "#/components/schemas/Id" }, "maxItems": 2000 }, "number": { "type": "string", "maxLength": 120 }, "scheme": { "type": "string", "maxLength": 60, "description": "Whose number it is; “Our file” unless given." } } },
          "Changed": { "type": "object", "additionalProperties": false, "required": ["changed"], "properties": { "changed": { "type": "integer", "description": "How many records." } } }
        """;
}
