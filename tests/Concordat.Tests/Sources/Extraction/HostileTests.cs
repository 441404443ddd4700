using Concordat.Sources.Extraction;
using Concordat.Tests.Samples;

namespace Concordat.Tests.Sources.Extraction;

/// <summary>Files of each kind with bytes changed, cut out and doubled at random; the seed is in the message.</summary>
public sealed class HostileTests
{
    private const int Rounds = 60;

    public static TheoryData<string> Kinds => ["pdf", "protected", "scan", "docx", "eml", "html", "txt"];

    private static byte[] Sample(string kind) => kind switch
    {
        "pdf" => SamplePdf.Readable, "protected" => SamplePdf.Protected(""), "scan" => SamplePdf.Scanned, "docx" => SampleWord.Tracked,
        "eml" => SampleFiles.Mail([1, 2, 3]), "html" => SampleFiles.HtmlPage, _ => SampleFiles.Text,
    };

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_damaged_file_never_throws_and_never_gives_what_cannot_be_stored(string kind)
    {
        var whole = Sample(kind);
        for (var seed = 1; seed <= Rounds; seed++)
        {
            var bytes = Damaged(whole, new Random(seed));
            try
            {
                var outcome = await Files.TryAsync(bytes, $"a.{kind}");
                if (outcome.Done) Files.AssertStorable(outcome.Value);
                else Assert.StartsWith("source.", outcome.Refusal!.Code, StringComparison.Ordinal);
            }
            catch (Exception e) when (e is not OperationCanceledException) { Assert.Fail($"{kind}, seed {seed}: {e}"); }
        }
    }

    private static byte[] Damaged(byte[] whole, Random random)
    {
        var bytes = whole.ToList();
        for (var i = random.Next(1, 20); i > 0; i--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, 40), bytes.Count - at);
            switch (random.Next(4))
            {
                case 0: bytes[at] = (byte)random.Next(256); break;
                case 1 when bytes.Count > 100: bytes.RemoveRange(at, length); break;
                case 2: bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length)); break;
                default: bytes[at] = (byte)"0<[(/>\0\u00FF"[random.Next(8)]; break;
            }
        }
        return [.. bytes];
    }
}
