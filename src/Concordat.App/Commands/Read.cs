using System.Text;
using Concordat.Reading;
using Concordat.Reading.Evidence;
using Concordat.Sources.Extraction;
using Refused = Concordat.Sources.Extraction.Refusals;

namespace Concordat.App.Commands;

/// <summary>Reads documents and says what they state, with the quote behind every value; nothing is stored.</summary>
internal static class Read
{
    private static readonly Option Out = new("--out", "DIR", "write NAME.json for each file there, and print one line for each");
    private static readonly Option AsJson = new("--json", null, "print JSON in place of text, one document after the other");

    public static readonly Command Command = new("read", "Say what documents state, with the quote behind each value; nothing is stored.", RunAsync)
    {
        Operands = "FILE…",
        Options = [Out, AsJson],
    };

    private static async Task<int> RunAsync(Arguments arguments, Terminal terminal, CancellationToken stop)
    {
        var folder = arguments.Value(Out.Name);
        var names = arguments.Operands.Select(f => Path.GetFileNameWithoutExtension(f) + ".json").ToList();
        if (folder is not null && names.GroupBy(n => n).FirstOrDefault(g => g.Count() > 1) is { } twice) return terminal.Refuse(CommandRefusals.SameName(twice.Key));
        var exit = Exit.Done;
        for (var i = 0; i < names.Count; i++)
        {
            // One file that cannot be read does not keep the others from being read.
            var target = folder is null ? null : Path.Combine(folder, names[i]);
            if (await OneAsync(arguments.Operands[i], target, arguments.Has(AsJson.Name), terminal, stop) is { } refusal) exit = terminal.Refuse(refusal);
        }

        return exit;
    }

    private static async Task<Refusal?> OneAsync(string file, string? target, bool json, Terminal terminal, CancellationToken stop)
    {
        if (!(await BytesAsync(file, stop)).TryGet(out var bytes, out var refusal)) return refusal;
        if (!(await TextAsync(file, bytes, terminal, stop)).TryGet(out var extracted, out refusal)) return refusal;
        foreach (var note in extracted.Notes) await terminal.Error.WriteLineAsync($"{file}: {note.Message} ({note.Code})");
        var findings = DocumentReader.Read(extracted.Text, extracted.Dated);
        if (target is not null) return await WriteAsync(file, target, findings, terminal, stop);
        if (json) await terminal.Out.WriteLineAsync(Encoding.UTF8.GetString(FindingsJson.Write(findings)));
        else FindingsText.Print(findings, extracted.Text, terminal.Out);
        return null;
    }

    /// <summary>The words of a file; those of a picture where a machine reader is at hand.</summary>
    private static async Task<Outcome<Extracted>> TextAsync(string file, byte[] bytes, Terminal terminal, CancellationToken stop)
    {
        var read = await Extract.ReadAsync(bytes, Path.GetFileName(file), stop: stop);
        if (!read.Done || read.Value.Text.Length > 0 || read.Value.Locked || !Ocr.IsAvailable) return read;
        var seen = await Ocr.ReadAsync(bytes, stop: stop);
        if (!seen.Done) return read;
        await terminal.Error.WriteLineAsync($"{file}: a machine read this text off a picture; compare its quotes with the original.");
        return seen;
    }

    private static async Task<Outcome<byte[]>> BytesAsync(string file, CancellationToken stop)
    {
        try
        {
            // Measured first, so that a huge file is refused without being held in memory.
            var size = new FileInfo(file).Length;
            if (size > Limits.Default.FileBytes) return Refused.TooLarge(Path.GetFileName(file), size, Limits.Default.FileBytes);
            return await File.ReadAllBytesAsync(file, stop);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return CommandRefusals.NoFile(file);
        }
    }

    private static async Task<Refusal?> WriteAsync(string file, string target, Findings findings, Terminal terminal, CancellationToken stop)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            await File.WriteAllBytesAsync(target, FindingsJson.Write(findings), stop);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return CommandRefusals.NotWritten(target, error.Message);
        }

        await terminal.Out.WriteLineAsync($"{file} → {target}: {Count(findings.Organisations.Length, "organisation")}, {Count(findings.People.Length, "person", "people")}, "
            + $"{Count(findings.Instruments.Length, "instrument")}, {Count(findings.Meetings.Length, "meeting")}");
        return null;
    }

    private static string Count(int number, string one, string? many = null) => $"{number} {(number == 1 ? one : many ?? one + "s")}";
}
