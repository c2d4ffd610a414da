using System.Collections.Immutable;
using System.Diagnostics;
using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Forecasting.Decomposition;

/// <summary>
/// Which festivals change the cases of their days. Days of a few years are regressed on a wandering level, the day of the
/// week, a smooth season and the festivals' days (<see cref="LocalLevelRegression"/>), festivals one by one, the most
/// significant first. A festival counts as significant only if it stays so without any single one of its occurrences: one
/// extraordinary day is not a custom. Effects are shares of the cases usual on those days. Pure; about 0.1 s for five years.
/// Reference: Hampel et al. (1986), Robust Statistics, Wiley, §1.2 (breakdown by single observations).
/// </summary>
public static class DailyFestivals
{
    /// <summary>Mean cases of a day from which the tests hold: fewer are too skewed.</summary>
    public const double LeastPerDay = 3;

    /// <summary>Three years: a festival must have come three times.</summary>
    public const int LeastDays = 3 * 365;

    private const int LeastOccurrences = 3;
    private const int DaysPerWeek = 7;
    private const double DaysPerYear = 365.25;
    private const int Harmonics = 6;

    /// <summary>The day; the days around it; the week of markets and travel before it and two days after.</summary>
    private static readonly ImmutableArray<(int Before, int After)> s_windows = [(0, 0), (1, 1), (5, 2)];

    /// <param name="from">The first day.</param>
    /// <param name="days">Cases of every day from then on, without gaps.</param>
    /// <param name="festivals">Those of <see cref="MainFestivals"/> are looked for.</param>
    /// <returns>One per festival; null when there are too few days or cases.</returns>
    public static ImmutableArray<FestivalFinding>? Find(
        DateOnly from, IReadOnlyList<double> days, IEnumerable<Festival> festivals, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(days);
        double[] values = [.. days];
        Guard.AllFinite(values, nameof(days));
        if (values.Length < LeastDays || values.Average() < LeastPerDay)
            return null;
        var known = festivals.Where(festival => MainFestivals.Keys.Contains(festival.Key)).Distinct()
            .ToLookup(festival => festival.Key, festival => festival.Day.DayNumber - from.DayNumber);
        var candidates = known.SelectMany(festival => s_windows.Select(window => Candidate(festival.Key, festival, window, values.Length)))
            .Where(candidate => candidate.Occurrences >= LeastOccurrences).ToList();
        var search = new Search(from, values);
        var accepted = search.Accept(candidates, cancellationToken);
        var others = candidates.Where(one => accepted.All(other => other.Key != one.Key)).GroupBy(one => one.Key)
            .Select(group => group.Select(search.Rejected).MinBy(effect => effect.P)!);
        return EffectVerdicts.OfFestivals(
            [.. search.Accepted(accepted), .. others],
            known.Select(festival => festival.Key),
            key => known[key].Count(day => day >= 0 && day < values.Length),
            search.Estimate);
    }

    private static EffectCandidate Candidate(string key, IEnumerable<int> days, (int Before, int After) window, int count)
    {
        var column = new double[count];
        var occurrences = 0;
        foreach (var day in days)
        {
            if (day < window.Before || day + window.After >= count)
                continue;
            column.AsSpan(day - window.Before, window.Before + 1 + window.After).Fill(1);
            occurrences++;
        }

        return new EffectCandidate(key, window.Before, window.After, column) { Occurrences = occurrences };
    }

    private sealed class Search(DateOnly from, double[] values)
    {
        private readonly List<double[]> _columns = Usual(from, values.Length);
        private readonly double _mean = values.Average();
        private LocalLevelFit? _fit;

        // Of counts, a day varies at least as much as a Poisson variable.
        private LocalLevelFit Fit =>
            _fit ??= new LocalLevelRegression(values, _columns, _mean).Fit() ?? throw new UnreachableException("Season and weekdays depend on each other.");

        public List<EffectCandidate> Accept(List<EffectCandidate> candidates, CancellationToken cancellationToken)
        {
            var accepted = new List<EffectCandidate>();
            while (true)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var open = candidates.Where(candidate => accepted.All(one => one.Key != candidate.Key)).ToList();
                var best = open.Select(candidate => (Candidate: candidate, P: SafeP(candidate))).OrderBy(pair => pair.P).FirstOrDefault();
                if (best.Candidate is null
                    || best.P * s_windows.Length * open.Select(one => one.Key).Distinct().Count() > SeriesDecomposition.SignificanceLevel)
                    return accepted;
                accepted.Add(best.Candidate);
                _columns.Add(best.Candidate.Column);
                _fit = null;
            }
        }

        public IEnumerable<TestedEffect> Accepted(List<EffectCandidate> accepted)
        {
            var first = _columns.Count - accepted.Count;
            return accepted.Select(
                (one, i) => new TestedEffect(one, Fit.Coefficients[first + i], Fit.Error(first + i), Math.Min(1, s_windows.Length * Fit.PValue(first + i))));
        }

        public TestedEffect Rejected(EffectCandidate candidate)
        {
            var (coefficient, error, _, ownShare) = Fit.Candidate(candidate.Column);
            return ownShare < EffectSearch.LeastOwnShare
                ? new TestedEffect(candidate, 0, 0, 1) { IsSeparable = false }
                : new TestedEffect(candidate, coefficient, error, Math.Min(1, s_windows.Length * SafeP(candidate)));
        }

        /// <summary>As a share of what is usual on those days.</summary>
        public EffectEstimate Estimate(TestedEffect effect, double adjustedP)
        {
            double cases = 0, share = 0;
            for (var day = 0; day < values.Length; day++)
            {
                cases += effect.Candidate.Column[day] * values[day];
                share += effect.Candidate.Column[day];
            }

            var usual = Math.Max(cases / share - effect.Coefficient, 1 / share);
            var reach = effect.Error * StudentT.TwoSidedQuantile(0.05, Fit.DegreesOfFreedom);
            return new EffectEstimate(
                effect.Coefficient / usual, Math.Max(-1, (effect.Coefficient - reach) / usual), (effect.Coefficient + reach) / usual, effect.P, adjustedP);
        }

        /// <summary>The largest p-value when one occurrence is left out.</summary>
        private double SafeP(EffectCandidate candidate)
        {
            var (coefficient, _, p, ownShare) = Fit.Candidate(candidate.Column);
            if (ownShare < EffectSearch.LeastOwnShare || p > SeriesDecomposition.SignificanceLevel)
                return p;
            var length = candidate.DaysBefore + 1 + candidate.DaysAfter;
            for (var day = Array.IndexOf(candidate.Column, 1); day >= 0; day = Array.IndexOf(candidate.Column, 1, day + length))
            {
                var rest = (double[])candidate.Column.Clone();
                rest.AsSpan(day, length).Clear();
                var without = Fit.Candidate(rest);
                p = Math.Max(p, without.Coefficient * coefficient > 0 ? without.P : 1);
                if (day + length >= values.Length)
                    break;
            }

            return p;
        }

        private static List<double[]> Usual(DateOnly from, int count)
        {
            var columns = new List<double[]>();
            for (var weekday = 1; weekday < DaysPerWeek; weekday++)
                columns.Add([.. Enumerable.Range(0, count).Select(day => (int)from.AddDays(day).DayOfWeek == weekday ? 1.0 : 0)]);
            for (var order = 1; order <= Harmonics; order++)
            {
                var turn = 2 * Math.PI * order / DaysPerYear;
                columns.Add([.. Enumerable.Range(0, count).Select(day => Math.Cos(turn * (from.DayNumber + day)))]);
                columns.Add([.. Enumerable.Range(0, count).Select(day => Math.Sin(turn * (from.DayNumber + day)))]);
            }

            return columns;
        }
    }
}
