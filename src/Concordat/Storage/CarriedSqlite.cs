using System.Reflection;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Concordat.Storage;

/// <summary>Loads the embedded database's library from inside a program that is one single file, without unpacking it onto a disk where that can be avoided.</summary>
/// <remarks>The framework's own way unpacks into the user's home, which a service often does not have.</remarks>
public static class CarriedSqlite
{
    /// <summary>Does nothing where the assembly carries no library: then it lies beside the program.</summary>
    /// <param name="carrier">Holds the library as a resource whose name begins with <c>native/</c>.</param>
    public static void Use(Assembly carrier)
    {
        if (carrier.GetManifestResourceNames().FirstOrDefault(n => n.StartsWith("native/", StringComparison.Ordinal)) is not { } name) return;
        var library = new Lazy<nint>(() => Load(carrier, name));
        NativeLibrary.SetDllImportResolver(typeof(SQLitePCL.SQLite3Provider_e_sqlite3).Assembly, (wanted, _, _) => wanted == "e_sqlite3" ? library.Value : 0);
    }

    private static nint Load(Assembly carrier, string name)
    {
        using var library = carrier.GetManifestResourceStream(name)!;
        return OperatingSystem.IsLinux() && FromMemory(library) is var handle and not 0 ? handle : FromFile(library, Path.GetFileName(name));
    }

    private static nint FromMemory(Stream library)
    {
        var file = MakeFile("e_sqlite3", 0);
        if (file < 0) return 0;
        // Kept open: the loader knows libraries by what they are, and this one has no other name.
        using var handle = new SafeFileHandle(file, ownsHandle: false);
        using (var memory = new FileStream(handle, FileAccess.Write)) library.CopyTo(memory);
        return NativeLibrary.TryLoad($"/proc/self/fd/{file}", out var loaded) ? loaded : 0;
    }

    private static nint FromFile(Stream library, string name)
    {
        library.Position = 0;
        var folder = Directory.CreateTempSubdirectory("concordat-");
        var path = Path.Combine(folder.FullName, name);
        using (var file = File.Create(path)) library.CopyTo(file);
        var loaded = NativeLibrary.Load(path);
        // Where a loaded library can be removed it is; Windows keeps it until the folder is cleaned.
        if (!OperatingSystem.IsWindows()) folder.Delete(recursive: true);
        return loaded;
    }

    [DllImport("libc", EntryPoint = "memfd_create", CharSet = CharSet.Ansi, BestFitMapping = false)]
    private static extern int MakeFile([MarshalAs(UnmanagedType.LPUTF8Str)] string name, uint flags);
}
