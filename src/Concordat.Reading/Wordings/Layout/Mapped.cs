using System.Text;
using Concordat.Reading.Evidence;

namespace Concordat.Reading.Wordings.Layout;

/// <summary>A text made from another, which knows for each of its units the stretch it came from.</summary>
internal sealed class Mapped
{
    private readonly int[] _from, _to;

    private Mapped(string text, int[] from, int[] to) => (Text, _from, _to) = (text, from, to);

    public string Text { get; }

    /// <summary>The stretch of the first text; <paramref name="to"/> is exclusive and above <paramref name="from"/>.</summary>
    public TextSpan Span(int from, int to) => new(_from[from], _to[to - 1] - _from[from]);

    public int Start(int at) => _from[at];
    public int End(int at) => _to[at];

    internal sealed class Builder(int capacity)
    {
        private readonly StringBuilder _text = new(capacity);
        private readonly List<int> _from = new(capacity), _to = new(capacity);

        public int Length => _text.Length;
        public char Last => _text.Length == 0 ? '\n' : _text[^1];

        public void Add(char c, int from, int to)
        {
            _text.Append(c);
            _from.Add(from);
            _to.Add(to);
        }

        /// <summary>A word in place of the stretch; of equal length it maps unit by unit.</summary>
        public void Add(string word, int from, int to)
        {
            for (var i = 0; i < word.Length; i++)
                if (word.Length == to - from) Add(word[i], from + i, from + i + 1); else Add(word[i], i == 0 ? from : Math.Min(from + i, to - 1), i == word.Length - 1 ? to : Math.Min(from + i + 1, to));
        }

        public void Copy(Mapped of, int from, int to)
        {
            for (var i = from; i < to; i++) Add(of.Text[i], of._from[i], of._to[i]);
        }

        public void DropLast()
        {
            _text.Length--;
            _from.RemoveAt(_from.Count - 1);
            _to.RemoveAt(_to.Count - 1);
        }

        public Mapped Done() => new(_text.ToString(), [.. _from], [.. _to]);
    }
}
