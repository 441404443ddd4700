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
            var probe = Path.Combine(folder, $".probe-{Environment.ProcessId}");
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
}
