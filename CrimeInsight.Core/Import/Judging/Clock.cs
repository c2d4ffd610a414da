using System.Globalization;

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

    /// <summary>22:30, or 22:00–02:00.</summary>
    public override string ToString() => Until is { } until
        ? string.Create(CultureInfo.InvariantCulture, $"{At:HH:mm}–{until:HH:mm}")
        : At.ToString("HH:mm", CultureInfo.InvariantCulture);
}
