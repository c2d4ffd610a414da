namespace CrimeInsight.Core.Spatial.Clustering.Matching;

/// <summary>What happens to a cluster from one step to the next (Spiliopoulou, Ntoutsi, Theodoridis, Schult 2006).</summary>
public enum ClusterEventKind
{
    /// <summary>It appears where there was none.</summary>
    Born,

    /// <summary>It is there again, after the step before or after a gap.</summary>
    Survives,

    /// <summary>It appears out of another, which goes on as well.</summary>
    Splits,

    /// <summary>It goes on only as part of another.</summary>
    Merges,

    /// <summary>It is no longer there.</summary>
    Ends,
}
