namespace CrimeInsight.Web.Features.Forecasting;

/// <summary>How places are ranked.</summary>
public enum PlaceOrder
{
    /// <summary>Most likely to have more than a year before first.</summary>
    Rising,

    /// <summary>Least likely first.</summary>
    Falling,

    /// <summary>Most expected cases first.</summary>
    Most,
}
