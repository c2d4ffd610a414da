using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Forecasting.Background;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Reference;
using CrimeInsight.Data.Queries;

namespace CrimeInsight.Data.Forecasting;

/// <summary>
/// Adds up counts of leaf heads to the series of a set, and judges which of them queries would withhold (docs/query.md):
/// those with a revealing count of sensitive cases in any month, or with too few of them; by week all that such cases
/// could be told from, and the other series do not count these.
/// </summary>
internal sealed class HistoryCollector
{
    private readonly JurisdictionTree _places;
    private readonly HashSet<JurisdictionLevel> _levels;
    private readonly int _length;
    private readonly int _minimumTotal;
    private readonly bool _isByMonth;
    private readonly Dictionary<short, (short[] Heads, bool IsSensitive)> _leaves;
    private readonly Dictionary<short, HeadGroup> _groups;
    private readonly Dictionary<int, Jurisdiction[]> _placesByOrdinal = [];
    private readonly Dictionary<(int Ordinal, short Head), Counts> _series = [];

    /// <param name="minimumTotal">Fewest sensitive cases that are divided.</param>
    public HistoryCollector(ReferenceData reference, SeriesSet set, int length, int minimumTotal)
    {
        _places = reference.Jurisdictions;
        _levels = [.. set.Levels];
        _length = length;
        _minimumTotal = minimumTotal;
        _isByMonth = set.Step == SeriesStep.Month;
        var tree = reference.Heads;
        var planned = set.Heads.ToHashSet();
        _leaves = tree.LeavesOf(tree.Root.Id).ToDictionary(
            leaf => leaf.Id,
            leaf => (tree.SelfAndAncestors(leaf.Id).Select(head => head.Id).Where(planned.Contains).ToArray(), tree.SelfAndAncestors(leaf.Id)
                .Any(head => head.IsSensitive)));
        _groups = set.Heads.ToDictionary(head => head, head => HeadPlan.Create(tree, [tree.Find(head)!], groupBy: null).Find(0));
    }

    /// <summary>Leaves the counts must be of.</summary>
    public short[] Leaves => [.. _leaves.Keys];

    /// <summary>Those of sensitive heads.</summary>
    public short[] SensitiveLeaves => [.. _leaves.Where(leaf => leaf.Value.IsSensitive).Select(leaf => leaf.Key)];

    /// <param name="ordinal">Of the jurisdiction the cases were counted at, or of a finer one.</param>
    /// <param name="isExact">The count is of that jurisdiction alone; else it also counts for those above it.</param>
    /// <param name="index">Month or week, from 0; outside the history it is left out.</param>
    public void Add(int ordinal, bool isExact, short leaf, int index, int cases)
    {
        if (index < 0 || index >= _length || !_leaves.TryGetValue(leaf, out var counted))
            return;
        foreach (var place in PlacesOf(ordinal, isExact))
        {
            foreach (var head in counted.Heads)
            {
                if (counted.IsSensitive && !_isByMonth && !_groups[head].IsOneStepFromSensitive)
                    continue;
                var series = SeriesOf(place.Ordinal, head);
                series.All[index] += cases;
                if (counted.IsSensitive)
                    (series.Sensitive ??= new int[_length])[index] += cases;
            }
        }
    }

    public IReadOnlyList<SeriesHistory> Finish() =>
    [
        .. _series
            .OrderBy(pair => pair.Key)
            .Select(pair =>
                new SeriesHistory(_places.AtOrdinal(pair.Key.Ordinal)!, pair.Key.Head, pair.Value.All, IsWithheld(pair.Value, _groups[pair.Key.Head]))),
    ];

    private bool IsWithheld(Counts counts, HeadGroup group)
    {
        if (counts.Sensitive is null)
            return false;
        if (group.IsOneStepFromSensitive && (!_isByMonth || counts.Sensitive.Sum() < _minimumTotal))
            return true;
        for (var i = 0; i < counts.All.Length; i++)
            if (CellSuppression.IsRevealing(counts.All[i], counts.Sensitive[i], group.IsOneStepFromSensitive))
                return true;
        return false;
    }

    private Jurisdiction[] PlacesOf(int ordinal, bool isExact)
    {
        if (_placesByOrdinal.TryGetValue(ordinal, out var known))
            return known;
        var node = _places.AtOrdinal(ordinal);
        Jurisdiction[] places = node is null ? [] : isExact
            ? (_levels.Contains(node.Level) ? [node] : [])
            : [.. _places.SelfAndAncestors(node).Where(place => _levels.Contains(place.Level))];
        _placesByOrdinal.Add(ordinal, places);
        return places;
    }

    private Counts SeriesOf(int ordinal, short head)
    {
        if (!_series.TryGetValue((ordinal, head), out var series))
            _series.Add((ordinal, head), series = new Counts(_length));
        return series;
    }

    private sealed class Counts(int length)
    {
        public int[] All { get; } = new int[length];

        public int[]? Sensitive { get; set; }
    }
}
