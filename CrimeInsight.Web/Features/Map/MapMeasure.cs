namespace CrimeInsight.Web.Features.Map;

/// <summary>By what areas are classed.</summary>
public enum MapMeasure
{
    /// <summary>Cases per lakh residents and year.</summary>
    Rate,

    /// <summary>Registered cases.</summary>
    Cases,

    /// <summary>Percent against the same months a year earlier.</summary>
    Change,
}
