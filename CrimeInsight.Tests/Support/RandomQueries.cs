using System.Collections.Immutable;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Queries;

namespace CrimeInsight.Tests.Support;

/// <summary>Valid queries of every shape, from a seed.</summary>
public sealed class RandomQueries(Random random, IReadOnlyList<string> places, IReadOnlyList<string> heads)
{
    /// <summary>Chance that the period is of whole months, so that rollups may answer.</summary>
    public double WholeMonths { get; init; } = 0.7;

    /// <summary>Years of the periods.</summary>
    public (int From, int Until) Years { get; init; } = (2022, 2025);

    /// <summary>Sections that queries may filter by; empty: none do.</summary>
    public IReadOnlyList<string> Sections { get; init; } = [];

    public IncidentQuery Next()
    {
        var dimensions = Some(Enum.GetValues<Dimension>(), random.Next(4));
        var statuses = random.NextDouble() < 0.1 ? Some(Enum.GetValues<LegalStatus>(), random.Next(1, 4)) : [];
        var period = NextPeriod();
        var measures = Some([.. Enum.GetValues<Measure>().Where(measure => Fits(measure, dimensions, statuses, period))], random.Next(1, 4));
        var query = new IncidentQuery
        {
            Measures = measures,
            Dimensions = dimensions,
            Period = period,
            Jurisdictions = random.NextDouble() < 0.5 ? Some(places, random.Next(1, 6)) : [],
            Heads = random.NextDouble() < 0.5 ? Some(heads, random.Next(1, 6)) : [],
            Statuses = statuses,
            Genders = random.NextDouble() < 0.1 ? Some(Enum.GetValues<Gender>(), random.Next(1, 3)) : [],
            AgeBands = random.NextDouble() < 0.1 ? Some(Enum.GetValues<AgeBand>(), random.Next(1, 4)) : [],
            Weekdays = random.NextDouble() < 0.1 ? Some([1, 2, 3, 4, 5, 6, 7], random.Next(1, 4)) : [],
            Hours = random.NextDouble() < 0.1 ? Some([.. Enumerable.Range(-1, 25)], random.Next(1, 13)) : [],
            JurisdictionLevel = random.NextDouble() < 0.7 ? One(Enum.GetValues<JurisdictionLevel>()) : null,
            HeadLevel = One(Enum.GetValues<CrimeHeadLevel>()),
            Order = random.NextDouble() < 0.3 ? new QueryOrder(One(measures), random.Next(2) == 0) : null,
            Limit = random.NextDouble() < 0.2 ? random.Next(1, 50) : null,
        };
        DateBasis? basis = random.Next(3) switch { 0 => DateBasis.Occurred, 1 when !query.IsOfClock => DateBasis.Registered, _ => null };
        return query with { DateBasis = basis, Sections = Sections.Count > 0 && random.NextDouble() < 0.3 ? Some(Sections, random.Next(1, 4)) : [] };
    }

    private static bool Fits(Measure measure, ImmutableArray<Dimension> dimensions, ImmutableArray<LegalStatus> statuses, Period period) => measure switch
    {
        Measure.ChargesheetRate or Measure.ConvictionRate or Measure.Disposed or Measure.Decided => !dimensions.Contains(Dimension.Status) && statuses.IsEmpty,
        Measure.ChangePrevious or Measure.ChangeLastYear or Measure.CountPrevious or Measure.CountLastYear =>
            !dimensions.Contains(Dimension.Day) && (period.IsWholeMonths || !(dimensions.Contains(Dimension.Month) || dimensions.Contains(Dimension.Year))),
        _ => true,
    };

    private Period NextPeriod()
    {
        var first = new DateOnly(Years.From, 1, 1);
        if (random.NextDouble() < WholeMonths)
        {
            var months = (Years.Until - Years.From) * 12;
            var from = random.Next(months);
            return new Period(first.AddMonths(from), first.AddMonths(from + random.Next(1, months - from + 1)));
        }
        var days = new DateOnly(Years.Until, 1, 1).DayNumber - first.DayNumber;
        var day = random.Next(days);
        return new Period(first.AddDays(day), first.AddDays(day + random.Next(1, 700)));
    }

    private T One<T>(IReadOnlyList<T> values) => values[random.Next(values.Count)];

    private ImmutableArray<T> Some<T>(IReadOnlyList<T> values, int count)
    {
        var copy = values.ToArray();
        random.Shuffle(copy);
        return [.. copy.Take(count)];
    }
}
