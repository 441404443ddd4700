using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace Concordat.Search.Index;

/// <summary>Gives the words of values to the index: each word and, in the same place, its stem where that differs.</summary>
internal sealed class TokenFeed : TokenStream
{
    /// <summary>No phrase reaches from one value into the next.</summary>
    private const int Gap = 100;

    private readonly ICharTermAttribute _term;
    private readonly IPositionIncrementAttribute _step;
    private readonly IEnumerator<(string Term, int Step)> _terms;

    public TokenFeed(IEnumerable<string> values, bool opening)
    {
        (_term, _step) = (AddAttribute<ICharTermAttribute>(), AddAttribute<IPositionIncrementAttribute>());
        _terms = Terms(values, opening).GetEnumerator();
    }

    private static IEnumerable<(string Term, int Step)> Terms(IEnumerable<string> values, bool opening)
    {
        foreach (var value in values)
        {
            var first = true;
            foreach (var token in Tokens.Of(value))
            {
                yield return (token.Word, first ? Gap : 1);
                if (token.Stem != token.Word) yield return (token.Stem, 0);
                if (first && opening) yield return (Fields.Opening + token.Word, 0);
                first = false;
            }
        }
    }

    public override bool IncrementToken()
    {
        ClearAttributes();
        if (!_terms.MoveNext()) return false;
        _term.SetEmpty().Append(_terms.Current.Term);
        _step.PositionIncrement = _terms.Current.Step;
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _terms.Dispose();
        base.Dispose(disposing);
    }
}
