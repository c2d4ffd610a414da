using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Spatial.Knox;

namespace CrimeInsight.Benchmarks;

/// <summary>
/// Events in a land with a town that grows to several times its events over a year, none of which brings another unless contagion is planted.
/// </summary>
/// <param name="Growth">Rate of the town at the end ÷ at the start; 1: none grows.</param>
/// <param name="IsSudden">It grows at once in the middle of the year, not steadily.</param>
internal sealed record HonestyEvents(double Growth, bool IsSudden = false)
{
    private const int Days = 365;
    private const int Count = 900;
    private const double Side = 6_000;
    private const double TownSide = 1_500;
    private const double TownShare = 0.4;
    private const double FollowerMetres = 120;
    private const int FollowerDays = 10;

    /// <param name="followed">Share of the events that another follows near by and soon after.</param>
    public KnoxRequest Draw(double followed, int seed)
    {
        var random = new Random(seed);
        var (x, y, t) = (new List<double>(), new List<double>(), new List<double>());
        for (var i = 0; i < Count; i++)
        {
            var isTown = random.NextDouble() < TownShare;
            var (side, start) = isTown ? (TownSide, Side / 5) : (Side, 0);
            var day = Math.Floor(Days * (isTown ? Late(random) : random.NextDouble()));
            Add(start + side * random.NextDouble(), start + side * random.NextDouble(), day);
            if (random.NextDouble() < followed)
                Add(x[^1] + FollowerMetres * (2 * random.NextDouble() - 1), y[^1] + FollowerMetres * (2 * random.NextDouble() - 1),
                    day + random.Next(FollowerDays));
        }

        return new KnoxRequest(new MetrePoints([.. x], [.. y]), [.. t], [200, 400, 800], [7, 14, 28]) { Seed = seed, LeastRatio = 1 };

        void Add(double east, double north, double day)
        {
            x.Add(east);
            y.Add(north);
            t.Add(day);
        }
    }

    // Time 0 … 1 with a rate that rises to so many times the first.
    private double Late(Random random)
    {
        while (true)
        {
            var time = random.NextDouble();
            var rate = IsSudden ? time < 0.5 ? 1 : Growth : 1 + (Growth - 1) * time;
            if (random.NextDouble() * Math.Max(1, Growth) < rate)
                return time;
        }
    }
}
