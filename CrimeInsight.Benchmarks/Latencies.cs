using System.Diagnostics;

namespace CrimeInsight.Benchmarks;

/// <summary>Durations of many like actions, in milliseconds.</summary>
internal sealed class Latencies
{
    private readonly List<(string Name, double Milliseconds)> _all = [];

    public int Count => _all.Count;

    public async Task<T> TimeAsync<T>(string name, Func<Task<T>> action)
    {
        var started = Stopwatch.GetTimestamp();
        var result = await action();
        _all.Add((name, Stopwatch.GetElapsedTime(started).TotalMilliseconds));
        return result;
    }

    public void Clear() => _all.Clear();

    /// <summary>Nearest-rank percentile.</summary>
    public double Percentile(double percent)
    {
        var sorted = _all.Select(one => one.Milliseconds).Order().ToArray();
        return sorted[Math.Clamp((int)Math.Ceiling(percent / 100 * sorted.Length) - 1, 0, sorted.Length - 1)];
    }

    /// <summary>Medians of the slowest kinds.</summary>
    public IEnumerable<(string Name, double Median, int Count)> Slowest(int count) => _all
        .GroupBy(one => one.Name)
        .Select(kind => (kind.Key, kind.Select(one => one.Milliseconds).Order().ElementAt(kind.Count() / 2), kind.Count()))
        .OrderByDescending(kind => kind.Item2)
        .Take(count);
}
