using FsCheck;
using FsCheck.Fluent;

namespace Concordat.Tests.Reading.Dates;

/// <summary>EDTF of every kind, valid more often than not.</summary>
public sealed record EdtfSample(string Text);

/// <summary>Text that is almost EDTF or almost a typed date.</summary>
public sealed record HostileText(string Text);

public static class DateSamples
{
    private static readonly Gen<string> Qualifier = Gen.Frequency((5, Gen.Constant("")), (1, Gen.Elements("?", "~", "%")));

    private static readonly Gen<string> Year = Gen.OneOf(
        Gen.Choose(1990, 2040).Select(y => $"{y}"),
        Gen.Choose(-9999, 9999).Where(y => y != 0).Select(y => y < 0 ? $"-{-y:0000}" : $"{y:0000}"),
        Gen.Elements("XXXX", "20XX", "202X", "2X1X", "-XXXX", "-00X1", "20X0", "XXX1"));

    private static readonly Gen<string> Month = Gen.Frequency((4, Gen.Choose(1, 12).Select(m => $"{m:00}")), (1, Gen.Elements("XX", "0X", "1X", "X2")));

    private static readonly Gen<string> Day = Gen.Frequency((4, Gen.Choose(1, 31).Select(d => $"{d:00}")), (1, Gen.Elements("XX", "1X", "X9", "3X")));

    private static readonly Gen<string> One = Gen.OneOf(
        from y in Year from q in Qualifier select y + q,
        from y in Year from m in Month from q in Qualifier select $"{y}-{m}{q}",
        from y in Year from m in Month from d in Day from a in Qualifier from b in Qualifier select $"{y}-{a}{m}-{d}{b}",
        from y in Gen.Choose(1990, 2040) from s in Gen.Choose(21, 41) from q in Qualifier select $"{y}-{s}{q}");

    private static readonly Gen<string> Edge = Gen.Frequency((6, One), (1, Gen.Constant("..")), (1, Gen.Constant("")));

    private static readonly Gen<string> Any = Gen.Frequency(
        (5, One),
        (3, from a in Edge from b in Edge select $"{a}/{b}"),
        (1, from a in One from b in One select $"[{a},{b}]"),
        (1, from a in One from b in One from c in One select $"{{{a}..{b}, {c}}}"),
        (1, Gen.Elements("Y17E7", "Y-17E7S2", "1950S2", "199", "19", "-05?", "2020-05-01T24:00Z", "2020-02-29T10:30:00.5+05:30", "2020-05-01T10:30")));

    private static readonly Gen<string> Scraps = Gen.ArrayOf(Gen.Elements(
            "2026", "13", "-", "/", ".", "..", "[", "]", "{", "}", ",", " ", "X", "?", "~", "%", "Y", "E9", "S3", "T", ":", "Z", "+14", "feb", "spring", "to", "by",
            "between", "and", "or", "about", "q3", "fy", "mid", "99999999", "\0", "\ud800", "é", "फ़", "१३", "(", ")", "not known", ", no end date"))
        .Select(parts => string.Concat(parts));

    public static Arbitrary<EdtfSample> Samples() => Any.Where(t => Concordat.Reading.Dates.Edtf.TryParse(t, out _)).Select(t => new EdtfSample(t)).ToArbitrary();

    public static Arbitrary<HostileText> Hostile() => Gen.OneOf(Scraps, Any, ArbMap.Default.GeneratorFor<string>().Select(s => s ?? "")).Select(t => new HostileText(t)).ToArbitrary();
}
