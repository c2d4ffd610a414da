using System.Collections.Immutable;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Hotspots;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.People;

namespace CrimeInsight.Tests.Support;

/// <summary>Cases at random over 20 km and the period; as many of them as a test says are followed within 100 m and five days.</summary>
internal sealed class FakeCasePoints : ICasePointReader
{
    private const int Count = 400;

    /// <summary>Share of the cases that another follows.</summary>
    public double Contagion { get; set; }

    /// <summary>Further cases within 250 m of <see cref="Spot"/>.</summary>
    public int Crowd { get; set; }

    /// <summary>Head the further cases are of; null: whatever is asked for.</summary>
    public string? CrowdHead { get; set; }

    public static GeoPoint Spot { get; } = new(12.09, 78.135);

    public Task<CasePoints?> ReadAsync(
        string? jurisdictionCode, ImmutableArray<string> heads, Period period, int most, Viewer viewer, CancellationToken cancellationToken)
    {
        var random = new Random(5);
        var (latitudes, longitudes, days) = (new List<double>(), new List<double>(), new List<double>());
        for (var i = 0; i < Count; i++)
        {
            var (latitude, longitude, day) = (
                12 + 0.18 * random.NextDouble(), 78 + 0.18 * random.NextDouble(), period.From.DayNumber + random.Next(period.Days - 10));
            latitudes.Add(latitude);
            longitudes.Add(longitude);
            days.Add(day);
            if (random.NextDouble() >= Contagion)
                continue;
            latitudes.Add(latitude + 0.0004);
            longitudes.Add(longitude + 0.0004);
            days.Add(day + random.Next(1, 6));
        }

        for (var i = 0; i < (CrowdHead is null || heads.Contains(CrowdHead) ? Crowd : 0); i++)
        {
            latitudes.Add(Spot.Latitude + 0.0044 * (random.NextDouble() - 0.5));
            longitudes.Add(Spot.Longitude + 0.0044 * (random.NextDouble() - 0.5));
            days.Add(period.From.DayNumber + random.Next(period.Days));
        }

        return Task.FromResult(days.Count > most ? null : new CasePoints(new DegreePoints([.. latitudes], [.. longitudes]), [.. days]));
    }
}
