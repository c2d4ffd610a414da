using System.Collections.Concurrent;

namespace CrimeInsight.Data.Connections;

/// <summary>
/// Answers of the database that hold until it tells otherwise, and at most <paramref name="life"/>. Whoever asks while the same
/// is being asked gets the same answer. While the database's news are not heard nothing is remembered.
/// </summary>
internal sealed class Remembered<TKey, TValue>
    where TKey : notnull
{
    private const int MostEntries = 10_000;

    private readonly ConcurrentDictionary<TKey, Entry> _entries = new();
    private readonly DatabaseNews _news;
    private readonly TimeSpan _life;
    private readonly TimeProvider _time;

    /// <param name="life">Longest an answer is used, should news be lost.</param>
    public Remembered(DatabaseNews news, TimeSpan life, TimeProvider time)
    {
        (_news, _life, _time) = (news, life, time);
        news.Missed += _entries.Clear;
    }

    /// <param name="ask">Not cancelled with the one who asks: others may wait for the same answer.</param>
    public async Task<TValue> GetAsync(TKey key, Func<Task<TValue>> ask, CancellationToken cancellationToken)
    {
        if (!_news.IsHeard)
            return await ask().WaitAsync(cancellationToken);
        if (_entries.TryGetValue(key, out var known) && !IsOver(known))
            return await known.Answer.Value.WaitAsync(cancellationToken);
        if (_entries.Count > MostEntries)
            _entries.Clear();
        var asked = new Entry(new Lazy<Task<TValue>>(ask), _time.GetTimestamp());
        var entry = _entries.AddOrUpdate(key, asked, (_, before) => IsOver(before) ? asked : before);
        try
        {
            return await entry.Answer.Value.WaitAsync(cancellationToken);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            _entries.TryRemove(KeyValuePair.Create(key, entry));
            throw;
        }
    }

    public void Forget(TKey key) => _entries.TryRemove(key, out _);

    private bool IsOver(Entry entry) => entry.Answer is { IsValueCreated: true, Value.IsFaulted: true } || _time.GetElapsedTime(entry.AskedAt) >= _life;

    private sealed record Entry(Lazy<Task<TValue>> Answer, long AskedAt);
}
