using System.Text.RegularExpressions;
using Concordat.Reading.Wordings.Layout;

namespace Concordat.Reading.Wordings.Naming;

/// <summary>Where the name of a party starts and ends in running words.</summary>
internal static class PartyText
{
    private static readonly Regex Lead = Rx.Of(@"^(?:\d{1,2}(?:\.\d{1,2})+\.? |[\s,;:–-]+|the (?:project )?(?:coordinator|lead partner|lead party),|and\b|by and between\b|between\b|among(?:st)?\b|the\b|on the (?:one|other|first|second|third) (?:hand|part|side)\b,?|of the (?:one|other|first|second|third) (?:hand|part|side)\b,?|on (?:one|the) (?:side|hand)\b|(?:[(\[]?(?:\d{1,2}(?:\.\d{1,2})*|[a-h]|[ivx]{1,4})[.)\]])|\d{1,2}\.\d{1,2}|as well as\b|one part\b|parties:?|hereinafter[^,\n]{0,50}parties[""']?,?)+");
    private static readonly Regex Stop = Rx.Of(@"[(;:\n""]|, (?:a|an|the|having|with|whose|represented|hereby|herein|hereinafter|hereafter|located|established|registered|acting|duly|on|of the|incorporated|organi[sz]ed|in the person|domiciled|headquartered|situated|and|as|through|constituted|under|legally|which|referred|p\.?o\.? box|\d|place of)\b| (?:hereinafter|hereafter|represented by|having its|whose|located (?:at|in)|established in|with its|with (?:head|its|registered)|acting through|in the person of|of the (?:one|first|second|other) part|desiring|concerning|regarding|referred to as|as (?:represented|the (?:first|second|host|home|provid|recei)))\b| - |,$| (?:a|an) (?:juristic|public|private|company|corporation|non-profit|body|registered|limited|state|legal)\b| of (?:\w+ ){0,3}\d");
    private static readonly Regex Extends = Rx.Of(@"^, (?:government of|republic of|inc\.?|ltd\.?|llc|l\.l\.c\.|gmbh|s\.?a\.?|plc|co\.|limited|department of|ministry of|faculty of|school of|university of|institute of)(?:\b|$| )");
    private static readonly Regex EndsPart = Rx.Of(@"(?:[.,;]| and){1,4}$");

    /// <summary>After articles, numbers, "and", "on the one hand".</summary>
    public static int NameStart(string flow, int from, int to)
    {
        var at = from;
        for (var n = 0; n < 8; n++)
        {
            var lead = Lead.Match(flow, at, Math.Min(to - at, 120));
            if (!lead.Success || lead.Length == 0) break;
            at += lead.Length;
        }
        return at;
    }

    /// <summary>Where the name that starts at <paramref name="from"/> ends.</summary>
    public static int NameEnd(string flow, int from, int to)
    {
        var end = to;
        for (var at = from; at < to;)
        {
            var stop = Stop.Match(flow, at, to - at);
            if (!stop.Success) { end = CommaEnd(flow, from, to); break; }
            if (Extends.Match(flow, stop.Index, to - stop.Index) is { Success: true } more && more.Index == stop.Index) { at = stop.Index + more.Length; continue; }
            end = CommaEnd(flow, from, stop.Index);
            break;
        }
        var length = EndsPart.Match(flow, from, end - from) is { Success: true } tail && !flow.AsSpan(from, end - from).EndsWith("Inc.") && !flow.AsSpan(from, end - from).EndsWith(".V.") && !flow.AsSpan(from, end - from).EndsWith("Ltd.") && !flow.AsSpan(from, end - from).EndsWith("S.A.") ? tail.Index - from : end - from;
        return from + flow.AsSpan(from, Math.Max(0, length)).TrimEnd().Length;
    }

    /// <summary>A name holds commas only before a legal form or the body it is part of, and in lists of fields ("Science, Technology and Innovation").</summary>
    private static int CommaEnd(string flow, int from, int to)
    {
        for (var at = flow.IndexOf(',', from, to - from); at >= 0; at = flow.IndexOf(',', at + 1, to - at - 1))
        {
            if (Extends.Match(flow, at, to - at) is { Success: true } more && more.Index == at) continue;
            var rest = flow[at..to];
            var and = rest.IndexOf(" and ", StringComparison.OrdinalIgnoreCase);
            // A list of fields goes on to an "and" within a few words and without another stop.
            if (and is > 0 and < 60 && !rest[..and].Contains('(') && Clauses.Places.Whole(rest[1..and].Trim()) is null && rest[1..and].Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= 4 && rest.Length > 2 && !PartyNames.StartsParty(rest[(and + 5)..])) continue;
            return at;
        }
        return to;
    }
}
