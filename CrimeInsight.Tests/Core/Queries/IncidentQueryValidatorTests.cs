using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Queries;
using CrimeInsight.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CrimeInsight.Tests.Core.Queries;

public sealed class IncidentQueryValidatorTests
{
    private static readonly IncidentQuery s_valid = new() { Measures = [Measure.Count], Period = Period.Year(2024) };

    public static TheoryData<IncidentQuery, string, string> Broken => new()
    {
        { s_valid with { Measures = [] }, "measures", QueryProblemKeys.MeasuresMissing },
        { s_valid with { Measures = default }, "measures", QueryProblemKeys.MeasuresMissing },
        { s_valid with { Measures = [Measure.Count, Measure.Count] }, "measures", QueryProblemKeys.Repeated },
        { s_valid with { Measures = [(Measure)99] }, "measures", QueryProblemKeys.NotInCatalogue },
        { s_valid with { Dimensions = [Dimension.Head, Dimension.Month, Dimension.Hour, Dimension.Status] }, "dimensions", QueryProblemKeys.TooManyDimensions },
        { s_valid with { Period = null! }, "period", QueryProblemKeys.PeriodMissing },
        { s_valid with { Period = Period.Year(1949) }, "period", QueryProblemKeys.PeriodRange },
        { s_valid with { Jurisdictions = ["IN", "in"] }, "jurisdictions", QueryProblemKeys.Repeated },
        { s_valid with { Heads = [" "] }, "heads", QueryProblemKeys.BlankCode },
        { s_valid with { Heads = [.. Enumerable.Range(0, 501).Select(i => $"h{i}")] }, "heads", QueryProblemKeys.TooManyValues },
        { s_valid with { Weekdays = [8] }, "weekdays", QueryProblemKeys.WeekdayRange },
        { s_valid with { Hours = [24] }, "hours", QueryProblemKeys.HourRange },
        { s_valid with { HeadLevel = (CrimeHeadLevel)9 }, "headLevel", QueryProblemKeys.NotInCatalogue },
        { s_valid with { Order = new(Measure.Share) }, "order", QueryProblemKeys.OrderNotMeasured },
        { s_valid with { Limit = 100_001 }, "limit", QueryProblemKeys.LimitRange },
        { s_valid with { DateBasis = (DateBasis)9 }, "dateBasis", QueryProblemKeys.NotInCatalogue },
        { s_valid with { DateBasis = DateBasis.Registered, Hours = [3] }, "dateBasis", QueryProblemKeys.RegisteredByClock },
        { s_valid with { DateBasis = DateBasis.Registered, Weekdays = [3] }, "dateBasis", QueryProblemKeys.RegisteredByClock },
        { s_valid with { DateBasis = DateBasis.Registered, Dimensions = [Dimension.Hour] }, "dateBasis", QueryProblemKeys.RegisteredByClock },
        { s_valid with { DateBasis = DateBasis.Registered, Dimensions = [Dimension.Weekday] }, "dateBasis", QueryProblemKeys.RegisteredByClock },
        { s_valid with { Measures = [Measure.ConvictionRate], Statuses = [LegalStatus.Convicted] }, "measures", QueryProblemKeys.RateWithStatus },
        { s_valid with { Measures = [Measure.ChangePrevious], Dimensions = [Dimension.Day] }, "measures", QueryProblemKeys.ChangeByDay },
        {
            s_valid with { Measures = [Measure.ChangePrevious], Dimensions = [Dimension.Month], Period = new(new(2024, 1, 2), new(2024, 3, 1)) },
            "period", QueryProblemKeys.ChangeNeedsWholeMonths
        },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Validate_BrokenRule_IsNamed(IncidentQuery query, string member, string key)
    {
        var problem = Assert.Single(IncidentQueryValidator.Validate(query));
        Assert.Equal((member, key), (problem.Member, problem.Key));
        Assert.StartsWith(member + ": ", problem.Message, StringComparison.Ordinal);
        Assert.Contains(problem.Key, QueryProblemKeys.All);
    }

    [Fact]
    public void Validate_ManyBrokenRules_FindsAll()
    {
        var query = s_valid with { Measures = [], Weekdays = [0, 9], Limit = 0, Order = new(Measure.Count) };
        Assert.Equal(["measures", "weekdays", "weekdays", "order", "limit"], IncidentQueryValidator.Validate(query).Select(problem => problem.Member));
    }

    [Fact]
    public void Validate_Message_GivesRangeAndRemedy() => Assert.Equal(
        "hours: 24 is outside -1 to 23 (-1 means the hour is unknown); remove it.",
        Assert.Single(IncidentQueryValidator.Validate(s_valid with { Hours = [24] })).Message);

    [Fact]
    public void Validate_ValidQueries_FindsNothing() => Prop
        .ForAll(
            Gen.Choose(0, int.MaxValue - 1).ToArbitrary(),
            seed => IncidentQueryValidator.Validate(new RandomQueries(new Random(seed), ["IN", "IN-TN"], ["all", "murder"]).Next()).IsEmpty)
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Catalogue_EveryValue_HasUnitAndKey()
    {
        Assert.Equal(Enum.GetValues<Measure>(), QueryCatalogue.Measures.Select(measure => measure.Measure));
        Assert.Equal(Enum.GetValues<Dimension>(), QueryCatalogue.Dimensions.Select(dimension => dimension.Dimension));
        Assert.Equal((MeasureUnit.CasesPerLakhAndYear, "MeasureRatePerLakh", "ratePerLakh"), Describe(Measure.RatePerLakh));
        Assert.Equal((DimensionKey.Month, true), (QueryCatalogue.Of(Dimension.Month).Key, QueryCatalogue.Of(Dimension.Month).IsTime));

        static (MeasureUnit, string, string) Describe(Measure measure) =>
            (QueryCatalogue.Of(measure).Unit, QueryCatalogue.Of(measure).ResourceKey, QueryCatalogue.Of(measure).Name);
    }

    [Fact]
    public void LastYear_LeapDay_NeverShrinksToNothing()
    {
        Assert.Equal(new Period(new(2023, 2, 28), new(2023, 3, 1)), new Period(new(2024, 2, 28), new(2024, 2, 29)).LastYear());
        Assert.Equal(new Period(new(2023, 2, 28), new(2023, 3, 1)), new Period(new(2024, 2, 29), new(2024, 3, 1)).LastYear());
        Assert.Equal(new Period(new(2024, 2, 1), new(2024, 3, 1)), new Period(new(2025, 2, 1), new(2025, 3, 1)).LastYear());
    }
}
