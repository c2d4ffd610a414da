using CrimeInsight.Core.Maps;

namespace CrimeInsight.Web.Features.Map;

/// <summary>What was loaded for a map: figures and the state of its shapes.</summary>
/// <param name="ShapesVersion">Grows when shapes change; part of their address, so browsers keep them otherwise.</param>
/// <param name="HasShapes">False while the server is still computing them.</param>
/// <param name="IsApproximate">Computed, not official.</param>
public sealed record MapFigures(MapReport Report, long ShapesVersion, bool HasShapes, bool IsApproximate);
