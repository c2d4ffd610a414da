using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Geography.Boundaries;
using CrimeInsight.Core.Hotspots;

namespace CrimeInsight.Web.Features.Hotspots;

/// <summary>What the page shows: a report, and the shapes it is drawn on.</summary>
public sealed record HotspotFindings(HotspotReport Report, BoundaryCollection Shapes);
