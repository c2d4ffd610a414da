namespace CrimeInsight.Web.Shared.Charts;

/// <summary>How a chart writes its values.</summary>
public enum ChartNumbers
{
    /// <summary>Whole numbers, in lakh and crore on the axis.</summary>
    Count,

    /// <summary>One decimal.</summary>
    Rate,

    /// <summary>One decimal and a percent sign.</summary>
    Percent,
}
