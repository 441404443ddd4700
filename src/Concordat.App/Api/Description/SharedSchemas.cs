using System.Text.Json.Nodes;

namespace Concordat.App.Api.Description;

/// <summary>Schemas that are the same for every kind of record.</summary>
internal static class SharedSchemas
{
    public static JsonObject All => JsonNode.Parse(Reading + Writing)!.AsObject();

    private const string Reading = """
        {
          "Id": { "type": "string", "format": "uuid" },
          "Links": { "type": "object", "description": "Addresses by what they lead to.", "additionalProperties": { "type": "string" } },
          "By": { "type": "object", "additionalProperties": false, "required": ["id", "name"], "properties": { "id": { "type": "string" }, "name": { "type": "string" } } },
          "Time": { "type": "string", "format": "date-time", "description": "UTC, to the microsecond." },
          "Paths": { "type": "array", "items": { "type": "string" }, "description": "Changed paths: property names and ids of elements, never an index." },
          "Standing": { "type": "string", "enum": ["held", "rival", "preferred", "set-aside"], "description": "Whether the record holds what the source says." },
          "Citation": { "type": "object", "additionalProperties": false, "required": ["source"], "description": "Where a source says it. Places are UTF-16 units of the text.", "properties": {
            "source": { "$ref": "#/components/schemas/Id" }, "text": { "type": "string", "description": "SHA-256 of the text." }, "start": { "type": "integer" }, "length": { "type": "integer" },
            "quote": { "type": "string" }, "page": { "type": "integer" }, "rectangle": { "type": "string", "description": "x y width height, in thousandths of the page." }, "rule": { "type": "string" } } },
          "Claim": { "type": "object", "additionalProperties": false, "required": ["id", "path", "value", "standing", "citation", "label", "by", "at"], "properties": {
            "id": { "$ref": "#/components/schemas/Id" }, "path": { "type": "string" }, "value": { "type": ["string", "integer", "boolean"] }, "standing": { "$ref": "#/components/schemas/Standing" }, "citation": { "$ref": "#/components/schemas/Citation" },
            "label": { "type": "string" }, "by": { "$ref": "#/components/schemas/By" }, "at": { "$ref": "#/components/schemas/Time" }, "reason": { "type": "string" } } },
          "Absorbed": { "type": "object", "additionalProperties": false, "required": ["id", "title", "known", "matched"], "description": "A record that was merged into this one.", "properties": {
            "id": { "$ref": "#/components/schemas/Id" }, "title": { "type": "string" }, "known": { "type": "array", "items": { "type": "object" }, "description": "Names and numbers that only it had." },
            "matched": { "type": "array", "items": { "type": "object" }, "description": "Elements of its lists that have another id here." } } },
          "Apart": { "type": "object", "additionalProperties": false, "required": ["id"], "description": "A record that a person judged to be another.", "properties": { "id": { "$ref": "#/components/schemas/Id" } } },
          "Head": { "type": "object", "additionalProperties": false, "required": ["id", "kind", "title", "detail", "href"], "properties": { "id": { "$ref": "#/components/schemas/Id" }, "kind": { "type": "string" }, "title": { "type": "string" }, "detail": { "type": "string" }, "href": { "type": "string" } } },
          "List": { "type": "object", "additionalProperties": false, "required": ["items", "links"], "properties": { "items": { "type": "array", "items": { "$ref": "#/components/schemas/ListItem" } }, "links": { "$ref": "#/components/schemas/Links" } } },
          "ListItem": { "type": "object", "additionalProperties": false, "required": ["id", "kind", "title", "href", "columns"], "properties": {
            "id": { "$ref": "#/components/schemas/Id" }, "kind": { "type": "string" }, "title": { "type": "string" }, "href": { "type": "string" },
            "columns": { "type": "object", "additionalProperties": { "type": "string" }, "description": "In words, by the heads of the page's columns." }, "version": { "type": "integer" }, "values": { "type": "object", "description": "As in the record." } } },
          "Entry": { "type": "object", "additionalProperties": false, "required": ["version", "seq", "at", "by", "paths"], "properties": {
            "version": { "type": "integer" }, "seq": { "type": "integer", "format": "int64", "description": "Number of the commit." }, "at": { "$ref": "#/components/schemas/Time" }, "by": { "$ref": "#/components/schemas/By" },
            "reason": { "type": "string" }, "undoes": { "type": "integer" }, "paths": { "$ref": "#/components/schemas/Paths" } } },
          "History": { "type": "object", "additionalProperties": false, "required": ["items", "links"], "properties": { "items": { "type": "array", "items": { "$ref": "#/components/schemas/Entry" } }, "links": { "$ref": "#/components/schemas/Links" } } },
          "Shown": { "type": "object", "additionalProperties": false, "required": ["id", "kind", "version", "title", "detail", "fields", "footnotes", "relations", "witnesses", "conflicts", "links"], "properties": {
            "id": { "$ref": "#/components/schemas/Id" }, "kind": { "type": "string" }, "version": { "type": "integer" }, "title": { "type": "string" }, "detail": { "type": "string" }, "withdrawn": { "type": "boolean" }, "mergedInto": { "$ref": "#/components/schemas/Id" }, "knownOn": { "type": "string", "format": "date" },
            "fields": { "type": "array", "items": { "type": "object", "additionalProperties": false, "required": ["name", "label", "values"], "properties": { "name": { "type": "string" }, "label": { "type": "string" }, "values": { "type": "array", "items": { "$ref": "#/components/schemas/ShownValue" } } } } },
            "footnotes": { "type": "array", "items": { "$ref": "#/components/schemas/Footnote" } },
            "relations": { "type": "array", "items": { "type": "object", "additionalProperties": false, "required": ["label", "records", "more"], "properties": { "label": { "type": "string" }, "records": { "type": "array", "items": { "$ref": "#/components/schemas/Head" } }, "more": { "type": "boolean" } } } },
            "witnesses": { "type": "integer", "description": "Independent sources; near copies count as one." }, "conflicts": { "type": "boolean" },
            "state": { "type": "object", "additionalProperties": false, "required": ["value", "text", "why", "certain"], "description": "Computed, for agreements; certain is false where the dates leave another state open.", "properties": { "value": { "type": "string" }, "text": { "type": "string" }, "why": { "type": "string" }, "certain": { "type": "boolean" } } }, "links": { "$ref": "#/components/schemas/Links" } } },
          "ShownValue": { "type": "object", "additionalProperties": false, "required": ["name", "label", "path", "text"], "properties": {
            "name": { "type": "string" }, "label": { "type": "string" }, "path": { "type": "string" }, "text": { "type": "string" }, "target": { "$ref": "#/components/schemas/Head" }, "notes": { "type": "array", "items": { "type": "integer" } },
            "rivals": { "type": "array", "items": { "$ref": "#/components/schemas/ShownRival" } }, "aside": { "type": "array", "items": { "$ref": "#/components/schemas/ShownRival" } }, "beside": { "type": "array", "items": { "$ref": "#/components/schemas/ShownValue" } } } },
          "ShownRival": { "type": "object", "additionalProperties": false, "required": ["claim", "text", "note"], "properties": { "claim": { "$ref": "#/components/schemas/Id" }, "text": { "type": "string" }, "note": { "type": "integer" } } },
          "Footnote": { "type": "object", "additionalProperties": false, "required": ["number"], "properties": { "number": { "type": "integer" }, "citation": { "$ref": "#/components/schemas/Citation" }, "source": { "$ref": "#/components/schemas/Head" }, "entry": { "$ref": "#/components/schemas/Entry" } } },
          "Found": { "type": "object", "additionalProperties": false, "required": ["reach", "counts", "records", "more", "links"], "properties": {
            "reach": { "type": "string", "enum": ["all", "near", "any"], "description": "All words as typed, letters that may be wrong, or any of the words." }, "counts": { "type": "object", "additionalProperties": { "type": "integer" }, "description": "By kind; none while there is no index." },
            "records": { "type": "array", "items": { "type": "object", "additionalProperties": false, "required": ["id", "kind", "title", "detail", "href"], "properties": { "id": { "$ref": "#/components/schemas/Id" }, "kind": { "type": "string" }, "title": { "type": "string" }, "detail": { "type": "string" }, "href": { "type": "string" },
              "snippet": { "type": "array", "items": { "type": "object", "additionalProperties": false, "required": ["text", "marked"], "properties": { "text": { "type": "string" }, "marked": { "type": "boolean" } } } }, "start": { "type": "integer", "description": "Place in the text of a source." }, "length": { "type": "integer" } } } },
            "more": { "type": "boolean" }, "links": { "$ref": "#/components/schemas/Links" }, "index": { "type": "object", "additionalProperties": false, "required": ["code", "detail"], "description": "Why names alone were looked through.", "properties": { "code": { "type": "string" }, "detail": { "type": "string" } } } } },
          "Changes": { "type": "object", "additionalProperties": false, "required": ["changes", "next", "more", "links"], "properties": {
            "changes": { "type": "array", "items": { "$ref": "#/components/schemas/Commit" } }, "next": { "type": "integer", "format": "int64", "description": "The value of “after” for the next question." }, "more": { "type": "boolean" }, "links": { "$ref": "#/components/schemas/Links" } } },
          "Commit": { "type": "object", "additionalProperties": false, "required": ["seq", "at", "by", "records"], "properties": {
            "seq": { "type": "integer", "format": "int64" }, "at": { "$ref": "#/components/schemas/Time" }, "by": { "$ref": "#/components/schemas/By" }, "reason": { "type": "string" },
            "records": { "type": "array", "items": { "type": "object", "additionalProperties": false, "required": ["id", "kind", "version", "paths", "href"], "properties": { "id": { "$ref": "#/components/schemas/Id" }, "kind": { "type": "string" }, "version": { "type": "integer" }, "paths": { "$ref": "#/components/schemas/Paths" }, "undoes": { "type": "integer" }, "href": { "type": "string" } } } } } },
          "Intake": { "type": "object", "additionalProperties": false, "required": ["items", "links"], "properties": { "items": { "type": "array", "items": { "type": "object", "additionalProperties": false, "required": ["source", "title", "state", "at", "href"],
            "properties": { "source": { "$ref": "#/components/schemas/Id" }, "title": { "type": "string" }, "state": { "type": "string" }, "at": { "$ref": "#/components/schemas/Time" }, "href": { "type": "string" } } } }, "links": { "$ref": "#/components/schemas/Links" } } },
          "Desk": { "type": "object", "additionalProperties": false, "required": ["source", "title", "state", "reading", "proposals", "links"], "properties": {
            "source": { "$ref": "#/components/schemas/Id" }, "title": { "type": "string" }, "state": { "type": "string", "enum": ["waiting", "accepted", "set-aside", "none"] }, "reading": { "type": "string", "description": "Names what the proposals were read from; accepting sends it back." },
            "machine": { "type": "object", "additionalProperties": false, "required": ["phase", "page", "pages"], "properties": { "phase": { "type": "string" }, "page": { "type": "integer" }, "pages": { "type": "integer" }, "note": { "type": "string" } } },
            "proposals": { "type": "array", "items": { "$ref": "#/components/schemas/Proposal" } }, "links": { "$ref": "#/components/schemas/Links" }, "known": { "type": "boolean" },
            "notes": { "type": "array", "items": { "type": "object", "additionalProperties": false, "required": ["code", "text"], "properties": { "code": { "type": "string" }, "text": { "type": "string" } } } }, "attachments": { "type": "array", "items": { "$ref": "#/components/schemas/Id" } } } },
          "Evidence": { "type": "object", "additionalProperties": false, "required": ["quote", "start", "length", "rule"], "properties": { "quote": { "type": "string" }, "start": { "type": "integer" }, "length": { "type": "integer" }, "rule": { "type": "string" } } },
          "Proposal": { "type": "object", "additionalProperties": false, "required": ["key", "kind", "title", "evidence", "candidates", "values"], "properties": {
            "key": { "type": "string" }, "kind": { "type": "string" }, "title": { "type": "string" }, "evidence": { "$ref": "#/components/schemas/Evidence" }, "suggested": { "$ref": "#/components/schemas/Id" },
            "candidates": { "type": "array", "items": { "type": "object", "additionalProperties": false, "required": ["id", "title", "detail", "score", "why"], "properties": { "id": { "$ref": "#/components/schemas/Id" }, "title": { "type": "string" }, "detail": { "type": "string" }, "score": { "type": "number" }, "why": { "type": "string" } } } },
            "values": { "type": "array", "items": { "$ref": "#/components/schemas/ProposedValue" } } } },
          "ProposedValue": { "type": "object", "additionalProperties": false, "required": ["key", "field", "label"], "properties": {
            "key": { "type": "string" }, "field": { "type": "string" }, "label": { "type": "string" }, "list": { "type": "string" }, "element": { "type": "string" }, "value": { "type": "string" }, "proposal": { "type": "string", "description": "The key of the proposal that it refers to." },
            "evidence": { "$ref": "#/components/schemas/Evidence" }, "rivals": { "type": "array", "items": { "type": "object", "additionalProperties": false, "required": ["key", "value", "evidence"], "properties": { "key": { "type": "string" }, "value": { "type": "string" }, "evidence": { "$ref": "#/components/schemas/Evidence" } } } } } },
          "Accepted": { "type": "object", "additionalProperties": false, "required": ["seq", "records"], "properties": { "seq": { "type": "integer", "format": "int64", "description": "Number of the commit; 0 when nothing new was in it." },
            "records": { "type": "array", "items": { "type": "object", "additionalProperties": false, "required": ["id", "kind", "version", "title", "href"], "properties": { "id": { "$ref": "#/components/schemas/Id" }, "kind": { "type": "string" }, "version": { "type": "integer" }, "title": { "type": "string" }, "href": { "type": "string" } } } } } },
        """;

    private const string Writing = """
          "Problem": { "type": "object", "required": ["type", "title", "status", "detail", "instance", "code"], "description": "RFC 9457. The code is stable, and the same as on the pages and the command line.", "additionalProperties": false, "properties": {
            "type": { "type": "string", "format": "uri-reference", "description": "Where the code is explained." }, "title": { "type": "string" }, "status": { "type": "integer" }, "detail": { "type": "string" }, "instance": { "type": "string", "format": "uri-reference" }, "code": { "type": "string" },
            "field": { "type": "string", "description": "The member that it is about." }, "by": { "type": "string", "description": "Who changed the same values." }, "at": { "$ref": "#/components/schemas/Time" },
            "both": { "type": "array", "description": "What stands now and what was to be written, by path; a missing value is null.", "items": { "type": "object", "additionalProperties": false, "required": ["path", "theirs", "yours"], "properties": { "path": { "type": "string" }, "theirs": {}, "yours": {} } } } },
            "examples": [{ "type": "/api#record.reason-needed", "title": "A reason is needed.", "status": 422, "detail": "Signed is held by a source. Say why it is replaced; the earlier value stays beside it.", "instance": "/api/agreements/01990c2e-7a10-7c3e-8f00-5d6a2b9c4e11", "code": "record.reason-needed" }] },
          "Cite": { "type": "object", "additionalProperties": false, "required": ["source"], "description": "Where a source says it: the exact words are enough, their place is looked up. A page where there are no words.", "properties": {
            "source": { "$ref": "#/components/schemas/Id" }, "quote": { "type": "string", "maxLength": 5000 }, "text": { "type": "string" }, "start": { "type": "integer", "minimum": 0 }, "page": { "type": "integer", "minimum": 1 }, "rectangle": { "type": "string" }, "rule": { "type": "string", "maxLength": 200 } } },
          "Change": { "type": "object", "additionalProperties": false, "required": ["op", "path"], "properties": {
            "op": { "type": "string" }, "path": { "type": "string", "description": "Property names and ids of elements, as in parties/01990c2e-7a11-7d02-9a10-0b7c8e2f6a33/side." }, "value": { "description": "For set, add and witness." },
            "claim": { "$ref": "#/components/schemas/Id" }, "citation": { "$ref": "#/components/schemas/Cite" } } },
          "Changing": { "type": "object", "additionalProperties": false, "required": ["changes"], "properties": { "changes": { "type": "array", "items": { "$ref": "#/components/schemas/Change" } }, "reason": { "type": "string", "maxLength": 2000, "description": "Needed where a value that a source holds is replaced." } } },
          "Undoing": { "type": "object", "additionalProperties": false, "required": ["version"], "properties": { "version": { "type": "integer", "minimum": 1 }, "reason": { "type": "string", "maxLength": 2000 } } },
          "TakingText": { "type": "object", "additionalProperties": false, "required": ["text"], "properties": { "text": { "type": "string" }, "title": { "type": "string" }, "outlet": { "type": "string" }, "address": { "type": "string" }, "published": { "type": "string", "description": "EDTF." }, "kind": { "type": "string" } } },
          "TakingFile": { "type": "object", "required": ["file"], "properties": { "file": { "type": "string", "format": "binary" }, "title": { "type": "string" }, "outlet": { "type": "string" }, "address": { "type": "string" }, "published": { "type": "string", "description": "EDTF." }, "kind": { "type": "string" } } },
          "Accepting": { "type": "object", "additionalProperties": false, "required": ["reading"], "properties": { "reading": { "type": "string" }, "all": { "type": "boolean", "description": "Takes every proposal without a decision as it is suggested." },
            "decisions": { "type": "object", "description": "By key of the proposal.", "additionalProperties": { "$ref": "#/components/schemas/Deciding" } } } },
          "Deciding": { "type": "object", "additionalProperties": false, "description": "What is left out is as suggested.", "properties": { "take": { "type": "boolean" }, "as": { "type": "string", "description": "new, or the id of the record that it is." }, "values": { "type": "array", "items": { "type": "string" }, "description": "Keys of the values that are taken; of a rival signed#0." },
            "corrected": { "type": "object", "additionalProperties": { "type": "string" }, "description": "Values written otherwise, by key." } } },
          "Registering": { "type": "object", "additionalProperties": false, "required": ["title", "partners"], "properties": { "title": { "type": "string" }, "partners": { "type": "array", "items": { "type": "string" }, "maxItems": 40 }, "kind": { "type": "string" }, "signed": { "type": "string", "description": "As people type dates." },
            "ends": { "type": "string", "description": "As people type dates." }, "deskOfficer": { "type": "string" }, "fileNumber": { "type": "string" }, "source": { "$ref": "#/components/schemas/Id" }, "page": { "type": "integer", "minimum": 1 } } },
          "Nothing": { "type": "object", "additionalProperties": false }
        }
        """;
}
