using System.Collections.Immutable;

namespace Concordat.App.Commands;

/// <summary>The words that follow a command's name, told apart.</summary>
public sealed class Arguments
{
    private readonly Dictionary<string, string> _options = [];

    /// <summary>Words that are no option, in their order.</summary>
    public ImmutableArray<string> Operands { get; private init; } = [];

    /// <summary>The value given with an option, or null.</summary>
    public string? Value(string option) => _options.GetValueOrDefault(option);

    public bool Has(string option) => _options.ContainsKey(option);

    /// <summary>Reads <c>--name VALUE</c>, <c>--name=VALUE</c> and <c>--name</c>; after <c>--</c> nothing is an option.</summary>
    /// <returns>Refusals <c>usage.unknown-option</c>, <c>usage.value-missing</c>, <c>usage.value-unwanted</c>, <c>usage.twice</c>, <c>usage.operand-unwanted</c>, <c>usage.operand-missing</c>, <c>usage.operand-twice</c>.</returns>
    public static Outcome<Arguments> Parse(Command command, IReadOnlyList<string> words)
    {
        var (operands, options) = (ImmutableArray.CreateBuilder<string>(), new Dictionary<string, string>());
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i] == "--") { operands.AddRange(words.Skip(i + 1)); break; }
            if (!words[i].StartsWith('-') || words[i].Length == 1) { operands.Add(words[i]); continue; }
            var (name, value) = Split(words[i]);
            var option = command.Options.FirstOrDefault(o => o.Name == name);
            if (option is null) return UsageRefusals.Unknown(command, name);
            if (option.Value is null && value is not null) return UsageRefusals.Unwanted(option);
            if (option.Value is not null && value is null && ++i < words.Count) value = words[i];
            if (option.Value is not null && string.IsNullOrEmpty(value)) return UsageRefusals.Missing(option);
            if (!options.TryAdd(name, value ?? "")) return UsageRefusals.Twice(option);
        }

        if (command.Operands is null && operands.Count > 0) return UsageRefusals.Operand(command, operands[0]);
        if (command.Operands is not null && operands.Count == 0) return UsageRefusals.NoOperand(command);
        if (operands.Count > 1 && !command.Operands!.EndsWith('…')) return UsageRefusals.Operands(command);
        var arguments = new Arguments { Operands = operands.ToImmutable() };
        foreach (var (name, value) in options) arguments._options[name] = value;
        return arguments;
    }

    private static (string Name, string? Value) Split(string word) =>
        word.IndexOf('=') is var at and > 0 ? (word[..at], word[(at + 1)..]) : (word, null);
}
