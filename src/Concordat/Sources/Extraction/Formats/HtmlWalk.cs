using System.Text;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace Concordat.Sources.Extraction.Formats;

/// <summary>One pass over the tokens of a page. Every step is constant time, or pops what an earlier step pushed.</summary>
internal sealed class HtmlWalk(string html, int limit)
{
    // No page that people read is deeper by far; beyond it elements are only gaps.
    private const int MostOpen = 200_000;

    private readonly Stack<(string Name, HtmlKind Kind)> _open = new();
    private readonly Dictionary<string, int> _names = [];
    private readonly int[] _kinds = new int[Enum.GetValues<HtmlKind>().Length];
    private readonly StringBuilder _heading = new();
    private bool _inHeading, _rowBegun, _cellOpened, _cellBroke;

    public HtmlFacts Facts { get; } = new();

    public HtmlRegions Regions { get; } = new();

    /// <summary>The page has more text than the limit; reading stopped there.</summary>
    public bool IsFull => Regions.Length > limit;

    public void Run()
    {
        using var source = new TextSource(html);
        using var tokens = new HtmlTokenizer(source, HtmlEntityProvider.Resolver) { SkipComments = true };
        Enter();
        for (var token = tokens.Get(); token.Type != HtmlTokenType.EndOfFile && !IsFull; token = tokens.Get())
        {
            switch (token.Type)
            {
                case HtmlTokenType.StartTag: Start(token.AsTag(), tokens); break;
                case HtmlTokenType.EndTag: End(token.Name); break;
                case HtmlTokenType.Character: Words(token.Data); break;
            }
        }
    }

    private void Start(HtmlTagToken tag, HtmlTokenizer tokens)
    {
        if (_open.TryPeek(out var top) && top.Kind == HtmlKind.Unseen && top.Name == "p" && HtmlNames.Paragraph.Contains(tag.Name)) Pop();
        var inDrawing = Has("svg") || Has("math");
        if (!inDrawing && Raw(tag, tokens)) return;
        if (tag.Name == "meta") Facts.Meta(tag);
        if (tag.Name == "time" && Inside(HtmlKind.Article) + Inside(HtmlKind.Main) > 0) Facts.Time(tag);
        Gaps(tag.Name, isStart: true);
        if (tag.Name == "h1" && Facts.Heading is null && Inside(HtmlKind.Unseen) + Inside(HtmlKind.Furniture) + Inside(HtmlKind.Navigation) == 0) _inHeading = true;
        if (HtmlNames.Void.Contains(tag.Name) || (inDrawing && tag.IsSelfClosing)) return;
        var kind = HtmlNames.Kind(tag);
        if (_open.Count >= MostOpen) return;
        if (kind != HtmlKind.Plain || HtmlNames.Structure.Contains(tag.Name) || Inside(HtmlKind.Unseen) > 0) Push(tag.Name, kind);
    }

    /// <summary>Elements whose content is letters, not markup (HTML Living Standard, 13.2.6.2): the tokenizer is told, and the content taken at once.</summary>
    private bool Raw(HtmlTagToken tag, HtmlTokenizer tokens)
    {
        HtmlParseMode? mode = tag.Name switch
        {
            "title" or "textarea" => HtmlParseMode.RCData,
            "style" or "iframe" or "noembed" or "noframes" or "xmp" => HtmlParseMode.Rawtext,
            "script" => HtmlParseMode.Script,
            _ => null,
        };
        if (mode is null) return false;
        tokens.State = mode.Value;
        var content = new StringBuilder();
        var token = tokens.Get();
        for (; token.Type == HtmlTokenType.Character; token = tokens.Get()) content.Append(token.Data);
        if (tag.Name == "title") Facts.SetTitle(content.ToString());
        else if (tag.Name == "script" && HtmlFacts.Attribute(tag, "type") == "application/ld+json") Facts.Linked(content.ToString());
        return true;
    }

    private void End(string name)
    {
        if (name == "h1" && _inHeading)
        {
            Facts.SetHeading(_heading.ToString());
            _inHeading = false;
        }
        Gaps(name, isStart: false);
        if (!Has(name)) return;
        while (Pop() != name) { }
    }

    private void Words(string text)
    {
        if (Inside(HtmlKind.Unseen) > 0) return;
        Regions.Write(text, Has("pre"));
        if (_inHeading) _heading.Append(text);
        if (!string.IsNullOrWhiteSpace(text)) (_rowBegun, _cellOpened) = (true, false);
    }

    private void Gaps(string name, bool isStart)
    {
        if (Inside(HtmlKind.Unseen) > 0) return;
        if (name is "td" or "th")
        {
            // A row is a line with its cells beside each other, unless a cell holds several blocks.
            if (!isStart) return;
            if (_cellBroke || !_rowBegun) Regions.Ask(Gap.Line); else Regions.Narrow(Gap.Cell);
            (_cellOpened, _cellBroke) = (true, false);
        }
        else if (name == "tr")
        {
            if (isStart && _rowBegun && !_cellBroke) Regions.Narrow(Gap.Line); else Regions.Ask(Gap.Line);
            if (!isStart) return;
            (_rowBegun, _cellOpened, _cellBroke) = (false, false, false);
        }
        else if (name == "table")
        {
            (_rowBegun, _cellOpened, _cellBroke) = (false, false, !isStart);
            Regions.Ask(Gap.Paragraph);
        }
        else if (HtmlNames.Paragraph.Contains(name)) Break(Gap.Paragraph, isStart);
        else if (HtmlNames.Line.Contains(name)) Break(Gap.Line, isStart);
        if (_inHeading && name == "br") _heading.Append(' ');
    }

    private void Break(Gap gap, bool isStart)
    {
        if (_cellOpened) return;
        Regions.Ask(gap);
        if (isStart) _cellBroke = true;
    }

    private void Push(string name, HtmlKind kind)
    {
        _open.Push((name, kind));
        _names[name] = _names.GetValueOrDefault(name) + 1;
        if (kind == HtmlKind.Article && Inside(HtmlKind.Article) == 0) Regions.BeginArticle();
        _kinds[(int)kind]++;
        if (kind != HtmlKind.Plain) Enter();
    }

    private string Pop()
    {
        var (name, kind) = _open.Pop();
        _names[name]--;
        _kinds[(int)kind]--;
        if (kind != HtmlKind.Plain) Enter();
        return name;
    }

    private void Enter() => Regions.Enter(Inside(HtmlKind.Navigation) > 0, Inside(HtmlKind.Furniture) > 0, Inside(HtmlKind.Main) > 0, Inside(HtmlKind.Article) > 0);

    private int Inside(HtmlKind kind) => _kinds[(int)kind];

    private bool Has(string name) => _names.GetValueOrDefault(name) > 0;
}
