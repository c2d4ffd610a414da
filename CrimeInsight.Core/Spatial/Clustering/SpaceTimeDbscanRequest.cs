using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Spatial.Clustering;

/// <summary>Parameters of <see cref="Dbscan"/> in space and time.</summary>
public sealed record SpaceTimeDbscanRequest
{
    /// <param name="epsMetres">Reach of a neighbourhood in space, its edge included; above 0.</param>
    /// <param name="epsDays">Its reach in time, either way, included; above 0.</param>
    /// <param name="minPoints">Points a neighbourhood needs to be dense, the point itself among them; 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public SpaceTimeDbscanRequest(double epsMetres, double epsDays, int minPoints)
    {
        Guard.Between(epsMetres, double.Epsilon, 1e8);
        Guard.Between(epsDays, double.Epsilon, 1e6);
        Guard.Between(minPoints, 1, int.MaxValue);
        (EpsMetres, EpsDays, MinPoints) = (epsMetres, epsDays, minPoints);
    }

    public double EpsMetres { get; }

    public double EpsDays { get; }

    public int MinPoints { get; }
}
