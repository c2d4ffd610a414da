using System.Collections.Immutable;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;

namespace CrimeInsight.Core.Hotspots;

/// <summary>Single cases on a plane, with those they are compared with.</summary>
/// <param name="Period">Of the cases.</param>
/// <param name="Background">What they are compared with.</param>
/// <param name="Known">First month of which the cases of the request are known; before the period.</param>
/// <param name="Places">Cases of the request since then, the others after them.</param>
/// <param name="Days">When each of the request's cases occurred.</param>
/// <param name="Stations">With coordinates; at least one.</param>
internal sealed record PointStudy(
    Period Period, CaseBackground Background, DateOnly Known, MetrePoints Places, ImmutableArray<double> Days, LocalProjection Projection,
    ImmutableArray<Jurisdiction> Stations)
{
    /// <summary>When what the cases are compared with occurred.</summary>
    public Period ComparedPeriod => Background == CaseBackground.EarlierYears ? new Period(Known, Period.Until) : Period;

    /// <summary>It is a case of the request, in the period.</summary>
    public bool IsCase(int place) => place < Days.Length && Days[place] >= Period.From.DayNumber;

    /// <summary>Positions of the cases, and of all they could have been drawn from by chance, the cases among them; ascending.</summary>
    public (int[] Cases, int[] Population) Split()
    {
        int[] cases = [.. Enumerable.Range(0, Days.Length).Where(IsCase)];
        return (cases, Background == CaseBackground.EarlierYears ? [.. Enumerable.Range(0, Days.Length)]
            : [.. cases, .. Enumerable.Range(Days.Length, Places.Count - Days.Length)]);
    }

    /// <summary>Months from the month of a place to the end of the period: 1 for the last.</summary>
    public int MonthsBack(int place)
    {
        var day = DateOnly.FromDayNumber((int)Days[place]);
        return (Period.Until.Year - day.Year) * 12 + Period.Until.Month - day.Month;
    }

    /// <summary>The station nearest to a place.</summary>
    public Jurisdiction Nearest(PlanePoint place)
    {
        var middle = Projection.ToGeo(place);
        return Stations.MinBy(station => Distance.Metres(station.Point!.Value, middle))!;
    }

    /// <summary>Corners on the Earth, to five decimals: a metre.</summary>
    public ImmutableArray<GeoPoint> OnEarth(IEnumerable<PlanePoint> corners) =>
        [.. corners.Select(Projection.ToGeo).Select(corner => new GeoPoint(Math.Round(corner.Latitude, 5), Math.Round(corner.Longitude, 5)))];
}
