using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Reference;

namespace CrimeInsight.Core.OfficialFigures;

/// <summary>
/// Official figures by place, head and year. A head that is not printed itself is the sum of its parts, and the country that of its states, where
/// all of them are known. Figures of zero are often left out of tables: a head counts as known of a place where any place of its level has one.
/// </summary>
internal sealed class OfficialLookup
{
    private readonly ReferenceData _reference;
    private readonly Dictionary<(int PlaceId, int Year, string Measure), OfficialFigure> _all;
    private readonly HashSet<(JurisdictionLevel Level, int Year, string Measure)> _known = [];
    private readonly HashSet<(int PlaceId, int Year)> _placed = [];
    private readonly HashSet<string> _everKnown = new(StringComparer.Ordinal);

    public OfficialLookup(IEnumerable<OfficialFigure> figures, ReferenceData reference)
    {
        _reference = reference;
        _all = figures.DistinctBy(figure => (figure.PlaceId, figure.Year, figure.Measure))
            .ToDictionary(figure => (figure.PlaceId, figure.Year, figure.Measure));
        foreach (var figure in _all.Values)
        {
            if (reference.Jurisdictions.Find(figure.PlaceId) is not { } place)
                continue;
            _known.Add((place.Level, figure.Year, figure.Measure));
            _placed.Add((figure.PlaceId, figure.Year));
            _everKnown.Add(figure.Measure);
        }
    }

    /// <summary>Which figures a place needs to be looked up: those around it tell what is known.</summary>
    public static int Needed(Jurisdiction place) => place.Level == JurisdictionLevel.Country ? place.Id : place.ParentId ?? place.Id;

    /// <summary>The heads that cover those leaves of these whose figures are known of a place in all the years.</summary>
    public IReadOnlyList<CrimeHead> KnownParts(Jurisdiction place, IReadOnlyCollection<int> years, IEnumerable<CrimeHead> heads) =>
        [.. _reference.Heads.Cover(heads.SelectMany(head => _reference.Heads.LeavesOf(head.Id))
            .Where(leaf => years.All(year => Of(place, year, leaf) is not null))
            .Select(leaf => leaf.Id)
            .ToHashSet())];

    /// <summary>Null: not known.</summary>
    public OfficialSum? Of(Jurisdiction place, int year, CrimeHead head)
    {
        if (Printed(place, year, head) is { } printed)
            return printed;
        if (place.Level == JurisdictionLevel.Country)
            return OfStates(place, year, head);
        var leaves = _reference.Heads.LeavesOf(head.Id).ToList();
        if (head.ParentId is not null && _reference.Heads.IsLeaf(head.Id))
            return IsKnown(place, year, head) ? new OfficialSum(0, OfficialBasis.Official, "") : null;
        // What began with a new law has no figure before it, and no case either.
        return leaves.Exists(leaf => IsKnown(place, year, leaf)) && leaves.TrueForAll(leaf => IsKnown(place, year, leaf) || !_everKnown.Contains(leaf.Code))
            ? Sum([.. leaves.Select(leaf => Printed(place, year, leaf)).OfType<OfficialSum>()])
            : null;
    }

    /// <summary>As printed of the head itself.</summary>
    public OfficialSum? Printed(Jurisdiction place, int year, CrimeHead head) =>
        _all.TryGetValue((place.Id, year, OfficialMeasures.Of(head)), out var figure) ? new OfficialSum(figure.Cases, figure.Basis, figure.Source) : null;

    /// <summary>The figures of several heads, none inside another, together; null: one of them is not known.</summary>
    public OfficialSum? Of(Jurisdiction place, int year, IEnumerable<CrimeHead> heads)
    {
        var parts = heads.Select(head => Of(place, year, head)).ToList();
        return parts.Count > 0 && parts.TrueForAll(part => part is not null) ? Sum([.. parts.OfType<OfficialSum>()]) : null;
    }

    public static OfficialSum? Sum(IReadOnlyCollection<OfficialSum> parts) => parts.Count == 0
        ? null
        : new OfficialSum(
            parts.Sum(part => part.Cases), parts.Max(part => part.Basis), parts.Select(part => part.Source).FirstOrDefault(source => source.Length > 0) ?? "");

    private OfficialSum? OfStates(Jurisdiction country, int year, CrimeHead head)
    {
        var states = _reference.Jurisdictions.Within(country, JurisdictionLevel.State).Select(state => Of(state, year, head)).ToList();
        return states.TrueForAll(state => state is not null) ? Sum([.. states.OfType<OfficialSum>()]) : null;
    }

    private bool IsKnown(Jurisdiction place, int year, CrimeHead leaf) =>
        _placed.Contains((place.Id, year)) && _known.Contains((place.Level, year, leaf.Code));
}
