using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Spatial.Clustering;

/// <summary>Parameters of <see cref="Dbscan"/> in space.</summary>
public sealed record DbscanRequest
{
    /// <param name="epsMetres">Reach of a neighbourhood, its edge included; above 0.</param>
    /// <param name="minPoints">Points a neighbourhood needs to be dense, the point itself among them; 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public DbscanRequest(double epsMetres, int minPoints)
    {
        Guard.Between(epsMetres, double.Epsilon, 1e8);
        Guard.Between(minPoints, 1, int.MaxValue);
        (EpsMetres, MinPoints) = (epsMetres, minPoints);
    }

    public double EpsMetres { get; }

    public int MinPoints { get; }
}
