using System.Collections.Frozen;
using Concordat.Actions;
using Concordat.Agreements;
using Concordat.Bodies;
using Concordat.Correspondence;
using Concordat.Meetings;
using Concordat.Organisations;
using Concordat.People;
using Concordat.Sources;

namespace Concordat;

/// <summary>The kinds of record that this version of the register keeps.</summary>
public static class Kinds
{
    private static readonly Lazy<FrozenDictionary<string, RecordKind>> Known = new(() => new[]
    {
        OrganisationKind.Kind, PersonKind.Kind, AgreementKind.Kind, BodyKind.Kind, MeetingKind.Kind, ActionKind.Kind, CorrespondenceKind.Kind, SourceKind.Kind,
    }.ToFrozenDictionary(k => k.Name));

    public static IEnumerable<RecordKind> All => Known.Value.Values;

    /// <exception cref="KeyNotFoundException">There is no such kind.</exception>
    public static RecordKind Of(string name) => Known.Value[name];

    public static RecordKind? Find(string name) => Known.Value.GetValueOrDefault(name);
}
