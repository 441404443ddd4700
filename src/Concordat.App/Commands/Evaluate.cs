using System.Text.Json;
using System.Text.Json.Nodes;
using Concordat.Reading;
using Concordat.Reading.Evaluation;
using Concordat.Reading.Evidence;

namespace Concordat.App.Commands;

/// <summary>Scores the reader against a folder of labelled texts; nothing is stored.</summary>
internal static class Evaluate
{
    private static readonly Option Detail = new("--detail", null, "list every miss, every extra and every wrong value first");

    public static readonly Command Command = new("evaluate", "Score the reader against a folder of texts (NAME.txt) with labels (NAME.json).", RunAsync)
    {
        Operands = "DIR",
        Options = [Detail],
    };

    private static async Task<int> RunAsync(Arguments arguments, Terminal terminal, CancellationToken stop)
    {
        if (arguments.Operands.Length > 1) return CommandLine.Wrong(UsageRefusals.Operand(Command, arguments.Operands[1]), Command, terminal);
        if (!Directory.Exists(arguments.Operands[0])) return terminal.Refuse(CommandRefusals.NoFolder(arguments.Operands[0]));
        var evaluator = new Evaluator();
        var wordings = new WordingEvaluator();
        foreach (var labels in Directory.EnumerateFiles(arguments.Operands[0], "*.json").Order(StringComparer.Ordinal))
            if (await AddAsync(evaluator, wordings, labels, stop) is { } refusal) return terminal.Refuse(refusal);
        var figures = evaluator.Total();
        var read = wordings.Total();
        if (figures.Documents + read.Documents == 0) return terminal.Refuse(CommandRefusals.NoLabels(arguments.Operands[0]));
        if (figures.Documents > 0) FiguresText.Print(figures, arguments.Has(Detail.Name), terminal.Out);
        if (read.Documents > 0) read.Print(arguments.Has(Detail.Name), terminal.Out);
        return Exit.Done;
    }

    private static async Task<Refusal?> AddAsync(Evaluator evaluator, WordingEvaluator wordings, string labels, CancellationToken stop)
    {
        var source = Path.ChangeExtension(labels, ".txt");
        if (!File.Exists(source)) return CommandRefusals.NoFile(source);
        try
        {
            var text = await File.ReadAllTextAsync(source, stop);
            if (JsonNode.Parse(await File.ReadAllTextAsync(labels, stop)) is not JsonObject gold) return CommandRefusals.NotLabels(labels, "it is no JSON object.");
            var (name, found) = (Path.GetFileNameWithoutExtension(labels), JsonNode.Parse(FindingsJson.Write(DocumentReader.Read(text))));
            if (WordingEvaluator.Takes(gold)) wordings.Add(name, text, gold, found); else evaluator.Add(name, text, gold, found);
            return null;
        }
        catch (JsonException error)
        {
            return CommandRefusals.NotLabels(labels, error.Message);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return CommandRefusals.NoFile(labels);
        }
    }
}
