using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Concordat.Intake;

namespace Concordat.App.Tests.Harness;

/// <summary>Writes a register of invented records: as many of each kind as asked for, all leading to the first organisation and the first body.</summary>
internal sealed class Programme(Served served)
{
    private static readonly string[] Places = ["Port Alder", "Northfield", "Österby", "Harbour", "Saint-Vaast"];
    private static readonly string[] Subjects = ["cold-climate materials", "autonomous survey vessels", "the exchange of doctoral researchers", "low-noise propulsion", "water in arid regions"];
    private readonly TimeProvider _clock = TimeProvider.System;

    public List<Guid> Organisations { get; } = [];
    public List<Guid> People { get; } = [];
    public List<Guid> Agreements { get; } = [];
    public List<Guid> Bodies { get; } = [];
    public List<Guid> Meetings { get; } = [];
    public List<Guid> Sources { get; } = [];
    public List<Guid> Letters { get; } = [];

    public async Task<Programme> FillAsync(int count)
    {
        var edits = new List<Edit>();
        for (var i = 0; i < count; i++)
        {
            Organisations.Add(Add(edits, "organisation", [("names/*/text", $"{Places[i % 5]} {(i % 2 == 0 ? "Institute of Applied Physiology" : "Technical University")} {i + 1}"), ("acronym", i % 2 == 0 ? $"IAP{i + 1}" : null), ("country", i % 2 == 0 ? "SE" : "NZ"), ("place", Places[i % 5])]));
            People.Add(Add(edits, "person", [("name", $"Ilse Marrow {i + 1}"), ("honorific", "Dr")]));
        }

        for (var i = 0; i < count; i++)
            Agreements.Add(Add(edits, "agreement",
            [
                ("title", $"Memorandum of Understanding on {Subjects[i % 5]}, no. {i + 1}"), ("agreementSort", "mou"), ("parties/*/organisation", Id(Organisations[0])),
                ("parties/*/organisation", Id(Organisations[Math.Max(1, i) % count])), ("signed", $"{2015 + (i % 12)}-02-{1 + (i % 28):00}"), ("ends", i % 4 == 0 ? null : $"{2022 + (i % 12)}-02-{1 + (i % 28):00}"),
                ("deskOfficer", i % 3 == 0 ? "A. Lind" : "M. Okafor"), ("references/*", $"IC/{2015 + (i % 12)}/{i:000}"),
            ]));
        for (var i = 0; i < count; i++)
            Bodies.Add(Add(edits, "body", [("name", $"Joint Technical Group {i + 1}"), ("acronym", $"JTG-{i + 1}"), ("cadence", "twice a year"), ("sides/*/organisation", Id(Organisations[0])), ("sides/*/organisation", Id(Organisations[^1]))]));
        for (var i = 0; i < count; i++)
            Meetings.Add(Add(edits, "meeting",
            [
                ("title", $"Session {i + 1} of the Joint Technical Group"), ("body", Id(Bodies[0])), ("number", i + 1), ("meetingSort", "plenary"), ("dates", $"{2001 + (i % 25)}-03-04/{2001 + (i % 25)}-03-05"),
                ("place", Places[i % 5]), ("host", Id(Organisations[i % count])), ("chairs/*/person", Id(People[i % count])), ("topics/*/text", "Review of ongoing cooperation"),
            ]));
        for (var i = 0; i < count; i++)
            Letters.Add(Add(edits, "correspondence",
            [
                ("title", $"Letter {i + 1} on {Subjects[i % 5]}"), ("direction", i % 2 == 0 ? "out" : "in"), ("letterSort", "letter"), ("sent", $"{2001 + (i % 25)}-05-0{1 + (i % 9)}"), ("replyDue", i == 0 || i % 7 == 3 ? "2026-06-05" : null),
                ("toOrganisation", Id(Organisations[i % 2 == 0 ? 0 : 1 % count])), ("fromOrganisation", Id(Organisations[i % 2 == 0 ? 1 % count : 0])), ("about/*/record", Id(Agreements[0])), ("about/*/record", Id(Bodies[0])), ("about/*/record", Id(Meetings[0])),
                ("deskOfficer", i % 3 == 0 ? "A. Lind" : "M. Okafor"), ("references/*", $"L/{i:000}"),
            ]));
        for (var i = 0; i < count; i++)
            Sources.Add(Add(edits, "source", [("title", $"Press release no. {i + 1} about {Subjects[i % 5]}"), ("digest", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{i}")))), ("outlet", "Northfield Gazette"), ("published", "2026-03-12"), ("mediaType", "text/plain"), ("fileName", "release.txt")]));
        await SaveAsync(new Deed(Actor.Local, [.. edits]));
        return this;
    }

    /// <summary>An agreement for which two sources state different days: the first day is held, the other stands as a rival.</summary>
    public async Task<(Guid Agreement, Guid Source, Guid Other)> DisputedAsync()
    {
        var (first, second) = (await TakeInAsync(Releases.Signing, "Northfield Gazette"), await TakeInAsync(Releases.SigningOtherwise, "Harbour News"));
        var agreement = Ids.New(_clock);
        Change Hear(string path, string value, (Guid Id, string Text) source, string quote) =>
            new Witness(path, value, new Citation { Source = source.Id, Start = source.Text.IndexOf(quote, StringComparison.Ordinal), Length = quote.Length, Quote = quote, Rule = "test" });
        await SaveAsync(new Deed(Actor.Local,
        [
            Edit.Create(agreement, "agreement",
            [
                Hear("title", "Memorandum of Understanding on acclimatisation", first, "A Memorandum of Understanding (MoU)"), Hear("title", "Memorandum of Understanding on acclimatisation", second, "Memorandum of Understanding"),
                new Set("agreementSort", "mou"), Hear($"parties/{Ids.New(_clock)}/organisation", Id(Organisations[0]), first, "Institute of High-Altitude Physiology (IHAP)"),
                Hear($"parties/{Ids.New(_clock)}/organisation", Id(Organisations[1]), first, "Northfield Technical University"),
                Hear("signed", "2026-03-10", first, "10 March 2026"), Hear("signed", "2026-03-11", second, "11 March 2026"), new Set("deskOfficer", "A. Lind"),
            ]),
        ]));
        return (agreement, first.Id, second.Id);
    }

    /// <summary>A text as the register keeps it, and where it is.</summary>
    public async Task<(Guid Id, string Text)> TakeInAsync(string text, string outlet)
    {
        var taken = await served.Get<TakeIn>().RunAsync(Actor.Local, new(Encoding.UTF8.GetBytes(text), "release.txt", "text/plain") { Outlet = outlet, Published = "2026-03-12" });
        Assert.True(taken.Done, taken.Refusal?.Message);
        return (taken.Value.Source, (await served.Get<Desk>().ShowAsync(Reader.Local, taken.Value.Source)).Value.Text);
    }

    /// <summary>Gives one agreement a whole term: renewed by itself each year, late once, with articles that survive, and dates that leave much open.</summary>
    public async Task<Guid> TermedAsync()
    {
        JsonObject Part(params (string Name, JsonNode Value)[] values) => new(values.Select(v => KeyValuePair.Create<string, JsonNode?>(v.Name, v.Value)));
        FieldPath New(string list) => new FieldPath(list).Element(Ids.New(_clock));
        await SaveAsync(new Deed(Actor.Local,
        [
            new Edit(Agreements[4], "agreement", 1,
            [
                new Set(New("effect"), Part(("event", "told"), ("words", "the exchange of notes"), ("on", "../2019-02-05"), ("count", 30), ("unit", "days"))),
                new Set(New("duration"), Part(("sort", "for"), ("count", 3), ("unit", "years"), ("from", "entry-into-force"), ("counting", "first-day"))),
                new Set(New("renewal"), Part(("sort", "tacit"), ("count", 1), ("unit", "years"), ("often", "again"), ("noticeCount", 6), ("noticeUnit", "months"))),
                new Set(New("notice"), Part(("count", 90), ("unit", "days"))), new Set(New("survival"), Part(("articles", "7, 9.3"), ("count", 5), ("unit", "years"))),
                new Set(New("events"), Part(("sort", "suspended"), ("on", "2024-03"))), new Set(New("events"), Part(("sort", "resumed"), ("on", "2024-06-01"))),
            ]),
        ]) { Reason = "as the text says" });
        return Agreements[4];
    }

    public async Task<Saved> SaveAsync(Deed deed)
    {
        var saved = await served.Get<Journal>().SaveAsync(deed);
        Assert.True(saved.Done, saved.Refusal?.ToString());
        return saved.Value;
    }

    private static string Id(Guid record) => record.ToString("D");

    private Guid Add(List<Edit> edits, string kind, IEnumerable<(string Path, JsonNode? Value)> values)
    {
        var id = Ids.New(_clock);
        var names = Ids.New(_clock);
        var changes = values.Where(v => v.Value is not null).SelectMany(v => v.Path switch
        {
            "references/*" => new[] { new Set($"references/{names}/scheme", "Our file"), new Set($"references/{names}/text", v.Value) },
            ['n', 'a', 'm', 'e', 's', ..] => [new Set(v.Path.Replace("*", Id(names), StringComparison.Ordinal), v.Value)],
            _ => [new Set(v.Path.Replace("*", Id(Ids.New(_clock)), StringComparison.Ordinal), v.Value)],
        });
        edits.Add(Edit.Create(id, kind, changes.ToImmutableArray<Change>()));
        return id;
    }
}
