using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Concordat.Search.Index;

/// <summary>Which records a wording means.</summary>
public enum Reach
{
    /// <summary>All words, as typed or in another form.</summary>
    All,
    /// <summary>All words, also with letters that are wrong.</summary>
    Near,
    /// <summary>Any of the words, those with most of them first.</summary>
    Any,
}

/// <summary>Makes queries of words.</summary>
internal static class Ask
{
    private static readonly (string Field, float Weight)[] Places = [(Fields.Name, 4), (Fields.Linked, 1.5f), (Fields.Note, 1.2f), (Fields.Text, 1)];
    private const float ExactWeight = 100, CalledWeight = 50, TogetherWeight = 6, LightWeight = 0.1f;
    private const int LikeWords = 50;

    public static Query Of(Wording wording, Reach reach)
    {
        var query = new BooleanQuery(disableCoord: true) { { Body(wording, reach), reach == Reach.Any ? Occur.MUST : Occur.SHOULD } };
        if (reach != Reach.Any) query.Clauses[0].Occur = Occur.MUST;
        foreach (var key in wording.Keys)
        {
            query.Add(Flat(new TermQuery(new(Fields.Exact, key)), ExactWeight), Occur.SHOULD);
            query.Add(Flat(new TermQuery(new(Fields.Called, key)), CalledWeight), Occur.SHOULD);
        }

        if (wording.Words.Length > 1) query.Add(Together(Fields.Name, wording.Words, TogetherWeight), Occur.SHOULD);
        return query;
    }

    private static BooleanQuery Body(Wording wording, Reach reach)
    {
        var body = new BooleanQuery(disableCoord: reach != Reach.Any);
        // Light words are insisted on only when there are no others.
        var light = wording.Words.All(w => w.Light);
        foreach (var word in wording.Words)
        {
            var query = Word(word, reach != Reach.All);
            if (word.Light && !light) query.Boost = LightWeight;
            body.Add(query, reach == Reach.Any || (word.Light && !light) ? Occur.SHOULD : Occur.MUST);
        }

        foreach (var phrase in wording.Phrases)
        {
            var somewhere = new DisjunctionMaxQuery(0);
            foreach (var (field, weight) in Places.Where(p => p.Field != Fields.Linked)) somewhere.Add(Together(field, phrase, weight));
            body.Add(somewhere, Occur.MUST);
        }

        return body;
    }

    private static DisjunctionMaxQuery Word(Sought word, bool near)
    {
        var query = new DisjunctionMaxQuery(0.1f);
        foreach (var (field, weight) in Places)
        {
            query.Add(Weighed(new TermQuery(new(field, word.Word)), weight));
            if (word.Stem != word.Word) query.Add(Weighed(new TermQuery(new(field, word.Stem)), weight * 0.8f));
            // Outside names a beginning must say more, because so many words have it.
            if (word.Begun && word.Word.Length >= (field == Fields.Name ? 2 : 3)) query.Add(Flat(new PrefixQuery(new(field, word.Word)), weight * 0.1f));
            if (near && word.Edits > 0) query.Add(Weighed(new FuzzyQuery(new(field, word.Word), word.Edits, 1, LikeWords, true), weight * 0.4f));
        }

        return query;
    }

    private static PhraseQuery Together(string field, IEnumerable<Sought> words, float weight)
    {
        var phrase = new PhraseQuery { Boost = weight };
        foreach (var word in words) phrase.Add(new Term(field, word.Word));
        return phrase;
    }

    /// <summary>For suggestions, the most telling first: a whole acronym, number or name; names that begin so; names with these words.</summary>
    public static IEnumerable<Query> Suggesting(Wording wording)
    {
        var exact = new BooleanQuery(disableCoord: true);
        exact.Add(Flat(new TermQuery(new(Fields.Exact, wording.Keys[0])), 2), Occur.SHOULD);
        exact.Add(new TermQuery(new(Fields.Called, wording.Keys[0])), Occur.SHOULD);
        yield return exact;
        yield return Named(wording, opening: true, near: false);
        yield return Named(wording, opening: false, near: false);
        yield return Named(wording, opening: false, near: true);
    }

    private static BooleanQuery Named(Wording wording, bool opening, bool near)
    {
        var named = new BooleanQuery(disableCoord: true);
        foreach (var word in wording.Words)
        {
            var term = (opening && named.Clauses.Count == 0 ? Fields.Opening.ToString() : "") + word.Word;
            var query = new DisjunctionMaxQuery(0) { new TermQuery(new(Fields.Name, term)) };
            if (!opening && word.Stem != word.Word) query.Add(new TermQuery(new(Fields.Name, word.Stem)));
            if (word.Begun) query.Add(Flat(new PrefixQuery(new(Fields.Name, term)), 0.5f));
            if (near && word.Edits > 0) query.Add(new FuzzyQuery(new(Fields.Name, word.Word), word.Edits, 1, LikeWords, true));
            named.Add(query, Occur.MUST);
        }

        return named;
    }

    private static Query Weighed(Query query, float weight)
    {
        query.Boost = weight;
        return query;
    }

    private static ConstantScoreQuery Flat(Query query, float weight) => new(query) { Boost = weight };
}
