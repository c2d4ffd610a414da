using CrimeInsight.Core.Geography.Boundaries;
using CrimeInsight.Core.Import.Judging;
using CrimeInsight.Core.Jurisdictions;

namespace CrimeInsight.Core.Boundaries;

/// <summary>Finds the place of each area: by its code, else by its name within what it is said, or drawn, to lie in.</summary>
internal sealed class AreaMatcher(PlaceLookup places, BoundaryLevel level, BoundaryColumns columns)
{
    private readonly JurisdictionLevel _level = LevelOf(level);

    public BoundaryLevel Level => level;

    public BoundaryColumns Columns => columns;

    public static JurisdictionLevel LevelOf(BoundaryLevel level) => level switch
    {
        BoundaryLevel.Country => JurisdictionLevel.Country,
        BoundaryLevel.State => JurisdictionLevel.State,
        BoundaryLevel.District => JurisdictionLevel.District,
        BoundaryLevel.Station => JurisdictionLevel.Station,
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "The level has no shapes."),
    };

    public AreaMatch Match(FileArea area)
    {
        var name = area.Value(columns.Name) ?? area.Value(columns.Code) ?? "";
        var above = string.Join(", ", new[] { area.Value(columns.District), area.Value(columns.State) }.OfType<string>());
        var (place, isCertain, suggestion) = Find(area);
        if (place is null)
            return new AreaMatch(name, above, null, ShapeMatch.Unknown, suggestion ?? Drawn(area));
        if (!places.IsOwn(place))
            return new AreaMatch(name, above, null, ShapeMatch.NotOwn, Show(place));
        var isByCode = places.ByCode(area.Value(columns.Code), _level) == place;
        return new AreaMatch(name, above, place.Code, !isCertain ? ShapeMatch.Doubtful : isByCode ? ShapeMatch.Code : ShapeMatch.Name, null);
    }

    /// <summary>The place, and whether nothing speaks against it; else what may have been meant.</summary>
    public (Jurisdiction? Place, bool IsCertain, string? Suggestion) Find(FileArea area)
    {
        var within = Within(area);
        var byName = places.ByName(area.Value(columns.Name), _level, within);
        var named = byName?.Value is { } value && value.Level == _level ? value : null;
        if (places.ByCode(area.Value(columns.Code), _level) is { } coded)
            return (coded, (named is null || named == coded || IsOfBefore(byName!, coded)) && (within is null || within.Contains(coded)), null);
        if (named is not null)
            return (named, IsPlain(byName!), null);
        // What is drawn where the area lies need not be what it is said to be.
        if (within is not null && columns.State is null && columns.District is null
            && places.ByName(area.Value(columns.Name), _level, null)?.Value is { } elsewhere && elsewhere.Level == _level)
            return (elsewhere, false, null);
        return (null, false, byName?.Suggestion);
    }

    /// <summary>What the area is said to lie in, else where it lies today.</summary>
    public Jurisdiction? Within(FileArea area)
    {
        if (_level <= JurisdictionLevel.State)
            return null;
        var state = Read(area.Value(columns.State), JurisdictionLevel.State, null)
            ?? (columns.State is null ? places.At(area.Inside, JurisdictionLevel.State) : null);
        return _level > JurisdictionLevel.District ? Read(area.Value(columns.District), JurisdictionLevel.District, state) ?? state : state;
    }

    private Jurisdiction? Read(string? value, JurisdictionLevel level, Jurisdiction? within) =>
        places.ByCode(value, level) ?? (places.ByName(value, level, within)?.Value is { } place && place.Level == level ? place : null);

    private string? Drawn(FileArea area) => places.At(area.Inside, _level) is { } drawn ? Show(drawn) : null;

    private static bool IsPlain(PlaceReading reading) =>
        reading is { CorrectedFrom: null, IsCoarser: false, Note: null, Since: null, Until: null, Also.Count: 0 };

    // Warangal was another district until 2021: the code says which of the two is meant.
    private static bool IsOfBefore(PlaceReading reading, Jurisdiction coded) => reading.Before?.Value == coded || reading.After?.Value == coded;

    private static string Show(Jurisdiction place) => $"{place.NameIn("en")} ({place.Code})";
}
