using CrimeInsight.Core.Import.Judging;
using CrimeInsight.Core.Jurisdictions;

namespace CrimeInsight.Core.OfficialFigures.Reading;

/// <summary>Finds the states and districts of official tables, also by the names and the states they had then.</summary>
internal sealed class OfficialPlaces(JurisdictionTree tree)
{
    // Districts that a table prints under the state they were then part of.
    private static readonly (string State, string Since, int LastYear)[] s_divided = [("IN-AP", "IN-TG", 2014), ("IN-JK", "IN-LA", 2019)];

    private readonly JurisdictionIndex _index = new(tree);
    private readonly Dictionary<(string, string, bool), (Jurisdiction? Place, string? Suggestion)> _known = [];

    public Jurisdiction? Country => tree.Root;

    public JurisdictionTree Tree => tree;

    /// <summary>Null: no state of that name.</summary>
    public Jurisdiction? State(string name)
    {
        if (name.Length == 0)
            return null;
        var found = Known((name, "", false), () => Value(_index.Find("", name, "", "")));
        return found.Place is { Level: JurisdictionLevel.State } state ? state : null;
    }

    /// <summary>The district that a unit is, or lies in.</summary>
    public (Jurisdiction? Place, string? Suggestion) District(string state, string unit, int year)
    {
        var isThen = s_divided.Any(divided => year <= divided.LastYear && State(state)?.Code == divided.State);
        return Known((state, unit, isThen), () => FindDistrict(state, unit, isThen));
    }

    private (Jurisdiction?, string?) FindDistrict(string state, string unit, bool isThen)
    {
        var (place, suggestion) = Value(_index.Find("", state, unit, ""));
        if (place is null && isThen)
        {
            var since = s_divided.First(divided => divided.State == State(state)!.Code).Since;
            place = Value(_index.Find("", NameOf(since), unit, "")).Place;
        }

        // Towns and stations are counted in their district; a state that shares its name with the unit is none.
        var district = place is null ? null : tree.AncestorAt(place, JurisdictionLevel.District);
        return (district, suggestion);
    }

    private string NameOf(string code) => tree.Find(code)?.NameIn("en") ?? "";

    private static (Jurisdiction? Place, string? Suggestion) Value(Resolution<Jurisdiction>? found) => (found?.Value, found?.Suggestion);

    private (Jurisdiction? Place, string? Suggestion) Known((string, string, bool) key, Func<(Jurisdiction?, string?)> find)
    {
        if (_known.TryGetValue(key, out var known))
            return known;
        return _known[key] = find();
    }
}
