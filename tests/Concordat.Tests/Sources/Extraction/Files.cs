using Concordat.Sources.Extraction;

namespace Concordat.Tests.Sources.Extraction;

/// <summary>Short words for what these tests do again and again.</summary>
internal static class Files
{
    public static Task<Outcome<Extracted>> TryAsync(byte[] bytes, string name = "file", string? declared = null, Limits? limits = null) =>
        Extract.ReadAsync(bytes, name, declared, limits, TestContext.Current.CancellationToken);

    public static async Task<Extracted> ReadAsync(byte[] bytes, string name = "file", string? declared = null, Limits? limits = null)
    {
        var outcome = await TryAsync(bytes, name, declared, limits);
        Assert.True(outcome.Done, outcome.Refusal?.ToString());
        AssertStorable(outcome.Value);
        return outcome.Value;
    }

    /// <summary>What holds for every text whatever the file: it can be stored, and its pages lie within it.</summary>
    public static void AssertStorable(Extracted read)
    {
        foreach (var text in new[] { read.Text, read.Title ?? "", read.From ?? "" })
        {
            Assert.Equal(Clean.Text(text), text);
            Assert.DoesNotContain('\0', text);
            Assert.Equal(text, System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text)));
        }
        Assert.True(read.PageStarts.SequenceEqual(read.PageStarts.Order()));
        Assert.All(read.PageStarts, start => Assert.InRange(start, 0, read.Text.Length));
    }
}
