using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Geography.Boundaries;
using CrimeInsight.Core.Jurisdictions;

namespace CrimeInsight.Core.Boundaries;

/// <summary>
/// Shapes that follow from loaded ones: of a state when all its districts have one, of the country when all its states have. Only of places that are
/// the administrator's.
/// </summary>
internal static class PlacesAbove
{
    /// <param name="loaded">Of places of the level.</param>
    public static IReadOnlyList<JurisdictionShape> Of(BoundaryLevel level, IReadOnlyList<JurisdictionShape> loaded, BoundaryGround ground)
    {
        if (level is BoundaryLevel.Country or BoundaryLevel.Station || ground.Tree.Root is not { } country)
            return [];
        var known = loaded.ToDictionary(shape => shape.Code, shape => shape.Shape, StringComparer.Ordinal);
        var above = new List<JurisdictionShape>();
        if (level == BoundaryLevel.District)
            foreach (var state in ground.Tree.Within(country, JurisdictionLevel.State))
                Add(state, JurisdictionLevel.District);
        Add(country, JurisdictionLevel.State);
        return above;

        void Add(Jurisdiction place, JurisdictionLevel below)
        {
            var parts = ground.Tree.Within(place, below).ToList();
            if (!ground.IsOwn(place) || !parts.Exists(part => known.ContainsKey(part.Code)))
                return;
            GeoShape?[] shapes = [.. parts.Select(part => known.GetValueOrDefault(part.Code) ?? Loaded(part))];
            if (Array.TrueForAll(shapes, shape => shape is not null))
                above.Add(new JurisdictionShape(place.Code, known[place.Code] = AreaCoverage.Unite(shapes!)));
        }

        GeoShape? Loaded(Jurisdiction place) => ground.Drawn.TryGetValue(place.Code, out var drawn) && !drawn.IsApproximate ? drawn.Shape : null;
    }
}
