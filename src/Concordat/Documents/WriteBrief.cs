using Concordat.Agreements;
using Concordat.Correspondence;
using Concordat.Reading.Dates;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Concordat.Documents;

/// <summary>Writes a brief as a Word file of about two A4 pages.</summary>
public static class WriteBrief
{
    private const string Font = "Arial", Grid = "BFBFBF";

    // Shares of the 9,070 twentieths of a point between the margins.
    private static readonly int[] Widths = [3890, 2480, 1300, 1400];

    public static byte[] Bytes(Brief brief)
    {
        var day = DateOnly.FromDateTime(DateTime.UnixEpoch).AddDays((int)brief.Day);
        var body = new Body(Block("Title", brief.About), Block("Quiet", $"Brief{(brief.Office is null ? "" : $" of {brief.Office}")} as of {day.ToString("d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture)}. From the register alone; what it does not hold is not here."));
        foreach (var part in BriefLines.Of(brief))
        {
            body.Append(Block("Part", part.Title));
            foreach (var line in part.Lines) body.Append(part.Lines.Count == 1 ? Block("Line", line) : Item(line));
            if (part.Title != "Relationship" || brief.Agreements.IsEmpty) continue;
            body.Append(Agreements(brief));
            if (brief.Others > 0) body.Append(Block("Quiet", $"{brief.Others} more, those that ended among them, are in the register."));
        }

        body.Append(PackDocx.A4());
        return PackDocx.Bytes($"Brief: {brief.About}", brief.Office ?? "", day, body, Styles());
    }

    private static Table Agreements(Brief brief)
    {
        var table = new Table(
            new TableProperties(
                new TableWidth { Width = "9070", Type = TableWidthUnitValues.Dxa }, new TableBorders(new TopBorder { Val = BorderValues.Single, Size = 4U, Color = Grid }, new BottomBorder { Val = BorderValues.Single, Size = 4U, Color = Grid }, new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4U, Color = Grid }),
                new TableLayout { Type = TableLayoutValues.Fixed }),
            new TableGrid(Widths.Select(w => new GridColumn { Width = $"{w}" })));
        table.Append(Row(true, "Agreement", "Parties", "Ends", "State"));
        foreach (var held in brief.Agreements)
            table.Append(Row(false, held.Row.Title, string.Join(" · ", held.Parties), When.TryParse(held.Row.Ends, out var ends) ? ends.SayShort() : held.Row.GoesOn ? "no end" : "not known", held.State.Label()));
        return table;
    }

    private static TableRow Row(bool head, params string[] cells)
    {
        var row = new TableRow(head ? new TableRowProperties(new CantSplit(), new TableHeader()) : new TableRowProperties(new CantSplit()));
        foreach (var (cell, i) in cells.Select((c, i) => (c, i))) row.Append(new TableCell(new TableCellProperties(new TableCellWidth { Width = $"{Widths[i]}", Type = TableWidthUnitValues.Dxa }), Block(head ? "Head" : "Cell", cell)));
        return row;
    }

    private static Paragraph Block(string style, string text) => new(new ParagraphProperties(new ParagraphStyleId { Val = style }), new Run(new Text(PackDocx.Storable(text)) { Space = SpaceProcessingModeValues.Preserve }));

    private static Paragraph Item(string line)
    {
        var paragraph = Block("Item", line);
        paragraph.InsertAfter(new Run(new Text("•"), new TabChar()), paragraph.ParagraphProperties);
        return paragraph;
    }

    private static Styles Styles() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(new RunFonts { Ascii = Font, HighAnsi = Font, EastAsia = Font, ComplexScript = Font }, new FontSize { Val = "20" }, new FontSizeComplexScript { Val = "20" }, new Languages { Val = "en-GB" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "0", Line = "252", LineRule = LineSpacingRuleValues.Auto }))),
        PackDocx.Style("Title", new StyleParagraphProperties(new SpacingBetweenLines { After = "60" }), new StyleRunProperties(new Bold(), new FontSize { Val = "36" })),
        PackDocx.Style("Quiet", new StyleParagraphProperties(new SpacingBetweenLines { Before = "60", After = "60" }), new StyleRunProperties(new Color { Val = PackDocx.Quiet }, new FontSize { Val = "17" })),
        PackDocx.Style("Part", new StyleParagraphProperties(new KeepNext(), new SpacingBetweenLines { Before = "220", After = "60" }, new OutlineLevel { Val = 0 }), new StyleRunProperties(new Bold(), new FontSize { Val = "23" })),
        PackDocx.Style("Line", new StyleParagraphProperties(new WidowControl(), new SpacingBetweenLines { After = "50" }), null),
        PackDocx.Style("Item", new StyleParagraphProperties(new WidowControl(), new Tabs(new TabStop { Val = TabStopValues.Left, Position = 284 }), new SpacingBetweenLines { After = "40" }, new Indentation { Left = "284", Hanging = "284" }), null),
        PackDocx.Style("Head", new StyleParagraphProperties(new KeepNext(), new SpacingBetweenLines { Before = "30", After = "30" }), new StyleRunProperties(new Bold(), new Color { Val = PackDocx.Quiet }, new FontSize { Val = "17" })),
        PackDocx.Style("Cell", new StyleParagraphProperties(new SpacingBetweenLines { Before = "30", After = "30" }), new StyleRunProperties(new FontSize { Val = "18" })),
        PackDocx.Style("Footer", new StyleParagraphProperties(new Justification { Val = JustificationValues.Right }), new StyleRunProperties(new Color { Val = PackDocx.Quiet }, new FontSize { Val = "18" })));
}
