namespace CrimeInsight.Core.Import.Understanding;

/// <summary>What the values of a column look like.</summary>
public enum ValueKind
{
    Text,
    Number,

    /// <summary>A number that is a year and nothing else.</summary>
    Year,
    Date,

    /// <summary>A time of day without a date.</summary>
    Time,

    /// <summary>Degrees with decimals, or as arcs.</summary>
    Coordinate,

    /// <summary>Latitude and longitude in one cell.</summary>
    Point,

    /// <summary>Metres of a projected grid.</summary>
    Projected,
    Gender,

    /// <summary>An age in words or with a unit; plain numbers are <see cref="Number"/>.</summary>
    Age,
    YesOrNo,
}
