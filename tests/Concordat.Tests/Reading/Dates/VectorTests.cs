using Concordat.Reading.Dates;

namespace Concordat.Tests.Reading.Dates;

public class VectorTests
{
    private static readonly Lazy<IReadOnlyList<(string Source, string Input)>> Exceptions = new(ReadExceptions);

    [Fact]
    public void Every_vector_passes_but_the_listed_exceptions()
    {
        var faults = VectorFiles.All().Where(v => !IsListed(v)).Select(v => (v, fault: v.Fault())).Where(x => x.fault is not null);
        var report = string.Join('\n', faults.Select(x => $"{x.v}: {x.fault}"));
        Assert.True(report.Length == 0, report);
    }

    [Fact]
    public void Every_listed_exception_names_a_vector_that_does_fail()
    {
        var failing = VectorFiles.All().Where(v => v.Fault() is not null).Select(v => (v.Source, v.Input)).ToHashSet();
        Assert.Empty(Exceptions.Value.Except(failing));
    }

    [Fact]
    public void All_rows_are_read()
    {
        var all = VectorFiles.All();
        Assert.Equal(184, all.Count(v => v.Source.StartsWith("ohm-", StringComparison.Ordinal)));
        Assert.Equal(157, all.Count(v => v.Source.StartsWith("unt ", StringComparison.Ordinal)));
    }

    [Fact]
    public void At_most_ten_exceptions_are_listed() => Assert.InRange(Exceptions.Value.Count, 1, 10);

    [Fact]
    public void A_normal_form_is_its_own_normal_form()
    {
        foreach (var vector in VectorFiles.All())
        {
            if (!Edtf.TryParse(vector.Input, out var once)) continue;
            Assert.True(Edtf.TryParse(once.ToString(), out var twice), vector.ToString());
            Assert.Equal((once.Text, once.Kind, once.Lo, once.Hi, once.IsCertain), (twice.Text, twice.Kind, twice.Lo, twice.Hi, twice.IsCertain));
        }
    }

    [Fact]
    public void Every_valid_vector_has_words_that_are_not_its_notation()
    {
        foreach (var vector in VectorFiles.All())
        {
            if (!When.TryParse(vector.Input, out var when) || !Span.TryParse(vector.Input, out var span)) continue;
            foreach (var said in new[] { when.Say(), when.SayShort(), span.Say(), span.SayShort() })
            {
                Assert.NotEmpty(said);
                Assert.DoesNotContain("X", said, StringComparison.Ordinal);
                Assert.DoesNotContain("..", said, StringComparison.Ordinal);
                Assert.DoesNotContain('/', said);
            }
        }
    }

    private static bool IsListed(Vector v) => Exceptions.Value.Contains((v.Source, v.Input));

    /// <summary>The rows below the heading "Exceptions" in docs/dates.md: source and input are its first two columns.</summary>
    private static List<(string, string)> ReadExceptions() =>
        [.. File.ReadLines(Path.Combine(VectorFiles.Root(), "docs", "dates.md"))
            .SkipWhile(l => !l.StartsWith("## Exceptions", StringComparison.Ordinal)).Where(l => l.StartsWith("| `", StringComparison.Ordinal))
            .Select(l => l.Split('`')).Select(c => (c[1], c[3]))];
}
