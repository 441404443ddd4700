namespace Concordat.App.Commands;

/// <summary>What is wrong with a command as typed; each is answered with the right usage and exit code 2.</summary>
public static class UsageRefusals
{
    public static Refusal NoCommand(string word) => new("usage.unknown-command", $"There is no command \"{word}\".");

    public static Refusal Unknown(Command command, string option) => new("usage.unknown-option", $"\"{command.Name}\" has no option {option}.");

    public static Refusal Missing(Option option) => new("usage.value-missing", $"{option.Name} needs a value: {option.Usage}.");

    public static Refusal Unwanted(Option option) => new("usage.value-unwanted", $"{option.Name} takes no value.");

    public static Refusal Twice(Option option) => new("usage.twice", $"{option.Name} is given twice.");

    public static Refusal Operand(Command command, string word) => new("usage.operand-unwanted", $"\"{command.Name}\" does not know what to do with \"{word}\".");

    public static Refusal NoOperand(Command command) => new("usage.operand-missing", $"\"{command.Name}\" needs {command.Operands}.");

    public static Refusal Port(string text) => new("usage.port", $"\"{text}\" is no port. Ports are whole numbers from 0 to 65535; 0 takes any free one.");
}

/// <summary>Every refusal that a command gives of its own; those of the register come through unchanged.</summary>
public static class CommandRefusals
{
    public static Refusal PortInUse(int port, int other) =>
        new("serve.port-in-use", $"The port {port} is in use by another program. End it, or name another: --port {other}");

    public static Refusal PortNotAllowed(int port) =>
        new("serve.port-not-allowed", $"This user may not listen on port {port}. Name one from 1024 on, for instance --port 5080");

    public static Refusal NotLoopback(string address) =>
        new("serve.not-loopback", $"Concordat listens on this machine only ({address} was asked for): there is no sign-in yet, so everybody who reached it could change everything.");

    public static Refusal NoRegister(string folder) =>
        new("data.not-found", $"There is no register in {folder}. Name the data folder with --data, or make one with: ./concordat serve --data {folder}");

    public static Refusal NotTheDemo(string folder) =>
        new("demo.other-register", $"{folder} holds a register that is not the demo's; no sample was added to it. Name an empty folder with --data, or open this one with: ./concordat serve --data {folder}");

    public static Refusal NoFile(string path) => new("read.not-found", $"{path} is not there, or may not be read.");

    public static Refusal NoFolder(string path) => new("evaluate.not-found", $"There is no folder {path}, or it may not be read.");

    public static Refusal NoLabels(string path) => new("evaluate.no-labels", $"{path} holds no labels. Each text NAME.txt needs a file NAME.json beside it.");

    public static Refusal NotLabels(string path, string why) => new("evaluate.not-labels", $"{path} holds no labels: {why}");

    public static Refusal SameName(string name) => new("read.same-name", $"Two of the files would be written to {name}. Read them apart, with another --out each.");

    public static Refusal NotWritten(string path, string why) => new("read.not-written", $"{path} could not be written: {why}");
}
