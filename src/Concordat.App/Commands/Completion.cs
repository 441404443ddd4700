using System.Text;

namespace Concordat.App.Commands;

/// <summary>Writes what a shell needs to complete words of the command line; all of it comes from the table of commands.</summary>
public static class Completion
{
    private static readonly string[] Shells = ["bash", "zsh"];

    internal static readonly Command Command = new("completion", "Print what makes a shell complete these commands.", RunAsync) { Operands = "bash|zsh" };

    private static Task<int> RunAsync(Arguments arguments, Terminal terminal, CancellationToken stop)
    {
        var shell = arguments.Operands[0];
        if (!Shells.Contains(shell)) return Task.FromResult(CommandLine.Wrong(UsageRefusals.Shell(shell), Command, terminal));
        terminal.Out.Write(shell == "bash" ? Bash() : Zsh());
        return Task.FromResult(Exit.Done);
    }

    /// <summary>To be read by bash 3.2 or later: <c>source &lt;(./concordat completion bash)</c> from bash 4 on.</summary>
    public static string Bash()
    {
        var text = new StringBuilder();
        text.Append("""
            # Completion of concordat's commands for bash.
            _concordat() {
              local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} names='' kind=''
              COMPREPLY=()
              if [ "$COMP_CWORD" -eq 1 ]; then

            """);
        text.Append($"    COMPREPLY=($(compgen -W '{string.Join(' ', CommandLine.Commands.Select(c => c.Name))}' -- \"$word\"))\n    return\n  fi\n  case ${{COMP_WORDS[1]}} in\n");
        foreach (var command in CommandLine.Commands)
        {
            text.Append($"  {command.Name})\n    names='{string.Join(' ', command.Options.Select(o => o.Name).Append("--help"))}' kind='{Kind(command.Operands)}'\n    case $before in\n");
            foreach (var option in command.Options.Where(o => o.Value is not null)) text.Append($"    {option.Name}) names='' kind='{Kind(option.Value)}' ;;\n");
            text.Append("    esac ;;\n");
        }

        return text.Append("""
              *) return ;;
              esac
              # A value of its own must not be taken for an option, nor a word for a value.
              case $word in -*) [ -z "$names" ] || { COMPREPLY=($(compgen -W "$names" -- "$word")); return; } ;; esac
              case $kind in
              file) compopt -o filenames 2>/dev/null; local IFS=$'\n'; COMPREPLY=($(compgen -f -- "$word")) ;;
              dir) compopt -o filenames 2>/dev/null; local IFS=$'\n'; COMPREPLY=($(compgen -d -- "$word")) ;;
              '') [ -z "$names" ] || COMPREPLY=($(compgen -W "$names" -- "$word")) ;;
              value) ;;
              *) COMPREPLY=($(compgen -W "${kind//|/ }" -- "$word")) ;;
              esac
            }
            complete -F _concordat concordat ./concordat

            """).ToString();
    }

    /// <summary>To be read by zsh: <c>source &lt;(./concordat completion zsh)</c> after compinit.</summary>
    public static string Zsh()
    {
        var text = new StringBuilder("#compdef concordat\n# Completion of concordat's commands for zsh.\n_concordat() {\n  local -a commands\n  if (( CURRENT == 2 )); then\n    commands=(\n");
        foreach (var command in CommandLine.Commands) text.Append($"      '{command.Name}:{Quoted(command.Summary)}'\n");
        text.Append("    )\n    _describe 'command' commands\n    return\n  fi\n  local command=${words[2]}\n  shift words\n  (( CURRENT-- ))\n  case $command in\n");
        foreach (var command in CommandLine.Commands)
        {
            text.Append($"  {command.Name})\n    _arguments");
            foreach (var option in command.Options) text.Append($" \\\n      '{option.Name}[{Quoted(option.Summary)}]{(option.Value is null ? "" : $":{option.Value}:{Action(option.Value)}")}'");
            text.Append(" \\\n      '--help[Say how it is typed]'");
            if (command.Operands is { } operand) text.Append($" \\\n      '{(operand.EndsWith('…') ? "*" : "1")}:{operand.Replace("|", " or ", StringComparison.Ordinal)}:{Action(operand)}'");
            text.Append(" ;;\n");
        }

        return text.Append("  esac\n}\nif [ \"$funcstack[1]\" = _concordat ]; then _concordat \"$@\"; else compdef _concordat concordat ./concordat; fi\n").ToString();
    }

    private static string Kind(string? value) => value?.TrimEnd('…') switch { null => "", "FILE" => "file", "DIR" => "dir", var words when words.Contains('|') => words, _ => "value" };

    private static string Action(string value) => Kind(value) switch { "file" => "_files", "dir" => "_files -/", "value" => " ", var words => $"({words.Replace('|', ' ')})" };

    /// <summary>Safe between single quotes and inside brackets and colons of zsh.</summary>
    private static string Quoted(string text) => text.Replace("'", "’", StringComparison.Ordinal).Replace(":", "\\:", StringComparison.Ordinal).Replace("[", "\\[", StringComparison.Ordinal).Replace("]", "\\]", StringComparison.Ordinal);
}
