using System.Collections.Immutable;

namespace Concordat.Correspondence;

/// <summary>What the register knows that a letter can speak of; null where it does not know.</summary>
public sealed record LetterFacts
{
    /// <summary>Title of the record that it is about.</summary>
    public string? Title { get; init; }
    /// <summary>"agreement", "meeting" … of that record.</summary>
    public string? Kind { get; init; }
    /// <summary>Its file number.</summary>
    public string? Number { get; init; }
    /// <summary>Days in words.</summary>
    public string? Signed { get; init; }
    public string? Ends { get; init; }
    public string? Dates { get; init; }
    public string? Place { get; init; }
    /// <summary>The letter that is answered or reminded of: its subject, day and number.</summary>
    public string? Earlier { get; init; }
    public string? EarlierDay { get; init; }
    public string? EarlierNumber { get; init; }
    /// <summary>"Dr Margaret Ashdown".</summary>
    public string? Addressee { get; init; }
    public string? Own { get; init; }
}

/// <summary>A letter that offices write again and again.</summary>
/// <param name="Says">One line of what it is for.</param>
/// <param name="Sort">As <see cref="Letter.LetterSort"/>.</param>
/// <param name="ReplyDays">Days after which a reply is due; null where it asks for none.</param>
/// <param name="Subject">Its subject line.</param>
/// <param name="Words">Its paragraphs between greeting and close.</param>
public sealed record LetterTemplate(string Name, string Label, string Says, string Sort, int? ReplyDays, Func<LetterFacts, string> Subject, Func<LetterFacts, IEnumerable<string>> Words);

/// <summary>The templates, in wording of our own that binds nobody to anything.</summary>
public static class LetterTemplates
{
    /// <summary>Stands in a text for the day by which a reply is due, and becomes that day when the letter is made.</summary>
    public const string ReplyDue = "[reply due]";

    private const string Days = "[dates]", Place = "[place]", Topics = "[topics]", Record = "[agreement or meeting]", LastDay = "[last day]", Period = "[new period]", Reason = "[what for]", Clause = "[article or paragraph]";

    /// <summary>What a text may not say any more when the letter is made: somebody has to fill it in.</summary>
    public static ImmutableArray<string> Open { get; } = [Days, Place, Topics, Record, LastDay, Period, Reason, Clause];

    public static ImmutableArray<LetterTemplate> All { get; } =
    [
        new("invitation", "Invitation", "Invites to a session or meeting, and asks who will come.", "invitation", 30, f => $"Invitation: {What(f)}", Invitation),
        new("signed-copy", "Forwarding a signed copy", "Sends a signed copy, and asks to confirm that it came.", "letter", 30, f => $"Signed copy: {What(f)}", SignedCopy),
        new("reminder", "Reminder", "Reminds of a letter that was not answered.", "reminder", 30, f => $"Reminder: {f.Earlier ?? What(f)}", Reminder),
        new("renewal", "Renewal offer", "Proposes to go on before a term ends.", "letter", 30, f => $"Renewal: {What(f)}", Renewal),
        new("notice", "Notice", "Gives notice that an agreement ends or is not renewed.", "notice", null, f => $"Notice: {What(f)}", Notice),
        new("thanks", "Thanks", "Thanks for a visit, a meeting or a reply.", "thanks", null, f => f.Earlier is null ? $"With thanks: {What(f)}" : $"With thanks for your letter: {f.Earlier}", Thanks),
        new("letter", "Other letter", "Greeting and close; the words are yours.", "letter", null, f => f.Earlier is null ? f.Title ?? "" : $"Re: {f.Earlier}", Blank),
    ];

    public static LetterTemplate? Find(string? name) => All.FirstOrDefault(t => t.Name == name);

    /// <summary>The text as a form shows it: greeting, paragraphs, close.</summary>
    public static string Text(LetterTemplate template, LetterFacts facts) =>
        string.Join("\n\n", [$"Dear {facts.Addressee ?? "Sir or Madam"},", .. template.Words(facts), "Yours sincerely,"]);

    /// <summary>The first thing that still has to be filled in; null when the text is whole.</summary>
    public static string? Unfilled(string text) => Open.FirstOrDefault(o => text.Contains(o, StringComparison.Ordinal));

    private static string What(LetterFacts facts) => facts.Title ?? Record;

    private static string Named(LetterFacts facts) => facts.Number is null ? $"“{What(facts)}”" : $"“{What(facts)}” ({facts.Number})";

    private static IEnumerable<string> Invitation(LetterFacts f)
    {
        var office = f.Own ?? "Our office";
        yield return f.Kind == "meeting"
            ? $"{office} has the pleasure of inviting you to “{What(f)}”, to be held {On(f.Dates) ?? $"on {Days}"} in {f.Place ?? Place}."
            : $"{office} has the pleasure of inviting you to a meeting on {Named(f)}, to be held on {Days} in {Place}.";
        yield return $"We propose to discuss {Topics}. Further points for the agenda are welcome.";
        yield return $"Please let us have the names and functions of those who will take part by {ReplyDue}. Should the dates not suit you, we would be glad to hear which others would.";
    }

    private static IEnumerable<string> SignedCopy(LetterFacts f)
    {
        yield return $"Please find enclosed a signed copy of {Named(f)}{(f.Signed is null ? "" : $", signed {On(f.Signed)}")}, for your records.";
        yield return "A copy of the same wording is held by this office.";
        yield return $"We would be grateful if you would confirm by {ReplyDue} that it has reached you complete.";
    }

    private static IEnumerable<string> Reminder(LetterFacts f)
    {
        yield return f.Earlier is null ? $"We wrote to you about {Named(f)} and have not yet heard from you."
            : $"May we remind you of our letter “{f.Earlier}”{(f.EarlierDay is null ? "" : $" of {f.EarlierDay}")}{(f.EarlierNumber is null ? "" : $" (our reference {f.EarlierNumber})")}, to which we have not yet had a reply.";
        yield return $"We would be grateful to hear from you by {ReplyDue}. Should your reply have crossed with this letter, please take it as settled, with our thanks.";
    }

    private static IEnumerable<string> Renewal(LetterFacts f)
    {
        yield return $"According to our records, {Named(f)} ends {On(f.Ends) ?? $"on {LastDay}"}.";
        yield return $"The cooperation under it has our continued interest. We propose to extend it by {Period}, on unchanged terms, and would be glad to prepare a text for signature.";
        yield return $"Please let us know by {ReplyDue} whether you share this wish, and whether any of its terms should be looked at anew. This letter is a proposal and changes nothing by itself.";
    }

    private static IEnumerable<string> Notice(LetterFacts f)
    {
        yield return $"With reference to {Clause} of {Named(f)}{(f.Signed is null ? "" : $", signed {On(f.Signed)}")}, we hereby give notice that it will not continue beyond {f.Ends ?? LastDay}.";
        yield return "Work that is under way will be brought to an orderly end. Obligations that outlast the term, in particular on information received, remain as agreed.";
        yield return "We thank you for the work done together, and stay at your disposal for the practical arrangements.";
    }

    private static IEnumerable<string> Thanks(LetterFacts f)
    {
        yield return f.Earlier is not null
            ? $"Thank you for your letter “{f.Earlier}”{(f.EarlierDay is null ? "" : $" of {f.EarlierDay}")}{(f.EarlierNumber is null ? "" : $" (your reference {f.EarlierNumber})")}."
            : $"Please accept our thanks for {Reason}, in connection with {Named(f)}.";
        yield return "It has been of real value to our work together, and we look forward to its next step.";
    }

    private static IEnumerable<string> Blank(LetterFacts f)
    {
        if (f.Earlier is not null) yield return $"Thank you for your letter “{f.Earlier}”{(f.EarlierDay is null ? "" : $" of {f.EarlierDay}")}{(f.EarlierNumber is null ? "" : $" (your reference {f.EarlierNumber})")}.";
    }

    // "on 3 May 2026", but "in May 2026" and "by 3 May 2026" as they are said.
    private static string? On(string? days) => days switch { null => null, [>= '0' and <= '9', ..] when days.Contains(' ', StringComparison.Ordinal) => "on " + days, [>= 'A' and <= 'Z', ..] => "in " + days, _ => days };
}
