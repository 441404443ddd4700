namespace Concordat;

/// <summary>A deed that was not done, as a value: page, API and command line show the same code and sentence.</summary>
/// <param name="Code">Stable, dotted, lower case: <c>record.changed-meanwhile</c>. Never reused for another meaning.</param>
/// <param name="Message">One or two sentences in plain words: what was refused, and what to do.</param>
public record Refusal(string Code, string Message)
{
    public override string ToString() => $"{Message} ({Code})";
}

/// <summary>Either a value or the refusal that stands in its place; a fault is neither and throws.</summary>
public readonly struct Outcome<T>
{
    private readonly T? _value;

    private Outcome(T? value, Refusal? refusal) => (_value, Refusal) = (value, refusal);

    /// <summary>Null when the deed was done.</summary>
    public Refusal? Refusal { get; }

    public bool Done => Refusal is null;

    /// <exception cref="InvalidOperationException">The deed was refused.</exception>
    public T Value => Refusal is null ? _value! : throw new InvalidOperationException(Refusal.ToString());

    /// <summary>True with the value, or false with the refusal.</summary>
    public bool TryGet(out T value, out Refusal refusal)
    {
        value = _value!;
        refusal = Refusal!;
        return Refusal is null;
    }

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);
}
