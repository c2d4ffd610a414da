namespace CrimeInsight.Core.Demo;

/// <summary>How far a demo load is.</summary>
/// <param name="Year">Year under way.</param>
/// <param name="Done">Incidents done, of those this call loads; a year half done counts half.</param>
/// <param name="Total">Incidents this call loads.</param>
public readonly record struct DemoLoadProgress(int Year, long Done, long Total);
