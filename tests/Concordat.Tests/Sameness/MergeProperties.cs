using System.Text.Json.Nodes;
using Concordat.Agreements;
using Concordat.Organisations;
using Concordat.People;
using Concordat.Sameness;
using Concordat.Tests.Journals;
using Concordat.Tests.Storage;
using FsCheck;
using FsCheck.Fluent;

namespace Concordat.Tests.Samenesses;

/// <summary>Random records are merged, edited and parted again, on both databases.</summary>
public class MergeProperties
{
    private static readonly Guid[] OfSurvivor = Ids('a'), OfOther = Ids('b'), OfNobody = Ids('c');
    private static readonly Guid Shared = Guid.Parse("0198c0de-0000-7000-8000-0000000000d1");

    private static Guid[] Ids(char letter) => [.. Enumerable.Range(1, 3).Select(i => Guid.Parse($"0198c0de-0000-7000-8000-0000000000{letter}{i}"))];

    [Theory, BothDatabases]
    public void What_was_merged_and_edited_is_parted_as_the_rule_says(Database database) => Prop.ForAll(Pick.Sequences(36), picks =>
    {
        RunAsync(database, picks).GetAwaiter().GetResult();
    }).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(database == Database.Sqlite ? 40 : 12));

    private static async Task RunAsync(Database database, Pick[] picks)
    {
        await using var bed = await Databases.NewAsync(database);
        var walk = new Walk(bed, await SampleRecords.SaveAsync(bed), (picks[0].Verb % 3) switch { 0 => OrganisationKind.Kind, 1 => PersonKind.Kind, _ => AgreementKind.Kind });
        await walk.BeginAsync();
        var third = picks.Length / 3;
        foreach (var pick in picks.Take(third)) await walk.EditAsync(walk.Survivor, pick, [.. OfSurvivor, Shared]);
        foreach (var pick in picks.Skip(third).Take(third)) await walk.EditAsync(walk.Other, pick, [.. OfOther, Shared]);
        await walk.MergeAsync();
        foreach (var pick in picks.Skip(2 * third)) await walk.EditAsync(walk.Survivor, pick, [.. OfSurvivor, .. OfOther, .. OfNobody, Shared]);
        await walk.SoundAsync();
        await walk.PartAsync();
        await walk.SoundAsync();
    }

    private sealed class Walk(TestStore bed, SampleRecords records, RecordKind kind)
    {
        private Document _before = null!, _other = null!, _joined = null!;
        private Guid _referring;

        public Guid Survivor { get; } = Concordat.Ids.New(TimeProvider.System);
        public Guid Other { get; } = Concordat.Ids.New(TimeProvider.System);

        private MergeRecords Merge => new(bed.Store, bed.Journal, bed.Clock);

        public async Task BeginAsync()
        {
            Edit Named(Guid id, string name) => Edit.Create(id, kind.Name, kind == OrganisationKind.Kind ? [new Set($"names/{Concordat.Ids.New(TimeProvider.System)}/text", name)]
                : [new Set(kind == PersonKind.Kind ? "name" : "title", name)]);
            await SaveAsync(Named(Survivor, "Alpha"), Named(Other, "Beta"));
            _referring = Concordat.Ids.New(TimeProvider.System);
            await SaveAsync(kind.Name switch
            {
                "organisation" => Edit.Create(_referring, "agreement", [new Set("title", "Referring"), new Set($"parties/{OfNobody[0]}/organisation", Text(Other)), new Set($"parties/{OfNobody[1]}/organisation", Text(Survivor))]),
                "person" => Edit.Create(_referring, "meeting", [new Set("title", "Referring"), new Set($"chairs/{OfNobody[0]}/person", Text(Other))]),
                _ => Edit.Create(_referring, "body", [new Set("name", "Referring"), new Set("establishedBy", Text(Other))]),
            });
        }

        private async Task SaveAsync(params Edit[] edits) => Assert.True((await bed.Journal.SaveAsync(new Deed(Actor.Local, [.. edits]))).Done);

        public async Task EditAsync(Guid record, Pick pick, Guid[] elements)
        {
            var seen = await bed.FindAsync(record);
            if (AnyChange.Of(seen, kind, pick, Refer, records.Source, elements) is { } change) await bed.Journal.SaveAsync(new Deed(Actor.Local, [Edit.Of(seen, change)]) { Reason = pick.Reason ? "because" : null });
        }

        private Guid? Refer(string of) => of switch { "organisation" => records.University, "person" => records.Person, "agreement" => records.Agreement, "source" => records.Source, _ => null };

        public async Task MergeAsync()
        {
            (_before, _other) = (await bed.FindAsync(Survivor), await bed.FindAsync(Other));
            var (referring, targets) = ((await bed.FindAsync(_referring)).Canonical(), await TargetsAsync());
            var merged = await Merge.MergeAsync(Actor.Local, Survivor, Other, "the same");
            Assert.True(merged.Done, merged.Refusal?.ToString());
            (_joined, var gone) = (merged.Value.Documents[0], merged.Value.Documents[1]);
            Assert.Equal((_before.Version + 1, _other.Version + 1, (Guid?)Survivor), (_joined.Version, gone.Version, gone.MergedInto));
            Assert.Equal(referring, (await bed.FindAsync(_referring)).Canonical());
            Assert.Contains(Other, targets);
            Assert.DoesNotContain(Other, await TargetsAsync());
            foreach (var (path, value) in Values(_before)) Assert.Equal(value, Values(_joined).GetValueOrDefault(path));
            Assert.Empty(Values(_other).Keys.Select(p => p.Split('/')[0]).Except(Values(_joined).Keys.Select(p => p.Split('/')[0])));
        }

        private async Task<List<Guid>> TargetsAsync() => [.. (await bed.RowsAsync("SELECT record, target FROM link")).Where(r => Rows(r[0]) == _referring).Select(r => Rows(r[1]))];

        private static Guid Rows(object? value) => Concordat.Storage.Rows.Id(value);

        public async Task SoundAsync()
        {
            var rows = await bed.ShownAsync();
            await bed.VerifiedAsync();
            Assert.True((await new Rebuilder(bed.Store).RunAsync()).Done);
            Assert.Equal(rows, await bed.ShownAsync());
            foreach (var id in new[] { Survivor, Other })
                if (await bed.FindAsync(id) is { MergedInto: null } document) Assert.All(document.Claims, c => Assert.Equal(c.IsHeld, Json.Same(document.At(c.Path), c.Value)));
        }

        public async Task PartAsync()
        {
            var now = await bed.FindAsync(Survivor);
            var parted = await Merge.UndoAsync(Actor.Local, Other);
            Assert.True(parted.Done, parted.Refusal?.ToString());
            var (survivor, other) = (parted.Value.Documents[0], parted.Value.Documents[1]);
            var oracle = new Rule(_before, _other, _joined, now, kind);
            Assert.Equal(oracle.Survivor(), Shown(survivor));
            Assert.Equal(oracle.Other(), Shown(other));
            Assert.Contains(Other, await TargetsAsync());
            if (now.Version == _joined.Version) Assert.Equal((Content(_before), Content(_other)), (Content(survivor), Content(other)));
            var claims = survivor.Claims.Concat(other.Claims).Select(c => c.Id).ToHashSet();
            Assert.All(_before.Claims.Concat(_other.Claims).Concat(now.Claims), c => Assert.Contains(c.Id, claims));
        }
    }

    /// <summary>The rule of the design in other words: by whole values and elements, without paths of leaves.</summary>
    private sealed class Rule(Document before, Document other, Document joined, Document now, RecordKind kind)
    {
        public string Survivor() => Text(kind.Fields.Where(f => f.Type != FieldType.List).Select(f => (f.Name, One(f.Name, survivor: true)))
            .Concat(kind.Fields.Where(f => f.Type == FieldType.List).SelectMany(f => Whole(f, before, Elements(f, survivor: true)))));

        public string Other() => Text(kind.Fields.Where(f => f.Type != FieldType.List).Select(f => (f.Name, One(f.Name, survivor: false)))
            .Concat(kind.Fields.Where(f => f.Type == FieldType.List).SelectMany(f => Whole(f, other, Elements(f, survivor: false)))));

        private static IEnumerable<(string, JsonNode?)> Whole(Field list, Document was, IEnumerable<(string Path, JsonNode? Value)> elements)
        {
            var all = elements.Where(e => e.Value is not null).ToList();
            return all.Count > 0 || !list.Required ? all : Items(was, list.Name).Select(i => ($"{list.Name}/{i.Key}", (JsonNode?)i.Value));
        }

        private JsonNode? One(string name, bool survivor)
        {
            var (s, l, m, n) = (before.At(name), other.At(name), joined.At(name), now.At(name));
            var whose = Json.Same(m, n) ? "nobody" : s is null && l is not null ? "other" : "survivor";
            var value = survivor ? whose == "survivor" ? n : s : whose == "other" ? n : l;
            return value ?? (kind.Find(name)!.Required ? survivor ? s : l : null);
        }

        private IEnumerable<(string Path, JsonNode? Value)> Elements(Field list, bool survivor)
        {
            var (s, l, m, n) = (Items(before, list.Name), Items(other, list.Name), Items(joined, list.Name), Items(now, list.Name));
            // An element of the other record that the merge found in the survivor is the survivor's from then on.
            var twins = joined.Absorbed.Single(a => a.Id == other.Id).Matched.Where(t => t.List == list.Name).ToDictionary(t => t.Own.ToString(), t => t.Taken.ToString());
            if (!survivor)
                return l.Keys.Select(id => ($"{list.Name}/{id}", s.ContainsKey(twins.GetValueOrDefault(id, id)) ? l[id] : n.GetValueOrDefault(twins.GetValueOrDefault(id, id)) is { } now ? Named(now, id) : null));
            var theirs = l.Keys.Select(id => twins.GetValueOrDefault(id, id)).ToHashSet();
            return n.Keys.Union(s.Keys).Where(id => s.ContainsKey(id) || !theirs.Contains(id)).Select(id => ($"{list.Name}/{id}", Mixed(s.GetValueOrDefault(id), m.GetValueOrDefault(id), n.GetValueOrDefault(id))));
        }

        private static JsonNode Named(JsonNode element, string id)
        {
            var own = element.DeepClone();
            own["id"] = id;
            return own;
        }

        /// <summary>What stood before, with what was changed since the merge.</summary>
        private static JsonNode? Mixed(JsonNode? s, JsonNode? m, JsonNode? n)
        {
            if (n is null || s is null) return n;
            var mixed = s.DeepClone().AsObject();
            foreach (var name in m!.AsObject().Select(p => p.Key).Union(n.AsObject().Select(p => p.Key)).ToList())
                if (!Json.Same(m[name], n[name]))
                    if (n[name] is { } value) mixed[name] = value.DeepClone();
                    else mixed.Remove(name);
            return mixed;
        }

        private static Dictionary<string, JsonNode> Items(Document document, string list) => (document.At(list) as JsonArray ?? []).ToDictionary(e => (string)e!["id"]!, e => e!);
    }

    private static Dictionary<string, string> Values(Document document) => Leaves.Of(document).ToDictionary(l => l.Key, l => l.Value.ToJsonString());

    private static string Shown(Document document) => Text(document.Values.SelectMany(v => v.Value is JsonArray list ? list.Select(e => ($"{v.Key}/{e!["id"]}", (JsonNode?)e)) : [(v.Key, v.Value)]));

    private static string Text(IEnumerable<(string Path, JsonNode? Value)> values) =>
        string.Join('\n', values.Where(v => v.Value is not null).OrderBy(v => v.Path, StringComparer.Ordinal).Select(v => $"{v.Path} = {Ordered(v.Value!)}"));

    private static string Ordered(JsonNode node) => node is JsonObject element ? string.Join(", ", element.Where(e => e.Value is not null).OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => $"{e.Key}: {e.Value!.ToJsonString()}")) : node.ToJsonString();

    private static string Text(Guid id) => id.ToString("D");

    private static string Content(Document document)
    {
        var root = document.Root();
        root.Remove("version");
        return System.Text.Encoding.UTF8.GetString(CanonicalJson.Bytes(root));
    }
}
