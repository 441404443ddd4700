using System.Collections.Immutable;

namespace Concordat.Reading.Dates;

/// <summary>A member of a set or list; one date has the same date at both ends, an open range null at one.</summary>
public readonly record struct EdtfMember(EdtfDate? From, EdtfDate? To)
{
    public bool IsOne => ReferenceEquals(From, To);

    internal string Text => IsOne ? From!.Text : $"{From?.Text}..{To?.Text}";
}

/// <summary>One of the members, <c>[1667,1760-12]</c>, or all of them, <c>{1960,1961-12}</c> (ISO 8601-2, 6). Ranges: <c>1670..1672</c>, <c>..1760</c> first, <c>1760..</c> last.</summary>
public sealed class EdtfGroup : Edtf
{
    private EdtfGroup(string text, EdtfKind kind, ImmutableArray<EdtfMember> members)
        : base(text, kind, members.Min(m => m.From?.Lo ?? -DayNumber.Unbounded), members.Max(m => m.To?.Hi ?? DayNumber.Unbounded),
              members.All(m => (m.From?.IsCertain ?? true) && (m.To?.IsCertain ?? true))) => Members = members;

    public ImmutableArray<EdtfMember> Members { get; }

    internal static EdtfGroup? Parse(string text)
    {
        if (text[^1] != (text[0] == '[' ? ']' : '}')) return null;
        var parts = text[1..^1].Split(',');
        var members = ImmutableArray.CreateBuilder<EdtfMember>(parts.Length);
        for (var i = 0; i < parts.Length; i++)
        {
            if (i > 0) parts[i] = parts[i].TrimStart(' ');
            if (Member(parts[i], first: i == 0, last: i == parts.Length - 1) is not { } member) return null;
            members.Add(member);
        }
        return new($"{text[0]}{string.Join(',', members.Select(m => m.Text))}{text[^1]}", text[0] == '[' ? EdtfKind.Set : EdtfKind.List, members.MoveToImmutable());
    }

    private static EdtfMember? Member(string text, bool first, bool last)
    {
        var dots = text.IndexOf("..", StringComparison.Ordinal);
        if (dots < 0) return EdtfDate.Parse(text, alone: false) is { } one ? new EdtfMember(one, one) : null;
        var (before, after) = (text[..dots], text[(dots + 2)..]);
        var from = EdtfDate.Parse(before, alone: false);
        var to = EdtfDate.Parse(after, alone: false);
        if (from is null && !(before.Length == 0 && first && to is not null)) return null;
        if (to is null && !(after.Length == 0 && last && from is not null)) return null;
        return from is not null && to is not null && from.Lo > to.Hi ? null : new EdtfMember(from, to);
    }
}
