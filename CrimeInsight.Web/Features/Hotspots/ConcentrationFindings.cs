using CrimeInsight.Core.Hotspots.Concentration;

namespace CrimeInsight.Web.Features.Hotspots;

/// <summary>How cases concentrate at places; null when that cannot be said.</summary>
public sealed record ConcentrationFindings(ConcentrationReport? Report);
