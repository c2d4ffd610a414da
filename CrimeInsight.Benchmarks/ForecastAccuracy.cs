namespace CrimeInsight.Benchmarks;

/// <summary>Means over series of a panel, each series weighing the same; scaled by the seasonal naive error within its history.</summary>
/// <param name="Smape">Percent, 200·|e| / (|y| + |ŷ|).</param>
/// <param name="Coverage">Percent of what came inside the 95 % intervals.</param>
/// <param name="Msis">Of the 95 % intervals.</param>
/// <param name="RivalMase">MASE of the mean of the last year.</param>
/// <param name="Bands">Coverage by the mean of the last year known.</param>
internal sealed record ForecastAccuracy(
    int Series, double Smape, double Mase, double Coverage, double Msis, double RivalMase, IReadOnlyList<BandCoverage> Bands);
