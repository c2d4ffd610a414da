using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using CrimeInsight.Core.Forecasting.Combination;

namespace CrimeInsight.Core.Forecasting.Analysis;

/// <summary>
/// The forecasts computed last. One depends on its series, calendar, model and calibration alone, so that it is right for
/// whoever has the same; a page asks for it at least twice, and everyone of a district asks for the same one.
/// </summary>
/// <param name="most">Forecasts kept; with more all are dropped.</param>
internal sealed class ForecastMemory(int most)
{
    private readonly ConcurrentDictionary<Key, Lazy<Task<ForecastOutcome>>> _known = new();

    /// <summary>What is known, or what <paramref name="compute"/> gives; whoever asks meanwhile waits for the same.</summary>
    public async Task<ForecastOutcome> GetAsync(Key key, Func<ForecastOutcome> compute, CancellationToken cancellationToken)
    {
        if (_known.Count >= most && !_known.ContainsKey(key))
            _known.Clear();
        // Not cancelled with the one who asked first: others wait for it.
        var outcome = _known.GetOrAdd(key, _ => new Lazy<Task<ForecastOutcome>>(() => Task.Run(compute, CancellationToken.None)));
        try
        {
            return await outcome.Value.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            _known.TryRemove(KeyValuePair.Create(key, outcome));
            throw;
        }
    }

    /// <param name="State">Whose holidays the calendar has; null: those of the country.</param>
    /// <param name="Model">Null: the automatic choice.</param>
    /// <param name="Counts">The series, written out.</param>
    internal sealed record Key(DateOnly From, string? State, long Holidays, ForecastModel? Model, ForecastCalibration? Calibration, string Counts)
    {
        public static string Write(ImmutableArray<double> history) =>
            string.Join(' ', history.Select(count => count.ToString("R", CultureInfo.InvariantCulture)));
    }
}
