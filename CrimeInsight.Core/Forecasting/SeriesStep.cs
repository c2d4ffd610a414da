namespace CrimeInsight.Core.Forecasting;

/// <summary>How far two neighbouring values of a series are apart.</summary>
public enum SeriesStep
{
    /// <summary>A calendar month.</summary>
    Month,

    /// <summary>Seven days, from a Monday.</summary>
    Week,
}
