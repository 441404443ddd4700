using System.Collections;
using System.Reflection;
using Concordat.Reading.Evidence;

namespace Concordat.Tests.Reading;

/// <summary>Walks every finding of a reading.</summary>
internal static class Quotes
{
    /// <summary>Each finding's path, quote, span and rule.</summary>
    public static IEnumerable<(string Path, string Quote, TextSpan Span, string Rule)> Of(object? node, string path = "")
    {
        if (node is null or string || node.GetType().IsPrimitive) yield break;
        var type = node.GetType();
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Finding<>))
        {
            yield return (path, (string)Get(node, "Quote")!, (TextSpan)Get(node, "Evidence")!, (string)Get(node, "Rule")!);
            yield break;
        }
        if (node is IEnumerable list)
        {
            foreach (var item in list) foreach (var found in Of(item, $"{path}[]")) yield return found;
            yield break;
        }
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
            if (property.GetIndexParameters().Length == 0 && property.Name is not "EqualityContract")
                foreach (var found in Of(property.GetValue(node), $"{path}.{property.Name}")) yield return found;
    }

    private static object? Get(object node, string name) => node.GetType().GetProperty(name)!.GetValue(node);

    /// <summary>Fails unless every finding quotes the text to the letter and names its rule, and every key it refers to exists.</summary>
    public static void Check(Findings findings, string text)
    {
        foreach (var (path, quote, span, rule) in Of(findings))
        {
            Assert.True(span.Start >= 0 && span.Length > 0 && span.End <= text.Length, $"{path}: {span} is outside the text");
            Assert.True(text.AsSpan(span.Start, span.Length).SequenceEqual(quote), $"{path}: \"{quote}\" is not at {span}");
            Assert.False(string.IsNullOrEmpty(rule), path);
        }
        CheckKeys(findings);
    }

    private static void CheckKeys(Findings f)
    {
        var keys = f.Organisations.Select(o => o.Key).Concat(f.People.Select(p => p.Key)).Concat(f.Instruments.Select(i => i.Key)).Concat(f.Meetings.Select(m => m.Key)).ToList();
        Assert.Equal(keys.Count, keys.Distinct().Count());
        var known = keys.ToHashSet();
        var used = f.Instruments.SelectMany(i => i.Parties.Concat(i.Signatories).Append(i.Meeting))
            .Concat(f.Meetings.SelectMany(m => m.Sides.Concat(m.CoChairs).Concat(m.GuidedBy).Append(m.Host)))
            .Concat(f.Opportunities.SelectMany(o => o.Between.Append(o.Meeting)))
            .Concat(f.People.Select(p => p.Organisation)).Concat(f.Organisations.Select(o => o.Parent));
        Assert.All(used.OfType<Finding<string>>(), reference => Assert.Contains(reference.Value, known));
    }
}
