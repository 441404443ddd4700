using UglyToad.PdfPig.Logging;

namespace Concordat.Sources.Extraction.Formats;

/// <summary>What a page of a PDF may take of memory and time. A page of a few bytes can draw without end: forms draw forms that draw forms.</summary>
internal sealed class PdfBudget(Limits limits, CancellationToken late) : ILog
{
    private long _bytes, _letters, _forms;

    /// <summary>Every page may spend as much again.</summary>
    public void BeginPage() => (_bytes, _letters, _forms) = (0, 0, 0);

    /// <exception cref="InvalidDataException">The page has spent what it may.</exception>
    /// <exception cref="OperationCanceledException">Time is up.</exception>
    public void Unpack(long bytes)
    {
        _bytes += bytes;
        Check();
    }

    /// <inheritdoc cref="Unpack"/>
    public void DrawForm()
    {
        _forms++;
        Check();
    }

    /// <inheritdoc cref="Unpack"/>
    public void DrawLetter()
    {
        if (++_letters > limits.PageLetters || (_letters & 1023) == 0) Check();
    }

    private void Check()
    {
        late.ThrowIfCancellationRequested();
        if (_bytes > limits.PageBytes || _letters > limits.PageLetters || _forms > limits.PageForms) throw new InvalidDataException("A page draws too much.");
    }

    // PdfPig reports here what it then overlooks. When a page has spent what it may, nothing is overlooked any more.
    void ILog.Debug(string message) { }

    void ILog.Debug(string message, Exception ex) { }

    void ILog.Warn(string message) => Check();

    void ILog.Error(string message) => Check();

    void ILog.Error(string message, Exception ex) => Check();
}
