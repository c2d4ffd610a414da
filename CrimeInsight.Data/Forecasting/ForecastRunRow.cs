using CrimeInsight.Core.Forecasting.Stored;

namespace CrimeInsight.Data.Forecasting;

/// <summary>A run as it is stored.</summary>
internal sealed record ForecastRunRow
{
    public Guid Id { get; init; }

    public string State { get; init; } = "";

    public string Owner { get; init; } = "";

    public long DataVersion { get; init; }

    public long Done { get; init; }

    public long Total { get; init; }

    public long BusyMs { get; init; }

    public long Stored { get; init; }

    public long Withheld { get; init; }

    public long TooShort { get; init; }

    public long Hotspots { get; init; }

    public DateTime StartedAt { get; init; }

    public DateTime UpdatedAt { get; init; }

    public DateTime? FinishedAt { get; init; }

    public string? Problem { get; init; }

    public static string NameOf(ForecastRunState state) => state.ToString().ToLowerInvariant();

    public ForecastRun ToRun() => new(
        Id, Enum.Parse<ForecastRunState>(State, ignoreCase: true), Owner, DataVersion, Done, Total, Stored, Withheld, TooShort,
        TimeSpan.FromMilliseconds(BusyMs), Utc(StartedAt), Utc(UpdatedAt), FinishedAt is { } finished ? Utc(finished) : null, Problem)
    {
        Hotspots = Hotspots,
    };

    private static DateTimeOffset Utc(DateTime at) => new(at, TimeSpan.Zero);
}
