namespace CrimeInsight.Core.Import.Judging;

/// <summary>A time of day as somebody wrote it.</summary>
/// <param name="At">When, or from when.</param>
internal readonly record struct Clock(TimeOnly At)
{
    /// <summary>Until when; earlier than <see cref="At"/>: on the next day. Null for a single time.</summary>
    public TimeOnly? Until { get; init; }

    /// <summary>24:00: midnight of the day after.</summary>
    public bool IsNextDay { get; init; }

    /// <summary>From UTC; null: India's.</summary>
    public TimeSpan? Offset { get; init; }
}
