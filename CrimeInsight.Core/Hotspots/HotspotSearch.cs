using System.Collections.Immutable;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Scopes;

namespace CrimeInsight.Core.Hotspots;

/// <summary>A question resolved for a person: what a method starts from.</summary>
/// <param name="Level">Level of the places.</param>
/// <param name="Places">Those that a scope is looked at by, with coordinates, in the order of the tree.</param>
/// <param name="Period">The months asked for.</param>
/// <param name="First">First month of the data.</param>
/// <param name="Progress">Told the share done, 0–1, from any thread.</param>
public sealed record HotspotSearch(
    ScopeCodes Scope,
    JurisdictionLevel Level,
    ImmutableArray<Jurisdiction> Places,
    Period Period,
    DateOnly First,
    Viewer Viewer,
    HotspotSources Sources,
    IProgress<double>? Progress)
{
    /// <summary>Most threads that compute at once.</summary>
    public int Threads => Sources.Threads;
}
