using System.Collections.Immutable;
using System.Diagnostics;

namespace CrimeInsight.Core.Forecasting.Decomposition;

/// <summary>
/// Finds which festivals, known shifts and single steps stand out from a wandering level and a fixed season: festivals
/// one by one, the most significant first, then unusual steps, then festivals again with these in the model.
/// </summary>
internal sealed class EffectSearch
{
    /// <summary>A festival must keep this share of its variation beside season and other effects to be told from them.</summary>
    private const double LeastOwnShare = 0.05;

    private const double UnusualLevel = 0.01;
    private const int LeastYearsForFestivals = 3;
    private const int StepsPerUnusual = 12;
    private const int LeastDegrees = 6;

    /// <summary>The festival with its eve, or the week of markets and travel before it and two days after.</summary>
    private static readonly ImmutableArray<(int Before, int After)> s_windows = [(1, 0), (5, 2)];

    private readonly double[] _values;
    private readonly List<double[]> _season;
    private readonly double[][] _shifts;
    private readonly List<EffectCandidate> _candidates;
    private readonly List<EffectCandidate> _festivals = [];
    private readonly List<int> _unusual = [];
    private readonly double _leastVariance;
    private LocalLevelFit _fit;

    private EffectSearch(double[] values, SeriesCalendar calendar, int seasonLength, double[][] shifts, double leastVariance)
    {
        _values = values;
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
    /// <param name="leastVariance">Least variance of the noise.</param>
    public static EffectModel Run(double[] values, SeriesCalendar calendar, int seasonLength, double[][] shifts, double leastVariance)
    {
        var search = new EffectSearch(values, calendar, seasonLength, shifts, leastVariance);
        search.AddFestivals();
        search.AddUnusual();
        search.AddFestivals();
        return search.Model();
    }

    private LocalLevelFit? Fit() =>
        new LocalLevelRegression(_values, [.. _season, .. _shifts, .. _festivals.Select(one => one.Column), .. _unusual.Select(Pulse)], _leastVariance).Fit();

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

    private void AddUnusual()
    {
        while (_unusual.Count < _values.Length / StepsPerUnusual && _fit.DegreesOfFreedom > LeastDegrees)
        {
            var best = Enumerable.Range(0, _values.Length).Except(_unusual).MinBy(t => _fit.Candidate(Pulse(t)).P);
            if (_fit.Candidate(Pulse(best)).P * _values.Length > UnusualLevel)
                return;
            _unusual.Add(best);
            if (!Refit())
            {
                _unusual.RemoveAt(_unusual.Count - 1);
                return;
            }
        }
    }

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

    private EffectModel Model()
    {
        var first = _season.Count + _shifts.Length;
        var accepted = _festivals.Select((one, i) => new TestedEffect(one, _fit.Coefficients[first + i], _fit.Error(first + i), Math.Min(1, s_windows.Length * _fit.PValue(first + i))));
        var others = _candidates.Where(candidate => _festivals.All(one => one.Key != candidate.Key))
            .GroupBy(candidate => candidate.Key)
            .Select(group => group.Select(Rejected).MinBy(effect => effect.P)!);
        var unusual = _unusual.Select((index, i) => (index, first + _festivals.Count + i))
            .Select(pair => (pair.index, _fit.Coefficients[pair.Item2], Math.Min(1, _values.Length * _fit.PValue(pair.Item2))));
        return new EffectModel(_fit, _season.Count, [.. accepted, .. others], [.. unusual.OrderBy(one => one.index)]);
    }

    private TestedEffect Rejected(EffectCandidate candidate)
    {
        var (coefficient, error, p, ownShare) = _fit.Candidate(candidate.Column);
        return ownShare < LeastOwnShare
            ? new TestedEffect(candidate, 0, 0, 1) { IsSeparable = false }
            : new TestedEffect(candidate, coefficient, error, Math.Min(1, s_windows.Length * p));
    }
}
