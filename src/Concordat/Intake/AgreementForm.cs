using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Concordat.Agreements;
using Concordat.Names;
using Concordat.Organisations;
using Concordat.Reading;
using Concordat.Reading.Dates;
using Concordat.Sources;

namespace Concordat.Intake;

/// <summary>The short form: what an office knows of an agreement when its paper arrives.</summary>
public sealed record AgreementForm
{
    public string Title { get; init; } = "";
    public string? Sort { get; init; }
    /// <summary>Names as typed; one that the register knows is linked, another makes an organisation.</summary>
    public ImmutableArray<string> Partners { get; init; } = [];
    /// <summary>As people type dates.</summary>
    public string? Signed { get; init; }
    public string? Ends { get; init; }
    public string? DeskOfficer { get; init; }
    public string? FileNumber { get; init; }
    /// <summary>The document that arrived, when there is one.</summary>
    public Guid? Source { get; init; }
    /// <summary>Names one showing of the form (ascending with time, as all identifiers), so that Enter pressed twice is known from two agreements alike; null from who needs no such guard.</summary>
    public Guid? Showing { get; init; }
    /// <summary>Page of the document that shows the values, where it has no text to quote; from 1.</summary>
    public int? Page { get; init; }

    /// <summary>The form as filled from what a document says; values that it does not say are empty.</summary>
    public static AgreementForm From(DeskView view)
    {
        var said = new FormReading(view);
        return new()
        {
            Source = view.Source.Id, Title = said.Title?.Value ?? said.Fallback, Sort = said.Sort?.Value, Signed = Say(said.Signed?.Value), Ends = Say(said.Ends?.Value),
            Partners = [.. said.Partners.Select(p => p.Value)],
        };
    }

    private static string? Say(string? edtf) => When.TryParse(edtf, out var when) ? when.Say() : null;
}

/// <summary>A value that a document says, in document form, with the words that say it; null where it is composed.</summary>
public sealed record SaidValue(string Value, Evidence? Evidence);

/// <summary>What a document says of the one agreement that the form is about: by its own clauses when it is the agreement, else by what is reported.</summary>
internal sealed class FormReading
{
    private readonly DeskView _view;
    private readonly Proposal? _main;

    public FormReading(DeskView view)
    {
        _view = view;
        _main = view.Proposals.Where(p => p.Kind == AgreementKind.Name).MaxBy(p => p.Values.Count(v => v.List == "parties"));
        var own = AgreementText.Read(view.Text);
        Title = own?.Title ?? Value("title") ?? (_main is null ? null : new(_main.Title, null));
        Sort = own?.Sort ?? Value("agreementSort");
        Signed = own is null ? Value("signed") : own.Signed;
        Ends = own is null ? Value("ends") : own.Ends;
        Partners = own is { Partners.Length: > 0 } ? [.. own.Partners.Select(p => p with { Value = Known(p.Value)?.Suggested?.Title ?? p.Value })] : Parties();
    }

    public SaidValue? Title { get; }
    public SaidValue? Sort { get; }
    public SaidValue? Signed { get; }
    public SaidValue? Ends { get; }
    /// <summary>Names, as the register has them where it knows the organisation.</summary>
    public ImmutableArray<SaidValue> Partners { get; }

    /// <summary>What the source is called; never a bare file name.</summary>
    public string Fallback => _view.Source.As<Source>() is var it && it.Title == it.FileName ? Clip.FileTitle(it.Title) : it.Title;

    /// <summary>The organisation of the text that goes by a name.</summary>
    public Proposal? Known(string name)
    {
        var key = Likeness.Key(name);
        return _view.Proposals.FirstOrDefault(p => p.Kind == OrganisationKind.Name
            && (Names(p).Any(n => Likeness.Key(n) == key) || (p.Suggested is { } same && Likeness.Key(same.Title) == key)));
    }

    private static IEnumerable<string> Names(Proposal proposal) =>
        proposal.Values.Where(v => v.Key == "acronym" || v is { List: "names", Field.Name: "text" }).Select(v => v.Value).Append(proposal.Title);

    private SaidValue? Value(string key) => _main?.Values.FirstOrDefault(v => v.Key == key) is { } value ? new(value.Value, value.Evidence) : null;

    private ImmutableArray<SaidValue> Parties() => _main is null ? [] :
        [.. _main.Values.Where(v => v.List == "parties").Select(v => (v, Of: _view.Proposals.First(p => p.Key == v.Value))).Select(p => new SaidValue(p.Of.Suggested?.Title ?? p.Of.Title, p.v.Evidence ?? p.Of.Evidence)).DistinctBy(p => p.Value)];
}

/// <summary>The evidence of a value of the form: the quote when the document says just this, else the page that a person pointed at, else none.</summary>
internal sealed class FormEvidence(AgreementForm form, DeskView? view)
{
    private readonly FormReading? _said = view is null ? null : new(view);

    public Proposal? Known(string name) => _said?.Known(name);

    /// <param name="name">title, agreementSort, signed or ends.</param>
    public Change Value(string name, string value)
    {
        var said = name switch { "title" => _said?.Title, "agreementSort" => _said?.Sort, "signed" => _said?.Signed, _ => _said?.Ends };
        return Of(name, value, said?.Value == value ? said.Evidence : null);
    }

    /// <param name="partner">The name as typed, which the quote of the document may say.</param>
    public Change Partner(FieldPath path, string value, string partner) =>
        Of(path, value, _said?.Partners.FirstOrDefault(p => Fold.Key(p.Value) == Fold.Key(partner))?.Evidence ?? Known(partner)?.Evidence);

    public Change Of(FieldPath path, string value, Evidence? evidence) => Cited(evidence) is { } citation
        ? new Witness(path, JsonValue.Create(value), citation) : new Set(path, JsonValue.Create(value));

    private Citation? Cited(Evidence? evidence)
    {
        if (view is null) return null;
        if (evidence is null) return form.Page is { } pointed ? new() { Source = view.Source.Id, Page = pointed } : null;
        return Cite.Place(view.Source.Id, view.Reading?.Digest, evidence.Place, evidence.Quote, Desk.PageAt(view.Reading)(evidence.Place.Start), evidence.Rule);
    }
}
