using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Hotspots.DensityClusters;

/// <summary>As <see cref="DensityClustersMethod"/> has them.</summary>
public sealed record DensityClustersSettings : ComparedSettings
{
    /// <summary>How near cases of a cluster are unless asked otherwise, in metres.</summary>
    public const double UsualReachMetres = 300;

    /// <summary>Fewest cases of a cluster unless asked otherwise.</summary>
    public const int UsualLeastCases = 10;

    private const double LeastMetres = 20;
    private const double MostMetres = 50_000;
    private const int MostLeastCases = 10_000;

    /// <summary>How near to each other the cases of a cluster are, 20 … 50,000 m.</summary>
    public double ReachMetres
    {
        get;
        init
        {
            Guard.Between(value, LeastMetres, MostMetres, nameof(ReachMetres));
            field = value;
        }
    } = UsualReachMetres;

    /// <summary>Fewest cases within that reach of a case in the middle of a cluster, 3 … 10,000.</summary>
    public int LeastCases
    {
        get;
        init
        {
            Guard.Between(value, 3, MostLeastCases, nameof(LeastCases));
            field = value;
        }
    } = UsualLeastCases;

    /// <summary>No more replicas are made once so many have a cluster that stands out as much: by then it is clear that nothing does.</summary>
    public int StopAfterHits { get; init; } = 60;

    /// <summary>Months that clusters are followed through.</summary>
    public int FollowedMonths { get; init; } = 12;

    /// <summary>Windows in a row that a cluster may be missing in and go on.</summary>
    public int MostGap { get; init; } = 1;
}
