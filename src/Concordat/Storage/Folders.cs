using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Concordat.Storage;

internal static class Folders
{
    /// <summary>Makes the folder and proves that it can be written to.</summary>
    /// <returns>Refusals <c>storage.not-writable</c>, <c>storage.full</c>; null when all is well.</returns>
    public static Refusal? Prepare(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, $".probe-{Environment.ProcessId}-{Environment.CurrentManagedThreadId}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            var refusal = StoreRefusals.From(error);
            return refusal == StoreRefusals.Full ? refusal : StoreRefusals.NotWritable(folder);
        }
    }

    /// <summary>Makes a folder so that its name is on disk too.</summary>
    public static void Make(string folder)
    {
        if (Directory.Exists(folder)) return;
        Directory.CreateDirectory(folder);
        Flush(Path.GetDirectoryName(folder)!);
    }

    /// <summary>Puts the names in a folder on disk: a file that was flushed is otherwise lost with its name when the power fails.</summary>
    public static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows()) return;
        var handle = OpenFolder(folder, 0);
        if (handle < 0) return;
        _ = Sync(handle);
        _ = Close(handle);
    }

    /// <summary>Asks the system to forget its copy of a flushed file, so that reading it again reads the disk.</summary>
    public static void Forget(SafeFileHandle file)
    {
        const int dontNeed = 4;
        if (OperatingSystem.IsLinux()) _ = Advise(file, 0, 0, dontNeed);
    }

    [DllImport("libc", EntryPoint = "posix_fadvise")]
    private static extern int Advise(SafeFileHandle file, long offset, long length, int advice);

    [DllImport("libc", EntryPoint = "open", CharSet = CharSet.Ansi, BestFitMapping = false)]
    private static extern int OpenFolder([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync")]
    private static extern int Sync(int handle);

    [DllImport("libc", EntryPoint = "close")]
    private static extern int Close(int handle);
}
