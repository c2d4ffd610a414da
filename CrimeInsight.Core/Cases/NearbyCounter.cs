using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Core.Cases;

/// <summary>
/// Counts, for each case, those of its head that lie near it in the days before: by squares of half a kilometre, O(n) for evenly spread cases.
/// </summary>
internal sealed class NearbyCounter
{
    // A square is no narrower than the distance anywhere in India.
    private const double SquareDegrees = 0.0056;

    private readonly Dictionary<(short Head, int X, int Y), List<CaseSpot>> _squares = [];
    private readonly Dictionary<long, CaseSpot> _spots;

    /// <param name="spots">In the order of days.</param>
    public NearbyCounter(IReadOnlyList<CaseSpot> spots)
    {
        _spots = spots.ToDictionary(spot => spot.Id);
        foreach (var spot in spots)
        {
            var (x, y) = SquareOf(spot.At);
            if (!_squares.TryGetValue((spot.HeadId, x, y), out var square))
                _squares.Add((spot.HeadId, x, y), square = []);
            square.Add(spot);
        }
    }

    /// <summary>On earlier days, at most <see cref="Repeats.RecentDays"/> before; null when the case has no place.</summary>
    public int? Before(long id)
    {
        if (!_spots.TryGetValue(id, out var spot))
            return null;
        var count = 0;
        var (x, y) = SquareOf(spot.At);
        for (var dx = -1; dx <= 1; dx++)
            for (var dy = -1; dy <= 1; dy++)
                if (_squares.TryGetValue((spot.HeadId, x + dx, y + dy), out var square))
                    count += square.Count(other => IsBefore(other, spot));
        return count;
    }

    private static bool IsBefore(CaseSpot other, CaseSpot spot) =>
        spot.On.DayNumber - other.On.DayNumber is > 0 and <= Repeats.RecentDays && Distance.Metres(other.At, spot.At) <= Repeats.NearMetres;

    private static (int X, int Y) SquareOf(GeoPoint at) => ((int)Math.Floor(at.Longitude / SquareDegrees), (int)Math.Floor(at.Latitude / SquareDegrees));
}
