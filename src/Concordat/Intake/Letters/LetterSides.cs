using Concordat.Names;
using Concordat.Organisations;
using Concordat.People;
using Concordat.Records;
using Concordat.Storage;

namespace Concordat.Intake.Letters;

/// <summary>The organisations and people that a form names: those of the register, and edits that make the others.</summary>
internal sealed class LetterSides(ReadDb db, TimeProvider clock)
{
    private static readonly string[] Honorifics = ["dr", "prof", "professor", "mr", "ms", "mrs", "miss", "sir", "shri", "smt", "eng", "ing", "hon", "amb", "ambassador", "col", "gen", "capt", "adm", "cdr", "lt"];

    private readonly Dictionary<string, Guid> _made = [];

    public List<Edit> New { get; } = [];

    /// <returns>Null for nothing typed; refusal <c>value.several-records</c> with the field.</returns>
    public async Task<Outcome<Guid?>> OrganisationAsync(string field, string label, string? typed, CancellationToken stop) =>
        await OneAsync(field, label, OrganisationKind.Name, Clip.Line(typed ?? ""), name => [new Set(new FieldPath("names").Element(Ids.New(clock)).Child("text"), Clip.To(name, 400))], stop);

    /// <returns>Null for nothing typed; refusal <c>value.several-records</c> with the field.</returns>
    public async Task<Outcome<Guid?>> PersonAsync(string field, string label, string? typed, CancellationToken stop)
    {
        var (honorific, bare) = Split(Clip.Line(typed ?? ""));
        return await OneAsync(field, label, PersonKind.Name, bare, name => honorific is null ? [new Set("name", Clip.To(name, 200))] : [new Set("name", Clip.To(name, 200)), new Set("honorific", honorific)], stop);
    }

    private async Task<Outcome<Guid?>> OneAsync(string field, string label, string kind, string name, Func<string, Change[]> changes, CancellationToken stop)
    {
        if (Fold.Key(name).Length == 0) return (Guid?)null;
        var found = await FindNamed.AllAsync(db, [kind], name, stop);
        if (found.Length > 1) return new FormRefusal(field, "value.several-records", FindNamed.Several(label, name, found).Message);
        if (found.Length == 1) return (Guid?)found[0].Record;
        var key = $"{kind} {Fold.Key(name)}";
        if (_made.TryGetValue(key, out var made)) return (Guid?)made;
        New.Add(Edit.Create(_made[key] = Ids.New(clock), kind, changes(name)));
        return (Guid?)_made[key];
    }

    /// <summary>"Dr Ann Marrow" is Ann Marrow, whom people call Dr.</summary>
    public static (string? Honorific, string Name) Split(string name)
    {
        var blank = name.IndexOf(' ', StringComparison.Ordinal);
        return blank > 0 && Honorifics.Contains(name[..blank].TrimEnd('.').ToLowerInvariant()) && name[(blank + 1)..].Trim() is { Length: > 1 } rest ? (name[..blank], rest) : (null, name);
    }
}
