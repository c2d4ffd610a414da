using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace CrimeInsight.Core.Import.Likeness;

/// <summary>
/// Finds records that may be one case. Compared are cases of a station on the same day and the next, cases of a head on one day that lie
/// within 500 metres of each other in two stations, and cases of a station within a month whose references have the same numbers; of
/// crowded days each with those beside it by place, value, words and number (sorted neighbourhood, Hernández and Stolfo, SIGMOD 1995). Takes the
/// cases in the order of their days and keeps a month of them: memory does not grow with the file. Time O(n log n).
/// </summary>
public sealed class LikenessFinder
{
    /// <summary>Days on either side of a case that tell how busy its station is.</summary>
    internal const int BusyDays = 14;

    /// <summary>Cases that lie farther apart are not compared.</summary>
    internal const int KeptDays = 31;

    private const int ChunkRows = 50_000;
    private const int MostTwins = 3;
    private const int MostPairs = 200_000;

    private readonly List<CaseTrace> _traces = [];
    private readonly TwinCandidates _found = new();
    private int _from = int.MinValue;
    private int _pending;

    /// <summary>Takes the next case, in the order of days.</summary>
    /// <exception cref="ArgumentException">It lies before the last.</exception>
    public void Add(in CaseTrace trace)
    {
        if (_traces.Count > 0 && trace.Day < _traces[^1].Day)
            throw new ArgumentException("Cases are taken in the order of their days.", nameof(trace));
        // Whole days only, and only those after which enough are known.
        if (_pending >= ChunkRows && trace.Day > _traces[^1].Day)
            Look(_traces[^1].Day - BusyDays);
        _traces.Add(trace);
        _pending++;
    }

    /// <summary>The pairs, after the last case.</summary>
    public LikenessResult Complete()
    {
        if (_traces.Count > 0)
            Look(_traces[^1].Day + 1);
        var (own, other) = (LikenessWeights.Of(_found.Own.Counts, true), LikenessWeights.Of(_found.Other.Counts, false));
        List<TwinPair> pairs = [];
        foreach (var (first, second, pair, chance) in _found.Kept)
        {
            var score = (pair[LikenessField.Station] == 1 ? own : other).Score(pair, chance);
            if (score >= LikenessResult.Scores[0])
                pairs.Add(new TwinPair(first, second, score, pair));
        }

        return new LikenessResult(
            [.. pairs.GroupBy(pair => pair.SecondId)
                .SelectMany(twins => twins.OrderByDescending(pair => pair.Score).ThenBy(pair => pair.FirstId).Take(MostTwins))
                .OrderByDescending(pair => pair.Score).ThenBy(pair => pair.SecondId).ThenBy(pair => pair.FirstId).Take(MostPairs)],
            [.. LikenessResult.Scores.Select(score => _found.Own.Reaching(score, own, 1, _found.SameDay)
                + _found.Own.Reaching(score, own, 2, _found.NextDay) + _found.Other.Reaching(score, other, 1, _found.OtherStation))],
            _found.Compared);
    }

    // Looks at the cases before a day, and forgets those that no later one is compared with.
    private void Look(int until)
    {
        if (until <= _from)
            return;
        var traces = CollectionsMarshal.AsSpan(_traces);
        new StationSearch(_found, _from, until).Run(traces);
        new NearbySearch(_found, _from, until).Run(traces);
        _from = until;
        _traces.RemoveRange(0, _traces.FindIndex(trace => trace.Day >= until - KeptDays) is >= 0 and var first ? first : _traces.Count);
        _pending = _traces.Count - Math.Max(0, _traces.FindIndex(trace => trace.Day >= until));
    }
}
