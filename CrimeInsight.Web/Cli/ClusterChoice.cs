namespace CrimeInsight.Web.Cli;

/// <summary>What the verb <c>cluster</c> was asked to do.</summary>
/// <param name="MinPoints">Null: the method's own.</param>
/// <param name="Clusters">A number, or auto.</param>
internal sealed record ClusterChoice(
    string Method, double EpsMetres, double EpsDays, int? MinPoints, int MinClusterSize, double ResolutionMetres, string Clusters, int Seed);
