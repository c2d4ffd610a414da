using System.Globalization;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Core.Demo;

/// <summary>Makes the incidents that one district registers in a year, each from random numbers of its own.</summary>
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

    private readonly DemoYear _year;
    private readonly DemoDistrict _district;
    private readonly int _state;
    private readonly DistrictPlaces _places;
    private readonly DistrictPlan _plan;
    private readonly DemoRandom _random;
    private readonly string _prefix;
    private readonly (int Station, GeoPoint Point)?[] _known;
    private readonly int[] _registered;
    private readonly int[] _inOrder;

    public DistrictCases(DemoYear year, int district, DistrictPlaces places)
    {
        _year = year;
        _district = year.Index.Districts[district];
        _state = year.Index.StateOfDistrict[district];
        _places = places;
        _plan = new DistrictPlan(year, district);
        _random = new DemoRandom(year.Request.Seed, _district.Ordinal, year.Year);
        _prefix = string.Create(CultureInfo.InvariantCulture, $"{_district.Code}/{year.Year}/");
        _known = new (int, GeoPoint)?[_plan.Length];
        _registered = [.. Enumerable.Range(0, _plan.Length).Select(position => TimeOf(position).Reported.DayNumber - year.First.DayNumber)];
        _inOrder = [.. Enumerable.Range(0, _plan.Length).OrderBy(position => _registered[position])];
    }

    /// <summary>The cases registered on some days of the year, 0 is 1 January, in the order of days; numbered through the year.</summary>
    public IEnumerable<Incident> Between(int fromDay, int untilDay)
    {
        for (var i = 0; i < _inOrder.Length; i++)
            if (_registered[_inOrder[i]] is var day && day >= fromDay && day < untilDay)
                yield return Record(_inOrder[i], i + 1);
    }

    /// <summary>How many <see cref="Between"/> makes.</summary>
    public int CountBetween(int fromDay, int untilDay) => _registered.Count(day => day >= fromDay && day < untilDay);

    // Begins the case's own random numbers; what else is drawn of the case follows.
    private CaseTime TimeOf(int position)
    {
        var planned = _plan[position];
        Restart(2 * position + 1);
        return CaseTime.Sample(
            _year.First.AddDays(planned.Day), _year.Index.Profiles[planned.Head], _year.FirstDayOf(planned.Head), _year.End, _random);
    }

    // A follower's place depends on its parent's, which may lie on a day that is not made.
    private (int Station, GeoPoint Point) PlaceOf(int position)
    {
        if (_known[position] is { } known)
            return known;
        var planned = _plan[position];
        var profile = _year.Index.Profiles[planned.Head];
        (int Station, GeoPoint Point) place;
        if (planned.Parent >= 0)
        {
            var parent = PlaceOf(planned.Parent);
            Restart(2 * position);
            place = (parent.Station, _places.Near(parent.Point, profile.Contagion!, _random));
        }
        else
        {
            Restart(2 * position);
            place = _places.Sample(profile, _random);
        }

        _known[position] = place;
        return place;
    }

    private void Restart(int item) => _random.Restart(_year.Request.Seed, _district.Ordinal, _year.Year, item);

    // Only the stage depends on the day as of which a case is seen: it is drawn last.
    private Incident Record(int position, int serial)
    {
        var planned = _plan[position];
        var (head, profile) = (_year.Index.Heads[planned.Head], _year.Index.Profiles[planned.Head]);
        var (station, point) = PlaceOf(position);
        var time = TimeOf(position);
        var asOf = _year.Request.AsOf(time.Reported);
        var (victimGender, victimAge) = Demographics.SampleVictim(profile.Victim, _random);
        var (offenderGender, offenderAge) = Demographics.SampleOffender(profile.Offender, _random);
        var (ordinal, place, precision) = Locate(head, station, point);
        long? value = head.IsSensitive ? null : Value(profile);
        var way = head.IsSensitive ? null : Way(profile);
        var (status, chargesheeted, disposed) = _year.Statuses.Sample(_state, planned.Head, asOf.DayNumber - time.Reported.DayNumber, _random);
        return new Incident
        {
            Source = Source,
            SourceReference = Reference(serial),
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
            PropertyValueRupees = value,
            ModusOperandi = way,
            Status = status,
            ChargesheetedOn = chargesheeted is { } filed ? time.Reported.AddDays(filed) : null,
            DisposedOn = disposed is { } ended ? time.Reported.AddDays(ended) : null,
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
