using CrimeInsight.Core.Import.Judging;
using CrimeInsight.Core.Jurisdictions;

namespace CrimeInsight.Core.OfficialFigures.Reading;

/// <summary>Finds the states and districts of official tables, also by the names and the states they had then.</summary>
internal sealed class OfficialPlaces(JurisdictionTree tree)
{
    private readonly JurisdictionIndex _index = new(tree);
    private readonly Dictionary<(string, string, int), (Jurisdiction? Place, string? Suggestion)> _known = [];

    public Jurisdiction? Country => tree.Root;

    public JurisdictionTree Tree => tree;

    /// <summary>Null: no state of that name.</summary>
    public Jurisdiction? State(string name)
    {
        if (name.Length == 0)
            return null;
        var found = Known((name, "", 0), () => Value(_index.Find("", name, "", "")));
        return found.Place is { Level: JurisdictionLevel.State } state ? state : null;
    }

    /// <summary>The district that a unit is, or lies in, also under the state it was then part of.</summary>
    public (Jurisdiction? Place, string? Suggestion) District(string state, string unit, int year) =>
        Known((state, unit, year), () => FindDistrict(state, unit, year));

    private (Jurisdiction?, string?) FindDistrict(string state, string unit, int year)
    {
        // Tables keep for the year what was so when it began.
        var (place, suggestion) = Value(_index.Find("", state, unit, "")?.On(new DateOnly(year, 1, 1)));
        // Towns and stations are counted in their district; a state that shares its name with the unit is none.
        var district = place is null ? null : tree.AncestorAt(place, JurisdictionLevel.District);
        return (district, suggestion);
    }

    private static (Jurisdiction? Place, string? Suggestion) Value(PlaceReading? found) => (found?.Value, found?.Suggestion);

    private (Jurisdiction? Place, string? Suggestion) Known((string, string, int) key, Func<(Jurisdiction?, string?)> find)
    {
        if (_known.TryGetValue(key, out var known))
            return known;
        return _known[key] = find();
    }
}
