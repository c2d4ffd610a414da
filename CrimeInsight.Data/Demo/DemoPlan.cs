using CrimeInsight.Core.Demo;

namespace CrimeInsight.Data.Demo;

/// <summary>What is to be loaded.</summary>
/// <param name="Request">The one the database holds already, else the one asked for.</param>
/// <param name="Missing">In the order of loading.</param>
/// <param name="Present">Incidents that are there.</param>
internal sealed record DemoPlan(DemoRequest Request, IReadOnlyList<DemoBatch> Missing, long Present);
