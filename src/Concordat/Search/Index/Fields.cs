using System.Buffers.Binary;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Concordat.Search.Index;

using Field = Lucene.Net.Documents.Field;
using FieldType = Lucene.Net.Documents.FieldType;
using IndexDocument = Lucene.Net.Documents.Document;

/// <summary>The fields of the index. A change here, or in how words are cut, is a new <see cref="Format"/>.</summary>
internal static class Fields
{
    public const string Format = "1";

    public const string Record = "record", Kind = "kind", Label = "label", Signature = "signature", Made = "made";
    public const string Exact = "exact", Called = "called";
    public const string Name = "name", Linked = "linked", Note = "note", Text = "text";

    /// <summary>Stands before the first word of a name, in the field of names: no word begins so.</summary>
    public const char Opening = '^';

    private static readonly FieldType Words = Frozen(new() { IsIndexed = true, IsTokenized = true, IndexOptions = IndexOptions.DOCS_AND_FREQS_AND_POSITIONS });

    private static FieldType Frozen(FieldType type)
    {
        type.Freeze();
        return type;
    }

    public static IndexDocument Of(Described it)
    {
        var document = new IndexDocument
        {
            new StringField(Record, Key(it.Record), Field.Store.YES), new StringField(Label, it.Label, Field.Store.NO), new StoredField(Signature, it.Signature),
            new SortedDocValuesField(Kind, new BytesRef(it.Kind)), new SortedDocValuesField(Label, new BytesRef(it.Label)), new NumericDocValuesField(Made, Age(it.Record)),
        };
        foreach (var exact in it.Exact) document.Add(new StringField(Exact, exact, Field.Store.NO));
        foreach (var called in it.Called) document.Add(new StringField(Called, called, Field.Store.NO));
        Add(Name, it.Names, opening: true);
        Add(Linked, it.Linked);
        Add(Note, it.Notes);
        if (it.Text.Length > 0) Add(Text, [it.Text]);
        return document;

        void Add(string field, IReadOnlyList<string> values, bool opening = false)
        {
            if (values.Count > 0) document.Add(new Field(field, new TokenFeed(values, opening), Words));
        }
    }

    public static string Key(Guid record) => record.ToString("N");

    /// <summary>Ids ascend with time: the newest of equals comes first.</summary>
    private static long Age(Guid record)
    {
        Span<byte> bytes = stackalloc byte[16];
        record.TryWriteBytes(bytes, bigEndian: true, out _);
        return BinaryPrimitives.ReadInt64BigEndian(bytes) >>> 1;
    }
}
