using System.Collections.Immutable;

namespace CrimeInsight.Core.Queries;

/// <summary>The closed catalogue of the semantic query: every measure and dimension with its unit and the key of its name.</summary>
public static class QueryCatalogue
{
    /// <summary>In the order of the enum.</summary>
    public static ImmutableArray<MeasureDefinition> Measures { get; } = [.. Enum.GetValues<Measure>().Select(Define)];

    /// <summary>In the order of the enum.</summary>
    public static ImmutableArray<DimensionDefinition> Dimensions { get; } = [.. Enum.GetValues<Dimension>().Select(Define)];

    public static MeasureDefinition Of(Measure measure) => Measures[(int)measure];

    public static DimensionDefinition Of(Dimension dimension) => Dimensions[(int)dimension];

    /// <summary>The measure looks at the period just before, too.</summary>
    public static bool ComparesPrevious(Measure measure) => measure is Measure.ChangePrevious or Measure.CountPrevious;

    /// <summary>The measure looks at the same period a year before, too.</summary>
    public static bool ComparesLastYear(Measure measure) => measure is Measure.ChangeLastYear or Measure.CountLastYear;

    /// <summary>The measure looks at what police did with cases.</summary>
    public static bool IsOfPolice(Measure measure) => measure is Measure.ChargesheetRate or Measure.Disposed;

    /// <summary>The measure looks at what courts did with cases.</summary>
    public static bool IsOfCourts(Measure measure) => measure is Measure.ConvictionRate or Measure.Decided;

    private static MeasureDefinition Define(Measure measure) =>
        new(measure, QueryNames.Of(measure), UnitOf(measure), "Measure" + measure);

    private static DimensionDefinition Define(Dimension dimension) =>
        new(dimension, QueryNames.Of(dimension), KeyOf(dimension), "Dimension" + dimension, IsTime(dimension));

    private static MeasureUnit UnitOf(Measure measure) => measure switch
    {
        Measure.Count or Measure.CountPrevious or Measure.CountLastYear or Measure.Disposed or Measure.Decided => MeasureUnit.Cases,
        Measure.RatePerLakh => MeasureUnit.CasesPerLakhAndYear,
        Measure.Share or Measure.ChargesheetRate or Measure.ConvictionRate => MeasureUnit.Percent,
        Measure.ChangePrevious or Measure.ChangeLastYear => MeasureUnit.PercentChange,
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "The measure is not in the catalogue."),
    };

    private static DimensionKey KeyOf(Dimension dimension) => dimension switch
    {
        Dimension.Jurisdiction => DimensionKey.JurisdictionCode,
        Dimension.Head => DimensionKey.HeadCode,
        Dimension.Month => DimensionKey.Month,
        Dimension.Day => DimensionKey.Day,
        Dimension.Year or Dimension.Weekday or Dimension.Hour => DimensionKey.Number,
        Dimension.Gender or Dimension.AgeBand or Dimension.Status => DimensionKey.EnumName,
        _ => throw new ArgumentOutOfRangeException(nameof(dimension), dimension, "The dimension is not in the catalogue."),
    };

    private static bool IsTime(Dimension dimension) =>
        dimension is Dimension.Month or Dimension.Day or Dimension.Year or Dimension.Weekday or Dimension.Hour;
}
