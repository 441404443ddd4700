using Concordat.Storage;
using Lucene.Net.Analysis;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;
using FileDirectory = System.IO.Directory;

namespace Concordat.Search.Index;

/// <summary>One open index: the only place that touches its files. Many may ask while one writes.</summary>
internal sealed class Engine : IDisposable
{
    private readonly BaseDirectory _directory;
    private readonly IndexWriter _writer;
    private readonly SearcherManager _searchers;

    private Engine(BaseDirectory directory, IndexWriter writer)
    {
        (_directory, _writer) = (directory, writer);
        _searchers = new(writer, applyAllDeletes: true, new Even());
    }

    /// <summary>How far the index has come.</summary>
    public Reached At { get; private set; } = Reached.Nothing;

    /// <summary>Opens what is there; null when there is none, or one of another format.</summary>
    /// <exception cref="LockObtainFailedException">Another program holds it.</exception>
    /// <exception cref="Exception">It is damaged: anything may be thrown.</exception>
    public static Engine? Open(string folder)
    {
        if (!FileDirectory.Exists(folder)) return null;
        var directory = new NIOFSDirectory(folder);
        try
        {
            if (!DirectoryReader.IndexExists(directory)) { directory.Dispose(); return null; }
            var engine = new Engine(directory, new(directory, Settings(OpenMode.APPEND)));
            if (engine.Restore()) return engine;
            engine.Dispose();
            return null;
        }
        catch
        {
            directory.Dispose();
            throw;
        }
    }

    /// <summary>An empty one in place of whatever is there.</summary>
    public static Engine Create(string folder)
    {
        FileDirectory.CreateDirectory(folder);
        var directory = new NIOFSDirectory(folder);
        try
        {
            if (IndexWriter.IsLocked(directory)) throw new LockObtainFailedException(folder);
            foreach (var file in FileDirectory.EnumerateFiles(folder)) File.Delete(file);
            return new(directory, new(directory, Settings(OpenMode.CREATE)));
        }
        catch
        {
            directory.Dispose();
            throw;
        }
    }

    // Merges run where documents are added: their failures are then caught there, and end no process.
    private static IndexWriterConfig Settings(OpenMode mode) => new(LuceneVersion.LUCENE_48, new Unasked())
    {
        OpenMode = mode, Similarity = new Evenly(), MergeScheduler = new SerialMergeScheduler(), RAMBufferSizeMB = 48, WriteLockTimeout = 0,
    };

    private bool Restore()
    {
        var kept = _writer.CommitData;
        if (kept is null || !kept.TryGetValue("format", out var format) || format != Fields.Format || !kept.TryGetValue("seq", out var seq) || !kept.TryGetValue("digest", out var digest)) return false;
        At = new(long.Parse(seq), digest);
        return true;
    }

    /// <summary>Reads every file once and holds it against its checksum.</summary>
    public void Check() => Ask(searcher =>
    {
        foreach (var leaf in searcher.IndexReader.Leaves) ((SegmentReader)leaf.AtomicReader).CheckIntegrity();
        return true;
    });

    public void Add(Described record) => _writer.AddDocument(Fields.Of(record));

    public void Put(Described record) => _writer.UpdateDocument(Of(record.Record), Fields.Of(record));

    public void Remove(Guid record) => _writer.DeleteDocuments(Of(record));

    private static Term Of(Guid record) => new(Fields.Record, Fields.Key(record));

    /// <summary>What is written so far is found from here on.</summary>
    public void Show(Reached at)
    {
        _searchers.MaybeRefreshBlocking();
        At = at;
    }

    /// <summary>Puts all that is shown on disk.</summary>
    public void Keep()
    {
        _writer.SetCommitData(new Dictionary<string, string> { ["format"] = Fields.Format, ["seq"] = $"{At.Seq}", ["digest"] = At.Digest });
        _writer.Commit();
    }

    public T Ask<T>(Func<IndexSearcher, T> ask)
    {
        var searcher = _searchers.Acquire();
        try
        {
            return ask(searcher);
        }
        finally
        {
            _searchers.Release(searcher);
        }
    }

    /// <summary>Signatures of the records that are in the index.</summary>
    public Dictionary<Guid, string> Signatures(IEnumerable<Guid> records) => Ask(searcher =>
    {
        var found = new Dictionary<Guid, string>();
        foreach (var record in records)
            if (searcher.Search(new TermQuery(Of(record)), 1).ScoreDocs is [var hit]) found[record] = searcher.Doc(hit.Doc).Get(Fields.Signature);
        return found;
    });

    /// <summary>Leaves what is not kept: the next start reads it again from the register.</summary>
    public void Dispose()
    {
        Quietly(_searchers.Dispose);
        Quietly(_writer.Rollback);
        Quietly(_directory.Dispose);
    }

    private static void Quietly(Action close)
    {
        try
        {
            close();
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // A damaged index fails to close as well; nothing in it is lost that the register does not have.
        }
    }

    private sealed class Even : SearcherFactory
    {
        public override IndexSearcher NewSearcher(IndexReader reader) => new(reader) { Similarity = new Evenly() };
    }

    /// <summary>Words are cut before they come here.</summary>
    private sealed class Unasked : Analyzer
    {
        protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader) => throw new NotSupportedException(fieldName);
    }
}
