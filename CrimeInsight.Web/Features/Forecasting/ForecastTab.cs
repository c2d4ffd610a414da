namespace CrimeInsight.Web.Features.Forecasting;

/// <summary>What of the forecast is shown; one at a time, so that phones draw no more than they show.</summary>
public enum ForecastTab
{
    /// <summary>The months to come, with their intervals.</summary>
    Outlook,

    /// <summary>The weeks to come of a district.</summary>
    Weeks,

    /// <summary>What was said at earlier months, and what came.</summary>
    Replay,

    /// <summary>How well each method did.</summary>
    Record,

    /// <summary>Trend, season, festivals, shifts and the rest.</summary>
    Parts,

    /// <summary>What is expected in the places below.</summary>
    Places,

    /// <summary>A festival moved to another month.</summary>
    Festival,
}
