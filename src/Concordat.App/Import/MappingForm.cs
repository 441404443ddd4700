using System.Collections.Immutable;
using Concordat.App.Shell;
using Concordat.Import.Mappings;

namespace Concordat.App.Import;

/// <summary>Reads the mapping that a form shows. Inputs: <c>h.N</c> header, <c>f.N</c> field, <c>o.N</c> order of dates, <c>s.N</c> separators, <c>w.N</c> whose number.</summary>
internal static class MappingForm
{
    private const int MostColumns = 512;

    /// <returns>Refusals of <see cref="Mapping.Read"/>: a form may be sent by anything.</returns>
    public static Outcome<Mapping> Read(PostedForm form, Mapping? before)
    {
        var kind = form["kind"] ?? "agreement";
        var columns = Enumerable.Range(0, MostColumns).TakeWhile(i => form.Has($"h.{i}")).Where(i => form[$"f.{i}"] is not null).Select(i => One(form, i, kind));
        var mapping = new Mapping
        {
            Kind = kind, Sheet = form["sheet"], HeaderRow = Number(form["header"], 1), HeaderLines = Number(form["lines"], 1), Columns = [.. columns],
            UnknownPartners = form["unknown"] == Unknown.List ? Unknown.List : Unknown.Make,
            Partners = before?.Partners ?? ImmutableSortedDictionary<string, string>.Empty, Words = before?.Words ?? ImmutableSortedDictionary<string, string>.Empty,
        };
        // Through the same gate as a mapping from a file.
        return Mapping.Read(mapping.Write());
    }

    private static Column One(PostedForm form, int i, string kind)
    {
        var field = form[$"f.{i}"]!;
        var sort = Targets.Find(kind, field)?.Sort;
        return new(form[$"h.{i}"] ?? "", field)
        {
            Order = sort is TargetSort.Date or TargetSort.End && form[$"o.{i}"] is Column.DayFirst or Column.MonthFirst ? form[$"o.{i}"] : null,
            Separators = sort == TargetSort.Partners && string.Concat((form[$"s.{i}"] ?? "").Where(c => c is ',' or '/').Distinct()) is { Length: > 0 } signs ? signs : null,
            Scheme = sort == TargetSort.Number ? form[$"w.{i}"] : null,
        };
    }

    private static int Number(string? typed, int otherwise) => int.TryParse(typed, out var number) && number is >= 1 and <= 100 ? number : otherwise;

    /// <summary>What a person decided about names and words: <c>n.N</c> a name as written with <c>p.N</c> what it means, <c>k.N</c> a word with <c>c.N</c> its kind.</summary>
    public static Mapping Decide(PostedForm form, Mapping mapping)
    {
        var (partners, words) = (mapping.Partners.ToBuilder(), mapping.Words.ToBuilder());
        for (var i = 0; form.Has($"n.{i}"); i++)
            if (form[$"n.{i}"] is { } name && form[$"p.{i}"] is { } meant) partners[name] = meant;
            else if (form[$"n.{i}"] is { } open) partners.Remove(open);
        for (var i = 0; form.Has($"k.{i}"); i++)
            if (form[$"k.{i}"] is { } word && form[$"c.{i}"] is { } sort) words[word] = sort == "-" ? "" : sort;
        return mapping with { Partners = partners.ToImmutable(), Words = words.ToImmutable() };
    }
}
