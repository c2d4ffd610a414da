using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Queries;
using CrimeInsight.Data.Queries;
using CrimeInsight.Tests.Support;

namespace CrimeInsight.Tests.Data.Queries;

/// <summary>Measures worked by hand, order, and withheld values.</summary>
public sealed class QueryMeasureTests
{
    private const int Rape = 20;
    private const int Stalking = 22;
    private const int Murder = 10;

    private static readonly IncidentQuery s_plain = new() { Measures = [Measure.Count], Period = Period.Year(2024), Heads = ["body"] };

    [Fact]
    public void RatePerLakh_WholeYear_DividesByItsResidents() =>
        Assert.Equal(120 / 1_100_000d * 100_000, Value(s_plain with { Measures = [Measure.RatePerLakh], Jurisdictions = ["A"] }, Cell(120)));

    [Fact]
    public void RatePerLakh_PartsOfTwoYears_WeighsByDays()
    {
        // 184 days of 2023 at 1,000,000 and 182 of the 366 of 2024 at 1,100,000 residents.
        var personYears = 184 / 365d * 1_000_000 + 182 / 366d * 1_100_000;
        var query = s_plain with { Measures = [Measure.RatePerLakh], Jurisdictions = ["A"], Period = new(new(2023, 7, 1), new(2024, 7, 1)) };
        Assert.Equal(50 / personYears * 100_000, Value(query, Cell(50))!.Value, 1e-9);
    }

    [Fact]
    public void RatePerLakh_CountryWithoutOwnFigure_SumsItsParts()
    {
        Assert.Equal(100 / (1_100_000d + 500_000) * 100_000, Value(s_plain with { Measures = [Measure.RatePerLakh] }, Cell(100))!.Value, 1e-9);
        Assert.Null(Value(s_plain with { Measures = [Measure.RatePerLakh], Jurisdictions = ["A1a"] }, Cell(100)));
    }

    [Fact]
    public void RatePerLakh_YearsOutsideTheTable_TakeTheNearest() => Assert.Equal(
        10 / 1_000_000d * 100_000,
        Value(s_plain with { Measures = [Measure.RatePerLakh], Jurisdictions = ["A"], Period = Period.Year(2011) }, Cell(10))!.Value,
        1e-9);

    [Fact]
    public void RatePerLakh_ByMonth_IsAnnualised()
    {
        var query = s_plain with { Measures = [Measure.RatePerLakh], Dimensions = [Dimension.Month], Jurisdictions = ["A"] };
        Assert.Equal(10 / (1_100_000d * 31 / 366) * 100_000, Value(query, Cell(10, k1: 2024 * 12 + 2))!.Value, 1e-9);
    }

    [Fact]
    public void Change_AgainstEmptyPeriod_IsNotDefined()
    {
        var query = s_plain with { Measures = [Measure.ChangePrevious, Measure.ChangeLastYear] };
        var row = Assert.Single(Build(query, Cell(30), Cell(20, slice: QuerySlice.Previous)));
        Assert.Equal([50d, null], row.Values);
    }

    [Fact]
    public void Change_GroupGone_IsMinusHundred()
    {
        var query = s_plain with { Measures = [Measure.Count, Measure.ChangePrevious], Dimensions = [Dimension.Head] };
        Assert.Equal([0d, -100d], Assert.Single(Build(query, Cell(20, k1: Murder, slice: QuerySlice.Previous))).Values);
    }

    [Fact]
    public void Rates_CountTheRightStages()
    {
        var query = s_plain with { Measures = [Measure.ChargesheetRate, Measure.ConvictionRate] };
        Assert.Equal([75d, 40d], Assert.Single(Build(query, Cell(100) with { Charged = 60, Disposed = 80, Convicted = 20, Decided = 50 })).Values);
        Assert.Equal([null, null], Assert.Single(Build(query, Cell(100))).Values);
    }

    [Fact]
    public void Counts_BehindChangesAndRates_StandBesideThem()
    {
        var changes = s_plain with { Measures = [Measure.Count, Measure.CountPrevious, Measure.CountLastYear] };
        Assert.Equal([30d, 20d, 0d], Assert.Single(Build(changes, Cell(30), Cell(20, slice: QuerySlice.Previous))).Values);
        var rates = s_plain with { Measures = [Measure.Disposed, Measure.Decided] };
        Assert.Equal([80d, 50d], Assert.Single(Build(rates, Cell(100) with { Charged = 60, Disposed = 80, Convicted = 20, Decided = 50 })).Values);
    }

    /// <summary>18 of 20 charged leave two: the 20 are withheld with the rate. The courts' twelve are six and six.</summary>
    [Fact]
    public void Counts_BehindWithheldRates_AreWithheld()
    {
        var query = s_plain with { Heads = ["rape"], Measures = [Measure.Count, Measure.Disposed, Measure.Decided] };
        var row = Assert.Single(
            Build(query, Sensitive(
                30) with { Charged = 18, Disposed = 20, SCharged = 18, SDisposed = 20, Convicted = 6, Decided = 12, SConvicted = 6, SDecided = 12 }));
        Assert.Equal([30d, null, 12d], row.Values);
        var earlier = s_plain with { Heads = ["rape"], Measures = [Measure.Count, Measure.CountPrevious] };
        Assert.Equal([10d, null], Assert.Single(Build(earlier, Sensitive(10), Sensitive(4) with { Slice = QuerySlice.Previous })).Values);
    }

    [Fact]
    public void Share_Limited_IsOfTheWhole()
    {
        var query = s_plain with { Measures = [Measure.Share], Dimensions = [Dimension.Head], Order = new(Measure.Share) };
        var rows = Build(query, Cell(30, k1: 10), Cell(90, k1: 11));
        Assert.Equal(["hurt", "murder"], rows.Select(row => row.Keys[0]));
        Assert.Equal(75d, rows[0].Values[0]);
    }

    [Fact]
    public void NoDimensions_NoCases_IsOneRowOfZero() => Assert.Equal(0d, Assert.Single(Build(s_plain)).Values[0]);

    [Fact]
    public void Suppressed_EveryMeasure_IsWithheldAndComesLast()
    {
        var query = s_plain with
        {
            Heads = ["women"],
            Measures = [Measure.Count, Measure.Share, Measure.RatePerLakh],
            Dimensions = [Dimension.Head],
            Order = new(Measure.Count, Descending: false),
        };
        var rows = Build(query, Sensitive(3, Rape), Sensitive(9, 21), Cell(40, k1: Stalking));
        Assert.Equal(["stalking", "rape", "attempt"], rows.Select(row => row.Keys[0]));
        Assert.Equal([false, true, true], rows.Select(row => row.IsSuppressed));
        Assert.Equal([false, false, true], rows.Select(row => row.IsProtecting));
        Assert.All(rows.Skip(1), row => Assert.Equal([null, null, null], row.Values));
    }

    [Fact]
    public void Change_SmallEarlierCount_IsWithheldButNotTheCount()
    {
        var query = s_plain with { Heads = ["rape"], Measures = [Measure.Count, Measure.ChangePrevious] };
        var row = Assert.Single(Build(query, Sensitive(10), Sensitive(4) with { Slice = QuerySlice.Previous }));
        Assert.False(row.IsSuppressed);
        Assert.Equal([10d, null], row.Values);
    }

    // 25 cases are divided by month, 18 of the year before are not, though none of their months is small.
    [Fact]
    public void Change_TooFewEarlierToDivide_IsWithheldButNotTheCount()
    {
        var query = s_plain with
        {
            Heads = ["rape"],
            Measures = [Measure.Count, Measure.ChangeLastYear, Measure.CountLastYear],
            Dimensions = [Dimension.Month],
        };
        var (first, second) = (Sensitive(12, 2024 * 12), Sensitive(13, 2024 * 12 + 1));
        var rows = Build(query, first, second, Sensitive(9, 2024 * 12) with { Slice = QuerySlice.LastYear },
            Sensitive(9, 2024 * 12 + 3) with { Slice = QuerySlice.LastYear });
        Assert.Equal([[12d, null, null], [13d, null, null]], rows.Select(row => row.Values));
    }

    [Fact]
    public void Rates_FewCasesBehindThem_AreWithheld()
    {
        var query = s_plain with { Heads = ["rape"], Measures = [Measure.Count, Measure.ChargesheetRate, Measure.ConvictionRate] };
        var row = Assert.Single(
            Build(query, Sensitive(
                30) with { Charged = 18, Disposed = 20, SCharged = 18, SDisposed = 20, Convicted = 6, Decided = 12, SConvicted = 6, SDecided = 12 }));
        Assert.Equal([30d, null, 50d], row.Values);
    }

    private static CellRow Cell(long cases, int k1 = 0, int slice = QuerySlice.Current) => new(slice, k1, 0, 0, cases, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    private static CellRow Sensitive(long cases, int k1 = 0) => Cell(cases, k1) with { SCases = cases };

    private static double? Value(IncidentQuery query, CellRow cell) => Assert.Single(Build(query, cell)).Values[0];

    private static IReadOnlyList<QueryRow> Build(IncidentQuery query, params CellRow[] cells)
    {
        var reference = SmallReference.Data;
        var resolved = QueryResolver.Resolve(query, reference, [SmallReference.Country]);
        var population = new PopulationTable(reference.Jurisdictions, [(2, 2023, 1_000_000), (2, 2024, 1_100_000), (7, 2023, 480_000), (7, 2024, 500_000)]);
        return new QueryResultBuilder(resolved, reference, population, cells, minimumTotal: 20).Build().Rows;
    }
}
