using System.Text;

namespace Concordat.Bench.Shell;

/// <summary>The page of results, written as it is measured.</summary>
internal sealed class Report
{
    private readonly StringBuilder _page = new();

    public void Head(string title) => _page.Append(title.StartsWith('#') ? "" : "## ").Append(title).Append("\n\n");

    public void Say(string paragraph) => _page.Append(paragraph).Append("\n\n");

    public void Table(IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows)
    {
        Line(head);
        Line([.. head.Select((_, i) => i == 0 ? "---" : "---:")]);
        foreach (var row in rows) Line(row);
        _page.Append('\n');
    }

    private void Line(IReadOnlyList<string> cells) => _page.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    public override string ToString() => _page.ToString().TrimEnd('\n') + "\n";
}
