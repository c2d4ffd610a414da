namespace CrimeInsight.Data.Forecasting;

/// <summary>What came less what was said one step ahead.</summary>
/// <param name="HistoryLength">Values known then.</param>
internal readonly record struct PastError(int HistoryLength, double Error);
