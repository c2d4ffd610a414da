using System.Collections.Immutable;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Maps;

namespace CrimeInsight.Core.Hotspots;

/// <summary>The cases of places with what they are compared with.</summary>
/// <param name="Areas">With coordinates, in the order of the tree; none withheld.</param>
/// <param name="Population">Of each, never fewer than its cases: lakh resident-years, or cases of the background, its own among them.</param>
/// <param name="Background">Null: residents.</param>
/// <param name="ComparedPeriod">When what they are compared with occurred.</param>
internal sealed record PlaceStudy(ImmutableArray<AreaFigure> Areas, ImmutableArray<double> Population, CaseBackground? Background, Period ComparedPeriod);
