using System.Collections.Immutable;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Spatial.Clustering;
using CrimeInsight.Core.Spatial.Clustering.Chance;
using CrimeInsight.Core.Spatial.Clustering.Matching;

namespace CrimeInsight.Core.Hotspots.DensityClusters;

/// <summary>
/// Follows clusters through the last months: the clusters of windows that each end a month later are matched, and each belongs to the
/// cluster of the whole period that at least half of it lies in.
/// </summary>
internal sealed class ClusterCourses
{
    private static readonly int[] s_windows = [1, 3, 6, 12];

    private readonly PointStudy _study;
    private readonly DensityClustersSettings _settings;
    private readonly int _window;
    private readonly int _skipped;
    private readonly int[] _regions;
    private readonly int[] _monthsBack;
    private readonly List<Step> _steps = [];
    private readonly MatchReport _matches;

    private ClusterCourses(
        PointStudy study, DensityClustersSettings settings, int[] cases, DensityReport found, ImmutableArray<int> labels, CancellationToken cancellationToken)
    {
        (_study, _settings) = (study, settings);
        int[] own = [.. Enumerable.Range(0, study.Days.Length)];
        _monthsBack = Array.ConvertAll(own, study.MonthsBack);
        _regions = ClusterRegions.LabelsOf((MetrePoints)study.Places.At(own), settings.ReachMetres, cases, found);
        _window = WindowFor([.. labels.Select(label => cases.Count(place => _regions[place] == label))]);
        var known = new Incidents.Period(study.Known, study.Period.Until).Months;
        // Windows that begin before the first case is known would be empty for that reason alone.
        _skipped = Math.Clamp(_settings.FollowedMonths + _window - 1 - known, 0, _settings.FollowedMonths - 1);
        var clusters = new DbscanRequest(settings.ReachMetres, settings.LeastCases);
        for (var back = _settings.FollowedMonths - _skipped; back >= 1; back--)
        {
            int[] members = [.. own.Where(place => _monthsBack[place] >= back && _monthsBack[place] < back + _window)];
            var places = study.Places.At(members);
            _steps.Add(new Step(members, places, Dbscan.Run(places, clusters, null, cancellationToken)));
        }

        _matches = ClusterMatching.Run([.. _steps.Select(step => new ClusterStep(step.Places, step.Found.Labels))],
            new MatchRequest(settings.ReachMetres, mostGap: settings.MostGap), null, cancellationToken);
    }

    /// <param name="cases">Positions of the cases of the period.</param>
    /// <param name="found">Their clusters.</param>
    /// <param name="labels">Clusters to follow.</param>
    /// <returns>One for each, in their order, with the cases of each month.</returns>
    public static ImmutableArray<(ClusterCourse Course, ImmutableArray<int> Monthly)> Of(
        PointStudy study, DensityClustersSettings settings, int[] cases, DensityReport found, ImmutableArray<int> labels, CancellationToken cancellationToken)
    {
        if (labels.IsEmpty)
            return [];
        var courses = new ClusterCourses(study, settings, cases, found, labels, cancellationToken);
        var belongs = courses._steps.ConvertAll(courses.RegionsOf);
        return [.. labels.Select(label => (courses.CourseOf(label, belongs), courses.MonthlyOf(label)))];
    }

    /// <summary>The shortest window in which half of the clusters have enough cases, up to the period's length.</summary>
    private int WindowFor(int[] sizes)
    {
        Array.Sort(sizes);
        var middle = sizes[sizes.Length / 2];
        var months = _study.Period.Months;
        int[] possible = [.. s_windows.Where(window => window == 1 || window <= months)];
        return possible.FirstOrDefault(window => middle * (double)window / months >= _settings.LeastCases, possible[^1]);
    }

    /// <summary>For each cluster of a window, the cluster of the whole period at least half of it lies in; −1: none.</summary>
    private int[] RegionsOf(Step step)
    {
        var regions = new int[step.Found.ClusterCount];
        for (var label = 0; label < regions.Length; label++)
        {
            var members = step.MembersOf(label).ToList();
            var most = members.CountBy(member => _regions[member]).MaxBy(pair => pair.Value);
            regions[label] = 2 * most.Value >= members.Count ? most.Key : DensityReport.Noise;
        }

        return regions;
    }

    private ClusterCourse CourseOf(int region, List<int[]> belongs)
    {
        int[] seen = [.. Enumerable.Range(0, _steps.Count).Where(step => belongs[step].Contains(region))];
        if (seen.Length == 0)
            return new ClusterCourse(_window, _steps.Count, 0, null, false, false, 0, 0, 0);
        var first = seen.Length - 1;
        while (first > 0 && seen[first] - seen[first - 1] <= _settings.MostGap + 1)
            first--;
        var tracks = _matches.Tracks.Where(track => track.Stages.Any(stage => stage.Step >= seen[first] && belongs[stage.Step][stage.Label] == region))
            .Select(track => track.Number).ToHashSet();
        int Count(ClusterEventKind kind) =>
            _matches.Events.Count(item => item.Kind == kind && item.Step > seen[first] && item.Other is { } other
                && (tracks.Contains(item.Track) || tracks.Contains(other)));
        return new ClusterCourse(
            _window,
            _steps.Count,
            seen.Length,
            _study.Period.Until.AddMonths(seen[first] - _steps.Count),
            seen[first] == 0,
            seen[^1] == _steps.Count - 1,
            Count(ClusterEventKind.Merges),
            Count(ClusterEventKind.Splits),
            Metres(MiddleOf(seen[first], region, belongs), MiddleOf(seen[^1], region, belongs)));
    }

    private ImmutableArray<int> MonthlyOf(int region)
    {
        var counts = new int[_settings.FollowedMonths];
        for (var place = 0; place < _regions.Length; place++)
        {
            if (_regions[place] == region && _monthsBack[place] <= _settings.FollowedMonths)
                counts[_settings.FollowedMonths - _monthsBack[place]]++;
        }

        var known = Math.Min(_settings.FollowedMonths, new Incidents.Period(_study.Known, _study.Period.Until).Months);
        return [.. counts.AsSpan(_settings.FollowedMonths - known)];
    }

    private PlanePoint MiddleOf(int step, int region, List<int[]> belongs)
    {
        var members = Enumerable.Range(0, belongs[step].Length).Where(label => belongs[step][label] == region)
            .SelectMany(label => _steps[step].MembersOf(label)).ToList();
        return new PlanePoint(members.Average(member => _study.Places.X[member]), members.Average(member => _study.Places.Y[member]));
    }

    private static double Metres(PlanePoint from, PlanePoint until) =>
        Math.Sqrt((from.X - until.X) * (from.X - until.X) + (from.Y - until.Y) * (from.Y - until.Y));

    private sealed record Step(int[] Members, PointSet Places, DensityReport Found)
    {
        public IEnumerable<int> MembersOf(int label) => Enumerable.Range(0, Members.Length).Where(i => Found.Labels[i] == label).Select(i => Members[i]);
    }
}
