namespace CrimeInsight.Core.Reference;

/// <summary>What the incident data is and how fresh.</summary>
/// <param name="Version">Grows with every batch that changes incidents.</param>
/// <param name="IsSynthetic">The data are synthetic, all of them: every page and export says so.</param>
/// <param name="FirstMonth">First month in which a case was registered; null while empty.</param>
/// <param name="AsOf">First day after the last complete month: analyses are relative to it, not to the clock.</param>
public sealed record DataStatus(long Version, bool IsSynthetic, long IncidentCount, DateOnly? FirstMonth, DateOnly? AsOf, DateTimeOffset? LastImportedAt)
{
    /// <summary>Real cases have been loaded: the database takes no synthetic case any more, and the demo accounts are closed, for good.</summary>
    public bool IsDemoOver { get; init; }

    /// <summary>The version of the last change that mattered to complete months: what forecasts and hotspots are computed from.</summary>
    public long MonthsVersion { get; init; } = Version;

    /// <summary>Cases without a date of registration, which count by that of the offence.</summary>
    public long AssumedRegistrations { get; init; }

    /// <summary>First day after the last on which a case was registered: on or after <see cref="AsOf"/>, within the month under way.</summary>
    public DateOnly? Until { get; init; } = AsOf;

    /// <summary>Share of registered cases that the data set holds by design, 0–1; null when it is not a sample. Its rates are that much lower.</summary>
    public double? Coverage { get; init; }
}
