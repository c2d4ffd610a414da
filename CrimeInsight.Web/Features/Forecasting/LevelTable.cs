using System.Collections.Immutable;
using CrimeInsight.Core.Forecasting.Stored;

namespace CrimeInsight.Web.Features.Forecasting;

/// <summary>Accuracy by level, widest first, and by volume, least first.</summary>
public sealed record LevelTable(ImmutableArray<(LevelGroup Kind, ImmutableArray<LevelAccuracy> Rows)> Groups)
{
    /// <summary>The same figures added up both ways; no groups when there are none.</summary>
    public static LevelTable Of(ImmutableArray<LevelAccuracy> figures) => new(figures.IsEmpty ? [] :
    [
        (LevelGroup.Level, [.. figures.GroupBy(one => one.Level).OrderBy(group => group.Key).Select(Together)]),
        (LevelGroup.Volume, [.. figures.GroupBy(one => one.VolumeBand).OrderBy(group => group.Key).Select(Together)]),
    ]);

    private static LevelAccuracy Together<T>(IGrouping<T, LevelAccuracy> group) => group.Aggregate((left, right) => left + right);
}
