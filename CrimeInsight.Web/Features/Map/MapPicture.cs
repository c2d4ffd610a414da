using System.Collections.Immutable;
using CrimeInsight.Web.Shared.Maps;

namespace CrimeInsight.Web.Features.Map;

/// <summary>A map and its legend.</summary>
/// <param name="Ramp">Colours from fewer to more; empty when there are classes.</param>
/// <param name="Notes">What else a reader must know.</param>
public sealed record MapPicture(MapScene Scene, string LegendTitle, ImmutableArray<MapClass> Classes, IReadOnlyList<string> Ramp, ImmutableArray<string> Notes);
