using System.Globalization;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Core.Demo;

/// <summary>Makes the incidents of one district and year from random numbers of its own.</summary>
internal sealed class DistrictCases
{
    /// <summary>Written as the source of every demo incident.</summary>
    public const string Source = "demo";

    /// <summary>Share of cases of which only the district is known.</summary>
    public const double OnlyDistrictShare = 0.05;

    private const double NoPlaceShare = 0.02;
    private const double ExactUntil = 0.82;
    private const double LocalityUntil = 0.91;
    private const double LocalitiesPerDegree = 250;
    private const double StepsPerDegree = 1e5;
    private const double NoWayShare = 0.3;
    private const double NoValueShare = 0.12;
    private const double MostRupees = 1e9;
    private const int MostParents = 4;

    private readonly DemoYear _year;
    private readonly DemoDistrict _district;
    private readonly int _state;
    private readonly DistrictPlaces _places;
    private readonly DemoRandom _random;
    private readonly string _prefix;
    private readonly List<(int Day, int Station, GeoPoint Point)> _earlier = [];
    private int _serial;

    public DistrictCases(DemoYear year, DemoDistrict district, int state, DistrictPlaces places, DemoRequest request)
    {
        _year = year;
        _district = district;
        _state = state;
        _places = places;
        _random = new DemoRandom(request.Seed, district.Ordinal, year.Year);
        _prefix = string.Create(CultureInfo.InvariantCulture, $"{district.Code}/{year.Year}/");
    }

    /// <summary>Adds a head's cases.</summary>
    public void Add(List<Incident> incidents, DemoHead head, int headIndex, HeadProfile profile, int count)
    {
        _earlier.Clear();
        var follows = FollowingShare(profile, count);
        for (var i = 0; i < count; i++)
        {
            var (day, station, point) = Happen(headIndex, profile, follows);
            if (profile.Contagion is not null)
                _earlier.Add((day, station, point));
            incidents.Add(Record(head, headIndex, profile, day, station, point));
        }
    }

    // The first case of a year follows none: the others make up for it, so that the share holds over all.
    private static double FollowingShare(HeadProfile profile, int count) =>
        profile.Contagion is { } contagion && count > 1 ? Math.Min(contagion.Share * count / (count - 1), 0.5) : 0;

    private (int Day, int Station, GeoPoint Point) Happen(int head, HeadProfile profile, double follows)
    {
        if (profile.Contagion is { } contagion && _earlier.Count > 0 && _random.NextUnit() < follows)
            for (var i = 0; i < MostParents; i++)
            {
                var parent = _earlier[_random.NextIndex(_earlier.Count)];
                var wait = _random.NextExponential(contagion.MeanDays);
                var day = parent.Day + (int)wait;
                if (wait < contagion.MostDays && day < _year.Days)
                    return (day, parent.Station, _places.Near(parent.Point, contagion, _random));
            }

        var (station, point) = _places.Sample(profile, _random);
        return (_year.DaysOf(_state, head).Sample(_random), station, point);
    }

    private Incident Record(DemoHead head, int headIndex, HeadProfile profile, int day, int station, GeoPoint point)
    {
        var time = CaseTime.Sample(_year.First.AddDays(day), profile, _year.AsOf, _random);
        var (victimGender, victimAge) = Demographics.SampleVictim(profile.Victim, _random);
        var (offenderGender, offenderAge) = Demographics.SampleOffender(profile.Offender, _random);
        var (ordinal, place, precision) = Locate(head, station, point);
        return new Incident
        {
            Source = Source,
            SourceReference = Reference(++_serial),
            JurisdictionOrdinal = ordinal,
            HeadId = head.Id,
            OccurredOn = time.On,
            OccurredAt = time.At,
            OccurredUntil = time.Until,
            ReportedOn = time.Reported,
            Place = place,
            Precision = precision,
            VictimGender = victimGender,
            VictimAgeBand = victimAge,
            OffenderGender = offenderGender,
            OffenderAgeBand = offenderAge,
            Status = _year.Statuses.Sample(_state, headIndex, _year.AsOf.DayNumber - time.Reported.DayNumber, _random),
            PropertyValueRupees = head.IsSensitive ? null : Value(profile),
            ModusOperandi = head.IsSensitive ? null : Way(profile),
        };
    }

    private (int Ordinal, GeoPoint? Place, LocationPrecision Precision) Locate(DemoHead head, int station, GeoPoint point)
    {
        if (_random.NextUnit() < OnlyDistrictShare)
            return (_district.Ordinal, null, LocationPrecision.None);
        var ordinal = _places.OrdinalOf(station);
        var draw = _random.NextUnit();
        if (draw < NoPlaceShare)
            return (ordinal, null, LocationPrecision.None);
        if (head.IsSensitive)
            return (ordinal, Step(MapCell.Generalise(point)), LocationPrecision.Cell);
        if (draw < ExactUntil)
            return (ordinal, Step(point), LocationPrecision.Exact);
        if (draw >= LocalityUntil)
            return (ordinal, _places.PointOf(station), LocationPrecision.Station);
        return (ordinal, Step(point, LocalitiesPerDegree), LocationPrecision.Locality);
    }

    private static GeoPoint Step(GeoPoint point, double stepsPerDegree = StepsPerDegree) => new(
        Math.Floor(point.Latitude * stepsPerDegree + 0.5) / stepsPerDegree,
        Math.Floor(point.Longitude * stepsPerDegree + 0.5) / stepsPerDegree);

    private long? Value(HeadProfile profile)
    {
        if (profile.MedianRupees <= 0 || _random.NextUnit() < NoValueShare)
            return null;
        var rupees = Math.Min(profile.MedianRupees * PortableMath.Exp(profile.ValueSpread * _random.NextNormal()), MostRupees);
        var step = rupees < 2_000 ? 10 : rupees < 50_000 ? 100 : 1_000;
        return step * (long)Math.Floor(rupees / step + 0.5);
    }

    private string? Way(HeadProfile profile) =>
        profile.Ways.Length == 0 || _random.NextUnit() < NoWayShare ? null : profile.Ways[_random.NextIndex(profile.Ways.Length)];

    private string Reference(int serial) => string.Create(_prefix.Length + 6, (_prefix, serial), static (text, state) =>
    {
        state._prefix.CopyTo(text);
        state.serial.TryFormat(text[state._prefix.Length..], out _, "D6", CultureInfo.InvariantCulture);
    });
}
