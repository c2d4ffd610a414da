using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Geography.Boundaries;
using CrimeInsight.Core.Hotspots;

namespace CrimeInsight.Web.Features.Hotspots;

/// <summary>What the page shows: a report, and the shapes it is drawn on.</summary>
/// <param name="ComputedAt">When it was computed and stored; null when just now.</param>
public sealed record HotspotFindings(FindingsReport Report, BoundaryCollection Shapes, DateTimeOffset? ComputedAt);
