using CrimeInsight.Core.Calendar;
using CrimeInsight.Core.Import.Likeness;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;

namespace CrimeInsight.Core.Import.Features;

/// <summary>
/// Works out the features of a batch's cases from cases in the order of their days, of which a month before each is enough. Nothing of it is
/// stored: files of cases have them worked out anew.
/// </summary>
public sealed class FeatureCounter(JurisdictionTree places, HolidayCalendar calendar)
{
    private const int MostSamples = 8;

    // Of one square: a file may have all of its cases on one point.
    private const int MostNear = 1000;

    // A square is no narrower than half a kilometre anywhere in India.
    private const double SquareDegrees = 0.0056;

    private readonly Dictionary<int, (int? Station, string? State)> _known = [];
    private readonly Dictionary<(int Station, short Head), Recent> _days = [];
    private readonly Dictionary<(short Head, int X, int Y), Queue<CaseTrace>> _spots = [];
    private readonly List<FeatureSample> _samples = [];
    private long _rows, _weekend, _festival, _repeats, _near;

    /// <summary>Takes the next case, in the order of days. Protected ones count for nothing.</summary>
    public void Add(in CaseTrace trace)
    {
        if (trace.IsProtected)
            return;
        var (station, state) = PlaceOf(trace.Ordinal);
        var (since, earlier) = station is { } known ? InStation(known, trace) : default;
        var near = Nearby(trace);
        if (!trace.IsNew)
            return;
        var day = DateOnly.FromDayNumber(trace.Day);
        var sample = new FeatureSample(
            trace.Id & uint.MaxValue, day, day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday,
            [.. calendar.On(day, state).Select(holiday => holiday.Key)], since, earlier, near);
        _rows++;
        _weekend += sample.IsWeekend ? 1 : 0;
        _festival += sample.Festivals.IsEmpty ? 0 : 1;
        _repeats += earlier > 0 ? 1 : 0;
        _near += near > 0 ? 1 : 0;
        if (_samples.Count < MostSamples && (near > 0 || !sample.Festivals.IsEmpty || _samples.Count == 0))
            _samples.Add(sample);
    }

    public FeatureReport Report() => new(_rows, _weekend, _festival, _repeats, _near, [.. _samples]);

    private (int? Since, int? Earlier) InStation(int station, in CaseTrace trace)
    {
        if (!_days.TryGetValue((station, trace.HeadId), out var recent))
            _days.Add((station, trace.HeadId), recent = new Recent());
        while (recent.Days.TryPeek(out var first) && first < trace.Day - Repeats.RecentDays)
            recent.Days.Dequeue();
        int? since = recent.Days.Count > 0 ? trace.Day - recent.Last : null;
        recent.OfLast = trace.Day == recent.Last ? recent.OfLast + 1 : 1;
        recent.Last = trace.Day;
        recent.Days.Enqueue(trace.Day);
        return (since, recent.Days.Count - recent.OfLast);
    }

    private int? Nearby(in CaseTrace trace)
    {
        if (!trace.IsPlaced)
            return null;
        var (x, y) = ((int)Math.Floor(trace.Longitude / SquareDegrees), (int)Math.Floor(trace.Latitude / SquareDegrees));
        var count = 0;
        for (var dx = -1; dx <= 1; dx++)
            for (var dy = -1; dy <= 1; dy++)
                if (_spots.TryGetValue((trace.HeadId, x + dx, y + dy), out var square))
                    count += Before(square, trace);
        if (!_spots.TryGetValue((trace.HeadId, x, y), out var own))
            _spots.Add((trace.HeadId, x, y), own = []);
        own.Enqueue(trace);
        return count;
    }

    private static int Before(Queue<CaseTrace> square, in CaseTrace trace)
    {
        while (square.TryPeek(out var first) && first.Day < trace.Day - Repeats.RecentDays)
            square.Dequeue();
        var count = 0;
        foreach (var other in square)
        {
            if (other.Day == trace.Day || count == MostNear)
                break;
            count += TraceComparer.Kilometres(other, trace) * 1000 <= Repeats.NearMetres ? 1 : 0;
        }

        return count;
    }

    private (int? Station, string? State) PlaceOf(int ordinal)
    {
        if (_known.TryGetValue(ordinal, out var known))
            return known;
        var place = places.AtOrdinal(ordinal);
        known = place is null ? default
            : (places.AncestorAt(place, JurisdictionLevel.Station)?.Ordinal, places.AncestorAt(place, JurisdictionLevel.State)?.Code);
        _known.Add(ordinal, known);
        return known;
    }

    private sealed class Recent
    {
        public Queue<int> Days { get; } = [];

        public int Last { get; set; } = int.MinValue;

        /// <summary>Cases of the last day.</summary>
        public int OfLast { get; set; }
    }
}
