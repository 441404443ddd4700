using Lucene.Net.Index;
using Lucene.Net.Search.Similarities;

namespace Concordat.Search.Index;

/// <summary>Weighs a record by itself alone: how often it has the word and how long it is. How many others have it would tell of records that the reader may not see.</summary>
internal sealed class Evenly : DefaultSimilarity
{
    public override float Idf(long docFreq, long numDocs) => 1;

    public override float QueryNorm(float sumOfSquaredWeights) => 1;

    public override float Tf(float freq) => 2 * freq / (freq + 1);

    public override float LengthNorm(FieldInvertState state) => 1 / (1 + (MathF.Log(Math.Max(1, state.Length - state.NumOverlap)) / 3));
}
