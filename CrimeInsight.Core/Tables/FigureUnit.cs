namespace CrimeInsight.Core.Tables;

/// <summary>What the values of a column are: how they are written, aligned and split for files follows from it.</summary>
public enum FigureUnit
{
    /// <summary>Things counted, or expected on average.</summary>
    Count,

    /// <summary>A number without a unit: a ratio, a score, a version.</summary>
    Number,

    /// <summary>0 … 100.</summary>
    Percent,

    /// <summary>A change in percent, with its sign.</summary>
    PercentChange,

    /// <summary>A change in cases, with its sign.</summary>
    CountChange,

    /// <summary>Cases per 100,000 residents and year.</summary>
    RatePerLakh,

    /// <summary>0 … 1.</summary>
    Probability,

    Metres,

    Days,

    Hours,

    Duration,

    Instant,

    Day,

    Year,

    Month,

    Weekday,

    HourOfDay,

    Place,

    Head,

    /// <summary>One of a closed list.</summary>
    Code,

    Text,
}
