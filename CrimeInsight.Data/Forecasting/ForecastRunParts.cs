using CrimeInsight.Core.Calendar;
using CrimeInsight.Data.Hotspots;

namespace CrimeInsight.Data.Forecasting;

/// <summary>What a run works with.</summary>
/// <param name="Threads">Most threads that compute at once.</param>
internal sealed record ForecastRunParts(
    ForecastOwners Owners, ForecastCalibrator Calibrator, HistoryReader Histories, IHolidayReader Holidays, ForecastWriter Writer, ForecastCoherence Coherence,
    HotspotComputer Hotspots, HotspotWriter HotspotWriter, int Threads);
