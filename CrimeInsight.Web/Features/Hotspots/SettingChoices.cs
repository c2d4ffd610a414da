using CrimeInsight.Core.Hotspots;
using CrimeInsight.Core.Hotspots.DensityClusters;
using CrimeInsight.Web.Resources;

namespace CrimeInsight.Web.Features.Hotspots;

/// <summary>Settings of several methods, or of ours: <c>near=12&amp;level=1&amp;reach=500&amp;least=20&amp;width=1000&amp;with=earlieryears</c>.</summary>
public static class SettingChoices
{
    private const int UsualLevelPercent = 5;
    private const int UsualBandwidthMetres = 2000;

    /// <summary>Places a place is looked at with.</summary>
    public static NumberChoice Neighbours { get; } =
        new("near", 0, nameof(HotspotsText.Neighbours), nameof(HotspotsText.NeighboursMany), NeighbourSettings.UsualNeighbours, [4, 8, 12, 20]);

    /// <summary>Significance level, in percent.</summary>
    public static NumberChoice Level { get; } = new("level", 1, nameof(HotspotsText.Level), nameof(HotspotsText.LevelPercent), UsualLevelPercent, [1, 5, 10]);

    /// <summary>How near the cases of a cluster are, in metres.</summary>
    public static NumberChoice Reach { get; } =
        new("reach", 2, nameof(HotspotsText.Reach), nameof(HotspotsText.ReachMetres), (int)DensityClustersSettings.UsualReachMetres, [200, 300, 500, 1000]);

    /// <summary>Fewest cases of a cluster.</summary>
    public static NumberChoice LeastCases { get; } =
        new("least", 3, nameof(HotspotsText.Least), nameof(HotspotsText.LeastCases), DensityClustersSettings.UsualLeastCases, [5, 10, 20, 50]);

    /// <summary>Over which a density is smoothed, in metres; 0: by a rule of thumb.</summary>
    public static NumberChoice Bandwidth { get; } =
        new("width", 4, nameof(HotspotsText.Bandwidth), nameof(HotspotsText.BandwidthMetres), UsualBandwidthMetres, [0, 500, 1000, 2000, 5000],
            nameof(HotspotsText.BandwidthRule));

    /// <summary>What cases are compared with.</summary>
    public static BackgroundChoice Background { get; } = new("with", 5);
}
