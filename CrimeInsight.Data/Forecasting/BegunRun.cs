namespace CrimeInsight.Data.Forecasting;

/// <summary>A run that this process works on.</summary>
/// <param name="Busy">Time spent on it before.</param>
/// <param name="Chunks">Names of the chunks that are stored.</param>
internal sealed record BegunRun(TimeSpan Busy, IReadOnlySet<string> Chunks);
