using System.Text.RegularExpressions;
using Concordat.Reading.Evidence;
using Concordat.Reading.Wordings.Layout;

namespace Concordat.Reading.Wordings.Naming;

/// <summary>Seat and role of a party, in the words between its name and what it is called.</summary>
internal static class PartySeat
{
    private static readonly Regex Seat = Rx.Of(@"\b(?:registered office|principal office|principal place of business|head office|headquarters|headquartered|headquarter|main office|office|residing|principal address|legal seat|seat|registered address|address|domicile|offices|established|located|situated|domiciled|place of business)(?: (?:is|are|being))?(?: (?:located|situated|established))?(?: (?:at|in|is))?:? (?<seat>(?-i:[\p{Lu}0-9]|ul\.)[^\n""]{3,160})");
    private static readonly Regex Of = Rx.Of(@"^[^""]{0,90}?\bof (?<seat>(?:(?:level|suite|unit|floor|p\.?o\.? box|no\.?) )?(?-i:[\p{Lu}0-9])[^\n""(]{6,140})");
    private static readonly Regex SeatEnd = Rx.Of(@",? ?(?:represented|herein|hereby|hereinafter|hereafter|enrolled|registered|acting|duly|in the person|and represented|vat|tax|company|which|on the (?:one|other)|of the (?:one|other)|with (?:tax|vat|registration|company)|having)\b| ?[(""]|;|\.$|,? and (?:the |[A-Z])|, the coordinator");
    private static readonly Regex Part = Rx.Of(@"\b(?:as |the |acting as (?:the )?)(?<role>coordinator|lead partner|lead institution|lead party|project coordinator|host institution|hosting party|sponsor|funding agency|funding party|depositary|lead agency|coordinating institution|principal investigator institution|beneficiary)\b");

    /// <summary>After "registered office", "established in", "of".</summary>
    public static Finding<string>? In(AgreementPage page, int from, int to)
    {
        if (to <= from) return null;
        var words = page.Flow[from..to];
        var match = Seat.Match(words);
        if (!match.Success && (match = Of.Match(words)) is { Success: true } && !match.Groups["seat"].Value.AsSpan(0, Math.Min(24, match.Groups["seat"].Length)).ContainsAnyInRange('0', '9') && !(words.StartsWith(", of ", StringComparison.Ordinal) && match.Groups["seat"].Length < 60 && Clauses.Places.In(match.Groups["seat"].Value, adjectives: false) is not null)) return null;
        if (!match.Success) return null;
        var seat = match.Groups["seat"];
        var value = seat.Value;
        if (SeatEnd.Match(value) is { Success: true, Index: > 2 } cut) value = value[..cut.Index];
        value = value.TrimEnd(' ', ',', '.', '-');
        return value.Length < 3 ? null : page.Words(from + seat.Index, from + seat.Index + value.Length, "wording.party.seat");
    }

    /// <summary>A line under the name with figures in it and no verb: an address.</summary>
    public static Finding<string>? Below(AgreementPage page, int from, int to)
    {
        var at = page.Flow.IndexOf('\n', from, to - from);
        if (at < 0 || at > from + 2) return null;
        var end = page.Flow.IndexOf('\n', at + 1, to - at - 1) is var n and >= 0 ? n : to;
        var words = page.Flow[(at + 1)..end];
        var cut = words.IndexOf("represented", StringComparison.OrdinalIgnoreCase);
        if (cut > 0) words = words[..cut];
        words = words.TrimEnd(' ', ',', '-');
        return words.AsSpan().ContainsAnyInRange('0', '9') && words.Contains(',') && words.Length is > 6 and < 140 ? page.Words(at + 1, at + 1 + words.Length, "wording.party.seat.line") : null;
    }

    /// <summary>", Rue du Beffroi 2, 5000 Namur, Belgium, represented by": an address between commas, with a figure and a place in it.</summary>
    public static Finding<string>? After(AgreementPage page, int from, int to)
    {
        if (to - from < 8 || page.Flow[from] != ',') return null;
        var words = page.Flow[(from + 2)..to];
        if (SeatEnd.Match(words) is { Success: true, Index: > 4 } cut) words = words[..cut.Index];
        words = words.TrimEnd(' ', ',', '\n');
        if (words.IndexOf('\n') is var line and > 0) words = words[..line].TrimEnd(' ', ',');
        return words.Length is > 6 and < 140 && words.AsSpan().ContainsAnyInRange('0', '9') && words.Contains(',') && Clauses.Places.In(words, adjectives: false) is not null ? page.Words(from + 2, from + 2 + words.Length, "wording.party.seat.after") : null;
    }

    /// <summary>"the Coordinator".</summary>
    public static Finding<string>? Role(AgreementPage page, int from, int to)
    {
        if (to <= from || Part.Match(page.Flow[from..to]) is not { Success: true } match) return null;
        var role = match.Groups["role"];
        return page.Find(role.Value, from + role.Index, from + role.Index + role.Length, "wording.party.role");
    }
}
