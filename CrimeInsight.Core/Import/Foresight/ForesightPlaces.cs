using CrimeInsight.Core.Jurisdictions;

namespace CrimeInsight.Core.Import.Foresight;

/// <summary>The places of one level, found by what lies in them.</summary>
public sealed class ForesightPlaces
{
    private readonly ForesightPlace[] _places;

    public ForesightPlaces(IEnumerable<ForesightPlace> places, JurisdictionLevel level)
    {
        Level = level;
        _places = [.. places.Where(place => place.Level == level).OrderBy(place => place.Ordinal)];
    }

    public JurisdictionLevel Level { get; }

    public IReadOnlyList<ForesightPlace> All => _places;

    /// <summary>The place that a jurisdiction is or lies in; null when it lies above them.</summary>
    public ForesightPlace? Of(int ordinal)
    {
        var (low, high) = (0, _places.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (ordinal < _places[middle].Ordinal)
                high = middle - 1;
            else if (ordinal >= _places[middle].OrdinalUntil)
                low = middle + 1;
            else
                return _places[middle];
        }

        return null;
    }
}
