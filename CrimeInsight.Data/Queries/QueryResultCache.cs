using CrimeInsight.Core.Queries;

namespace CrimeInsight.Data.Queries;

/// <summary>
/// Results by key, least recently used out first, bounded by rows and entries. The key holds the person's scope, the
/// data's version and the query, so an entry is right for as long as it lives. Safe for threads.
/// </summary>
internal sealed class QueryResultCache(int maxEntries, int maxRows)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, LinkedListNode<Entry>> _byKey = new(StringComparer.Ordinal);
    private readonly LinkedList<Entry> _byUse = new();
    private int _rows;

    public QueryResult? Find(string key)
    {
        lock (_lock)
        {
            if (!_byKey.TryGetValue(key, out var node))
                return null;
            _byUse.Remove(node);
            _byUse.AddFirst(node);
            return node.Value.Result;
        }
    }

    /// <summary>Keeps a result, unless it is so large that it would push out most others.</summary>
    public void Add(string key, QueryResult result)
    {
        if (result.Rows.Length > maxRows / 8)
            return;
        lock (_lock)
        {
            if (_byKey.ContainsKey(key))
                return;
            _byKey.Add(key, _byUse.AddFirst(new Entry(key, result)));
            _rows += WeightOf(result);
            while (_byKey.Count > maxEntries || _rows > maxRows)
                Drop(_byUse.Last!);
        }
    }

    private void Drop(LinkedListNode<Entry> node)
    {
        _byUse.Remove(node);
        _byKey.Remove(node.Value.Key);
        _rows -= WeightOf(node.Value.Result);
    }

    private static int WeightOf(QueryResult result) => result.Rows.Length + 1;

    private sealed record Entry(string Key, QueryResult Result);
}
