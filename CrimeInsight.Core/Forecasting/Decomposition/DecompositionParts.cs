using System.Collections.Immutable;
using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Forecasting.Decomposition;

/// <summary>Turns the tested effects of one series into its components and findings.</summary>
internal sealed class DecompositionParts
{
    private readonly double[] _values;
    private readonly double[] _scaled;
    private readonly SeriesCalendar _calendar;
    private readonly int _seasonLength;
    private readonly bool _isMultiplicative;
    private readonly ImmutableArray<DateOnly> _testedShifts;
    private readonly EffectModel _model;
    private readonly ImmutableArray<ShiftFinding> _shiftFindings;
    private readonly ImmutableArray<FestivalFinding> _festivalFindings;

    public DecompositionParts(
        double[] values, double[] scaled, SeriesCalendar calendar, int seasonLength, bool isMultiplicative, ImmutableArray<DateOnly> testedShifts,
        EffectModel model)
    {
        (_values, _scaled, _calendar, _seasonLength, _isMultiplicative) = (values, scaled, calendar, seasonLength, isMultiplicative);
        (_testedShifts, _model) = (testedShifts, model);
        _shiftFindings = Shifts();
        _festivalFindings = Festivals();
    }

    public DecompositionReport Report()
    {
        var n = _values.Length;
        double[] breaks = Breaks(), shifts = PresentShifts(), festivals = PresentFestivals();
        var adjusted = new double[n];
        for (var t = 0; t < n; t++)
            adjusted[t] = _scaled[t] - breaks[t] - shifts[t] - festivals[t];
        var stl = Stl.Decompose(adjusted, new StlSettings(_seasonLength, seasonWindow: null, isRobust: true));
        var (statistic, p) = _model.Fit.Together(_model.SeasonColumns);
        var hasSeason = p <= SeriesDecomposition.SignificanceLevel;
        var season = hasSeason ? stl.Season : new double[n];
        var components = Contributions([.. stl.Trend.Zip(breaks, (level, jumped) => level + jumped)], shifts, season, festivals);
        return new DecompositionReport(
            _calendar,
            _isMultiplicative,
            [.. _values],
            components[0],
            components[1],
            components[2],
            components[3],
            components[4],
            Trend(stl, adjusted, season, components[0]),
            new SeasonFinding(stl.SeasonStrength, statistic, p, hasSeason, Profile(stl.Season)),
            _festivalFindings,
            _shiftFindings,
            [.. _model.Unusual.Select(one => Unusual(one.Index, one.Effect, one.P))],
            Deviation(components[4]));
    }

    /// <summary>What each component adds in the unit of the values, in the order trend, shifts, season, festivals, remainder.</summary>
    private ImmutableArray<double>[] Contributions(params double[][] onScale)
    {
        var parts = new double[onScale.Length + 1][];
        for (var i = 0; i < parts.Length; i++)
            parts[i] = new double[_values.Length];
        for (var t = 0; t < _values.Length; t++)
        {
            double level = 0, before = 0;
            for (var i = 0; i < onScale.Length; i++)
            {
                level += onScale[i][t];
                var together = _isMultiplicative ? Math.Exp(level) : level;
                parts[i][t] = together - before;
                before = together;
            }

            parts[^1][t] = _values[t] - before;
        }

        return [.. parts.Select(part => part.ToImmutableArray())];
    }

    private TrendFinding Trend(StlComponents stl, double[] adjusted, double[] season, ImmutableArray<double> trend)
    {
        var level = new double[adjusted.Length];
        for (var t = 0; t < level.Length; t++)
            level[t] = adjusted[t] - season[t];
        foreach (var (index, effect, _) in _model.Unusual)
            level[index] -= effect;
        var (statistic, p) = LevelStationarity.Test(level);
        var moves = p <= SeriesDecomposition.SignificanceLevel || !_model.Breaks.IsEmpty;
        return new TrendFinding(stl.TrendStrength, statistic, p, moves, trend[0], trend[^1]);
    }

    private ImmutableArray<double> Profile(double[] season)
    {
        double[] sums = new double[_seasonLength], counts = new double[_seasonLength];
        for (var t = 0; t < season.Length; t++)
        {
            var place = CalendarExposure.PlaceInYear(_calendar, t);
            sums[place] += season[t];
            counts[place]++;
        }

        return [.. sums.Select((sum, place) => Size(counts[place] > 0 ? sum / counts[place] : 0))];
    }

    private double Size(double effect) => _isMultiplicative ? Math.Exp(effect) - 1 : effect;

    private UnusualStep Unusual(int index, double effect, double p) =>
        new(index, _values[index], _isMultiplicative ? Math.Exp(_scaled[index] - effect) : _scaled[index] - effect, p);

    private ImmutableArray<ShiftFinding> Shifts()
    {
        double[] p = [.. _testedShifts.Select((_, i) => _model.Fit.PValue(_model.SeasonColumns + i))];
        var adjusted = MultipleTesting.Holm(p);
        return
        [
            .. _calendar.KnownShifts.Distinct().Select(day =>
            {
                var after = Math.Clamp(_values.Length - _calendar.IndexOf(day), 0, _values.Length);
                var i = _testedShifts.IndexOf(day);
                if (i < 0)
                    return new ShiftFinding(day, EffectVerdict.TooFewSteps, null, after);
                var column = _model.SeasonColumns + i;
                return new ShiftFinding(
                    day, EffectVerdicts.Of(adjusted[i]), Estimate(_model.Fit.Coefficients[column], _model.Fit.Error(column), p[i], adjusted[i]), after);
            }),
            .. _model.Breaks.Select(
                one => new ShiftFinding(
                    _calendar.DayOf(one.Index), EffectVerdict.Present, Estimate(one.Coefficient, one.Error, one.P, one.P),
                    _values.Length - one.Index) { IsFound = true }),
        ];
    }

    private ImmutableArray<FestivalFinding> Festivals() => EffectVerdicts.OfFestivals(
        _model.Festivals,
        _calendar.Festivals.Select(festival => festival.Key),
        Occurrences,
        (effect, adjusted) => Estimate(effect.Coefficient, effect.Error, effect.P, adjusted));

    private EffectEstimate Estimate(double coefficient, double error, double p, double adjustedP)
    {
        var reach = error * StudentT.TwoSidedQuantile(0.05, _model.Fit.DegreesOfFreedom);
        return new EffectEstimate(Size(coefficient), Size(coefficient - reach), Size(coefficient + reach), p, adjustedP);
    }

    private int Occurrences(string key) => _calendar.Festivals
        .Where(festival => festival.Key == key)
        .Select(festival => _calendar.IndexOf(festival.Day))
        .Count(index => index >= 0 && index < _values.Length);

    private double[] PresentShifts()
    {
        var sum = new double[_values.Length];
        for (var i = 0; i < _testedShifts.Length; i++)
        {
            if (_shiftFindings.Any(finding => finding.Day == _testedShifts[i] && finding.Verdict == EffectVerdict.Present))
                Add(sum, CalendarExposure.After(_calendar, _testedShifts[i], sum.Length), _model.Fit.Coefficients[_model.SeasonColumns + i]);
        }

        return sum;
    }

    /// <summary>Jumps that nobody announced: the level itself moved, so the trend moves with them.</summary>
    private double[] Breaks()
    {
        var sum = new double[_values.Length];
        foreach (var one in _model.Breaks)
        {
            for (var t = one.Index; t < sum.Length; t++)
                sum[t] += one.Coefficient;
        }

        return sum;
    }

    private double[] PresentFestivals()
    {
        var sum = new double[_values.Length];
        foreach (var effect in _model.Festivals)
        {
            if (_festivalFindings.Any(finding => finding.Key == effect.Candidate.Key && finding.Verdict == EffectVerdict.Present))
                Add(sum, effect.Candidate.Column, effect.Coefficient);
        }

        return sum;
    }

    private static void Add(double[] sum, double[] column, double coefficient)
    {
        for (var t = 0; t < sum.Length; t++)
            sum[t] += coefficient * column[t];
    }

    private static double Deviation(ImmutableArray<double> values)
    {
        var mean = values.Average();
        return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / Math.Max(1, values.Length - 1));
    }
}
