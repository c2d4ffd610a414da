namespace CrimeInsight.Core.Demo;

/// <summary>How far a demo load is.</summary>
/// <param name="From">First day of the batch under way, which ends with its year or before.</param>
/// <param name="Done">Incidents done, of those this call loads; a batch half done counts half.</param>
/// <param name="Total">Incidents this call loads.</param>
public readonly record struct DemoLoadProgress(DateOnly From, long Done, long Total);
