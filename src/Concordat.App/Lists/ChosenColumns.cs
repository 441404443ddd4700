using Concordat.App.Shell;

namespace Concordat.App.Lists;

/// <summary>Which columns a list shows.</summary>
internal static class ChosenColumns
{
    /// <summary>Places in the shape's columns, in the order of the shape.</summary>
    public static IReadOnlyList<int> Of(ListShape shape, ListQuery query)
    {
        var names = query.Columns?.Split(',') ?? [];
        var chosen = Enumerable.Range(0, shape.Columns.Length).Where(i => names.Contains(shape.Columns[i].Name)).ToList();
        return chosen.Count > 0 ? chosen : [.. Enumerable.Range(0, shape.Columns.Length).Where(i => shape.Columns[i].Usual)];
    }
}
