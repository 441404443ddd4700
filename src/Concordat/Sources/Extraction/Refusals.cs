namespace Concordat.Sources.Extraction;

/// <summary>Every reason for which a file is not taken as a source. Anything else is kept, read or not.</summary>
public static class Refusals
{
    public static Refusal Empty(string name) =>
        new("source.empty", $"“{name}” is empty: there is nothing to keep.");

    public static Refusal TooLarge(string name, long bytes, int limit) =>
        new("source.too-large", $"“{name}” has {bytes / (double)Limits.Megabyte:0.0} MB; files up to {Limits.Say(limit)} are taken. Split it, or ask whoever runs this installation to raise the limit.");

    /// <summary>Named after what the archive would unpack to.</summary>
    public static Refusal Bomb(string name, string what) =>
        new("source.bomb", $"“{name}” was not opened: {what}. A file like this is made to exhaust the machine that opens it.");

    /// <summary>Asked to read pictures on a machine without the program that does it.</summary>
    public static Refusal NoMachineReader { get; } =
        new("source.no-machine-reader", "Text is read off pictures by the program tesseract, which is not installed here (or lacks the language asked for). Ask whoever runs this machine to install it.");

    public static Refusal NothingToRead { get; } =
        new("source.nothing-to-read", "Only pictures and PDF pages can be read by a machine, and this is neither, or it cannot be opened.");
}
