namespace CrimeInsight.Core.Import.Judging;

/// <summary>A date as it is written, before its column says how it is to be read.</summary>
/// <param name="Day">The first of the two numbers where <see cref="IsNumeric"/>.</param>
/// <param name="Month">The second of them.</param>
internal readonly record struct DateParts(int Day, int Month, int Year)
{
    /// <summary>Two numbers before the year: day and month may be the other way round.</summary>
    public bool IsNumeric { get; init; }

    /// <summary>The year has two digits.</summary>
    public bool IsShortYear { get; init; }

    public Clock? Clock { get; init; }
}
