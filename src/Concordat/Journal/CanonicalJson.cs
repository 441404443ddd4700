using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Concordat;

/// <summary>One byte sequence for one JSON value, so that digests can be compared.</summary>
/// <remarks>Source: RFC 8785 (JSON Canonicalization Scheme), section 3.2.</remarks>
public static class CanonicalJson
{
    private const int MaxDepth = 64;

    /// <summary>UTF-8 without BOM; identical values give identical bytes on every platform.</summary>
    /// <exception cref="InvalidOperationException">A lone surrogate, a number that is not finite, or nesting beyond 64.</exception>
    public static byte[] Bytes(JsonNode? node)
    {
        var text = new StringBuilder(512);
        Write(text, node, 0);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    public static byte[] Bytes(ReadOnlySpan<byte> json) => Bytes(JsonNode.Parse(json));

    private static void Write(StringBuilder text, JsonNode? node, int depth)
    {
        if (depth > MaxDepth) throw new InvalidOperationException("JSON is nested too deeply.");
        switch (node)
        {
            case null: text.Append("null"); break;
            case JsonObject members: WriteObject(text, members, depth); break;
            case JsonArray items: WriteArray(text, items, depth); break;
            default: WriteValue(text, node.AsValue()); break;
        }
    }

    private static void WriteObject(StringBuilder text, JsonObject members, int depth)
    {
        var count = members.Count;
        var names = ArrayPool<string>.Shared.Rent(count);
        var at = 0;
        foreach (var (name, _) in members) names[at++] = name;
        Array.Sort(names, 0, count, StringComparer.Ordinal);
        text.Append('{');
        for (var i = 0; i < count; i++)
        {
            if (i > 0) text.Append(',');
            WriteString(text, names[i]);
            text.Append(':');
            Write(text, members[names[i]], depth + 1);
        }

        text.Append('}');
        ArrayPool<string>.Shared.Return(names, clearArray: true);
    }

    private static void WriteArray(StringBuilder text, JsonArray items, int depth)
    {
        text.Append('[');
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0) text.Append(',');
            Write(text, items[i], depth + 1);
        }

        text.Append(']');
    }

    private static void WriteValue(StringBuilder text, JsonValue value)
    {
        switch (value.GetValueKind())
        {
            case JsonValueKind.True: text.Append("true"); break;
            case JsonValueKind.False: text.Append("false"); break;
            case JsonValueKind.String: WriteString(text, Text(value)); break;
            default: text.Append(Number(value)); break;
        }
    }

    private static string Text(JsonValue value) =>
        value.TryGetValue(out string? text) ? text : JsonSerializer.Deserialize<string>(value.ToJsonString())!;

    private static string Number(JsonValue value)
    {
        if (value.TryGetValue(out int small)) return small.ToString(CultureInfo.InvariantCulture);
        return Number(value.TryGetValue(out double number) ? number : double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture));
    }

    /// <summary>A number as ECMAScript writes it.</summary>
    /// <remarks>Source: ECMA-262, 6.1.6.1.20 (Number::toString), as RFC 8785, section 3.2.2.3 asks.</remarks>
    private static string Number(double number)
    {
        if (!double.IsFinite(number)) throw new InvalidOperationException("JSON has no such number.");
        if (number == 0) return "0";
        var shortest = Math.Abs(number).ToString("R", CultureInfo.InvariantCulture);
        var mark = shortest.IndexOf('E');
        var mantissa = mark < 0 ? shortest : shortest[..mark];
        var exponent = mark < 0 ? 0 : int.Parse(shortest[(mark + 1)..], CultureInfo.InvariantCulture);
        var dot = mantissa.IndexOf('.');
        var digits = mantissa.Replace(".", "");
        var point = (dot < 0 ? mantissa.Length : dot) + exponent;
        point -= digits.Length - digits.TrimStart('0').Length;
        digits = digits.Trim('0');
        return (number < 0 ? "-" : "") + Place(digits, point);
    }

    private static string Place(string digits, int point)
    {
        if (point is > 0 and <= 21)
            return digits.Length <= point ? digits.PadRight(point, '0') : $"{digits[..point]}.{digits[point..]}";
        if (point is > -6 and <= 0) return "0." + new string('0', -point) + digits;
        var exponent = point - 1;
        var mantissa = digits.Length == 1 ? digits : $"{digits[0]}.{digits[1..]}";
        return $"{mantissa}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent)}";
    }

    private static void WriteString(StringBuilder text, string value)
    {
        text.Append('"');
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (char.IsSurrogate(c))
            {
                if (i + 1 >= value.Length || !char.IsSurrogatePair(c, value[i + 1]))
                    throw new InvalidOperationException("A lone surrogate has no canonical form.");
                text.Append(c).Append(value[++i]);
                continue;
            }

            WriteChar(text, c);
        }

        text.Append('"');
    }

    private static void WriteChar(StringBuilder text, char c)
    {
        switch (c)
        {
            case '"': text.Append("\\\""); break;
            case '\\': text.Append("\\\\"); break;
            case '\b': text.Append("\\b"); break;
            case '\t': text.Append("\\t"); break;
            case '\n': text.Append("\\n"); break;
            case '\f': text.Append("\\f"); break;
            case '\r': text.Append("\\r"); break;
            case < ' ': text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)); break;
            default: text.Append(c); break;
        }
    }
}
