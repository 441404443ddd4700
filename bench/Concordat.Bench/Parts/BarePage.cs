using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Concordat.Bench.Parts;

/// <summary>A table with as many rows and cells as a list has, rendered by the framework that renders all pages; nothing in it is asked for or computed.</summary>
internal sealed class BarePage : ComponentBase
{
    private const int Rows = 50, Cells = 8, Markup = 42;

    /// <summary>How long the page is to be, nearly.</summary>
    [Parameter, EditorRequired] public int Bytes { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        var text = new string('x', Math.Max(1, (Bytes / (Rows * Cells)) - Markup));
        builder.AddMarkupContent(0, "<!doctype html><html lang=\"en\"><head><title>Bare</title></head>");
        builder.OpenElement(1, "body");
        builder.OpenElement(2, "table");
        for (var row = 0; row < Rows; row++)
        {
            builder.OpenElement(3, "tr");
            for (var cell = 0; cell < Cells; cell++) Cell(builder, text);
            builder.CloseElement();
        }

        builder.CloseElement();
        builder.CloseElement();
    }

    private static void Cell(RenderTreeBuilder builder, string text)
    {
        builder.OpenElement(4, "td");
        builder.OpenElement(5, "a");
        builder.AddAttribute(6, "href", "/agreements");
        builder.AddContent(7, text);
        builder.CloseElement();
        builder.CloseElement();
    }
}
