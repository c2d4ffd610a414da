namespace CrimeInsight.Core.Demo;

/// <summary>What a demo load did.</summary>
/// <param name="Loaded">Incidents loaded by this call.</param>
/// <param name="Present">Incidents of the request that were there before.</param>
/// <param name="Stations">Synthetic stations added.</param>
public sealed record DemoLoadResult(long Loaded, long Present, int Stations);
