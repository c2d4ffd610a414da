using System.Text.Json;
using CrimeInsight.Core.Runs;

namespace CrimeInsight.Data.Runs;

/// <summary>A run as it is stored.</summary>
internal sealed record RunRow
{
    public Guid Id { get; init; }

    public string State { get; init; } = "";

    public string Owner { get; init; } = "";

    public long DataVersion { get; init; }

    public long Done { get; init; }

    public long Total { get; init; }

    public long BusyMs { get; init; }

    public string Counts { get; init; } = "";

    public DateTime StartedAt { get; init; }

    public DateTime UpdatedAt { get; init; }

    public DateTime? FinishedAt { get; init; }

    public string? Problem { get; init; }

    public static string NameOf(RunState state) => state.ToString().ToLowerInvariant();

    public static RunState StateOf(string name) => Enum.Parse<RunState>(name, ignoreCase: true);

    public Run ToRun() => new(
        Id, StateOf(State), Owner, DataVersion, Done, Total, JsonSerializer.Deserialize<Dictionary<string, long>>(Counts)!, TimeSpan.FromMilliseconds(BusyMs),
        Utc(StartedAt), Utc(UpdatedAt), FinishedAt is { } finished ? Utc(finished) : null, Problem);

    private static DateTimeOffset Utc(DateTime at) => new(at, TimeSpan.Zero);
}
