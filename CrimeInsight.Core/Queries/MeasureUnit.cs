namespace CrimeInsight.Core.Queries;

/// <summary>Unit of a measure's values; decides how they are written and on which axis they may share a chart.</summary>
public enum MeasureUnit
{
    /// <summary>Whole number of registered cases.</summary>
    Cases,

    /// <summary>Cases per 100,000 residents and year.</summary>
    CasesPerLakhAndYear,

    /// <summary>0 … 100.</summary>
    Percent,

    /// <summary>−100 … unbounded; always written with its sign.</summary>
    PercentChange,
}
