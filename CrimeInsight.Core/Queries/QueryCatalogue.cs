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

    private static MeasureDefinition Define(Measure measure) =>
        new(measure, QueryNames.Of(measure), UnitOf(measure), "Measure" + measure);

    private static DimensionDefinition Define(Dimension dimension) =>
        new(dimension, QueryNames.Of(dimension), KeyOf(dimension), "Dimension" + dimension, IsTime(dimension));

    private static MeasureUnit UnitOf(Measure measure) => measure switch
    {
        Measure.Count => MeasureUnit.Cases,
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
