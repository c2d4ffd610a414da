using System.Collections.Immutable;
using System.Diagnostics;

namespace CrimeInsight.Core.Forecasting.Decomposition;

/// <summary>
/// Finds which festivals, known shifts, breaks of the level and single steps stand out from a wandering level and a fixed
/// season: festivals one by one, the most significant first, then breaks and unusual steps in the same way, then festivals
/// again with these in the model.
/// Reference: Chen and Liu (1993), Joint estimation of model parameters and outlier effects in time series,
/// doi:10.1080/01621459.1993.10594321, §3 (the more significant of an additive outlier and a level shift is taken first).
/// </summary>
internal sealed class EffectSearch
{
    /// <summary>A festival must keep this share of its variation beside season and other effects to be told from them.</summary>
    public const double LeastOwnShare = 0.05;

    private const double UnusualLevel = 0.01;
    private const int LeastYearsForFestivals = 3;
    private const int StepsPerUnusual = 12;
    private const int StepsPerBreak = 24;
    private const int LeastDegrees = 6;

    /// <summary>The festival with its eve, or the week of markets and travel before it and two days after.</summary>
    private static readonly ImmutableArray<(int Before, int After)> s_windows = [(1, 0), (5, 2)];

    private readonly double[] _values;
    private readonly List<double[]> _season;
    private readonly double[][] _shifts;
    private readonly List<EffectCandidate> _candidates;
    private readonly List<EffectCandidate> _festivals = [];
    private readonly List<int> _unusual = [];
    private readonly List<int> _breaks = [];
    private readonly int[] _open;
    private readonly int _beside;
    private readonly double _leastVariance;
    private LocalLevelFit _fit;

    private EffectSearch(double[] values, SeriesCalendar calendar, int seasonLength, double[][] shifts, int beside, double leastVariance)
    {
        _values = values;
        _beside = beside;
        // A shift that is known explains what happens around it.
        _open = [.. Enumerable.Range(beside, Math.Max(0, values.Length - 2 * beside + 1))
            .Where(t => shifts.All(shift => Math.Abs(Array.FindIndex(shift, share => share > 0) - t) >= beside))];
        _leastVariance = leastVariance;
        _season = CalendarExposure.Season(calendar, values.Length);
        _shifts = shifts;
        _candidates = values.Length < LeastYearsForFestivals * seasonLength
            ? []
            : [.. from festival in calendar.Festivals.GroupBy(festival => festival.Key)
                  from window in s_windows
                  let days = festival.Select(one => one.Day)
                  let column = CalendarExposure.Of(calendar, days, window.Before, window.After, values.Length)
                  select new EffectCandidate(festival.Key, window.Before, window.After, column)];
        _candidates.RemoveAll(candidate => candidate.Occurrences < LeastYearsForFestivals);
        _fit = Fit() ?? throw new UnreachableException("Season and shifts depend on each other.");
    }

    /// <param name="values">On the scale of the effects.</param>
    /// <param name="shifts">Columns of the shifts that can be tested.</param>
    /// <param name="beside">Fewest steps on either side of a break.</param>
    /// <param name="leastVariance">Least variance of the noise.</param>
    public static EffectModel Run(double[] values, SeriesCalendar calendar, int seasonLength, double[][] shifts, int beside, double leastVariance)
    {
        var search = new EffectSearch(values, calendar, seasonLength, shifts, beside, leastVariance);
        search.AddFestivals();
        search.AddIrregular();
        search.AddFestivals();
        return search.Model();
    }

    private LocalLevelFit? Fit() =>
        new LocalLevelRegression(
            _values, [.. _season, .. _shifts, .. _breaks.Select(After), .. _festivals.Select(one => one.Column), .. _unusual.Select(Pulse)], _leastVariance)
                .Fit();

    private void AddFestivals()
    {
        while (_fit.DegreesOfFreedom > LeastDegrees)
        {
            var open = _candidates.Where(candidate => _festivals.All(one => one.Key != candidate.Key)).ToList();
            var keys = open.Select(candidate => candidate.Key).Distinct().Count();
            var best = open.Select(candidate => (Candidate: candidate, Tested: _fit.Candidate(candidate.Column)))
                .Where(pair => pair.Tested.OwnShare >= LeastOwnShare)
                .OrderBy(pair => pair.Tested.P)
                .FirstOrDefault();
            if (best.Candidate is null || best.Tested.P * s_windows.Length * keys > SeriesDecomposition.SignificanceLevel)
                return;
            _festivals.Add(best.Candidate);
            if (!Refit())
            {
                _festivals.RemoveAt(_festivals.Count - 1);
                return;
            }
        }
    }

    private void AddIrregular()
    {
        while (_fit.DegreesOfFreedom > LeastDegrees)
        {
            var (pulse, pulseP) = _unusual.Count < _values.Length / StepsPerUnusual
                ? Best(Enumerable.Range(0, _values.Length).Where(MayBeUnusual), Pulse, _values.Length) : (0, 1);
            var (step, stepP) = _breaks.Count < _values.Length / StepsPerBreak ? Best(_open.Where(MayBreak), After, _open.Length) : (0, 1);
            var (found, index) = stepP / SeriesDecomposition.SignificanceLevel < pulseP / UnusualLevel ? (_breaks, step) : (_unusual, pulse);
            if (Math.Min(stepP / SeriesDecomposition.SignificanceLevel, pulseP / UnusualLevel) > 1)
                return;
            found.Add(index);
            if (!Refit())
            {
                found.RemoveAt(found.Count - 1);
                return;
            }
        }
    }

    /// <summary>The most significant place and its p-value, Bonferroni over all of them.</summary>
    private (int Index, double P) Best(IEnumerable<int> places, Func<int, double[]> column, int count)
    {
        var (best, least) = (0, 1.0);
        foreach (var t in places)
        {
            if (_fit.Candidate(column(t)).P is var p && p < least)
                (best, least) = (t, p);
        }

        return (best, Math.Min(1, least * count));
    }

    // Several at the end are a new level that is not known yet, not several accidents.
    private bool MayBeUnusual(int t) => !_unusual.Contains(t) && (t < _values.Length - _beside || _unusual.All(one => one < _values.Length - _beside));

    private bool MayBreak(int t) => _breaks.All(one => Math.Abs(one - t) >= _beside);

    private bool Refit()
    {
        if (Fit() is not { } fit)
            return false;
        _fit = fit;
        return true;
    }

    private double[] Pulse(int index)
    {
        var pulse = new double[_values.Length];
        pulse[index] = 1;
        return pulse;
    }

    private double[] After(int index)
    {
        var column = new double[_values.Length];
        column.AsSpan(index).Fill(1);
        return column;
    }

    private EffectModel Model()
    {
        var afterShifts = _season.Count + _shifts.Length;
        var breaks = _breaks.Select(
            (index, i) =>
                new LevelBreak(
                    index, _fit.Coefficients[afterShifts + i], _fit.Error(afterShifts + i), Math.Min(1, _open.Length * _fit.PValue(afterShifts + i))));
        var first = afterShifts + _breaks.Count;
        var accepted = _festivals.Select(
            (one, i) => new TestedEffect(one, _fit.Coefficients[first + i], _fit.Error(first + i), Math.Min(1, s_windows.Length * _fit.PValue(first + i))));
        var others = _candidates.Where(candidate => _festivals.All(one => one.Key != candidate.Key))
            .GroupBy(candidate => candidate.Key)
            .Select(group => group.Select(Rejected).MinBy(effect => effect.P)!);
        var unusual = _unusual.Select((index, i) => (index, first + _festivals.Count + i))
            .Select(pair => (pair.index, _fit.Coefficients[pair.Item2], Math.Min(1, _values.Length * _fit.PValue(pair.Item2))));
        return new EffectModel(_fit, _season.Count, [.. accepted, .. others], [.. breaks.OrderBy(one => one.Index)], [.. unusual.OrderBy(one => one.index)]);
    }

    private TestedEffect Rejected(EffectCandidate candidate)
    {
        var (coefficient, error, p, ownShare) = _fit.Candidate(candidate.Column);
        return ownShare < LeastOwnShare
            ? new TestedEffect(candidate, 0, 0, 1) { IsSeparable = false }
            : new TestedEffect(candidate, coefficient, error, Math.Min(1, s_windows.Length * p));
    }
}
