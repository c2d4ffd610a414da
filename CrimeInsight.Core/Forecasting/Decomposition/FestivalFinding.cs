namespace CrimeInsight.Core.Forecasting.Decomposition;

/// <summary>Whether a festival changes the figures.</summary>
/// <param name="Key">The festival's key in the calendar.</param>
/// <param name="Estimate">Of one whole festival; null when it could not be tested.</param>
/// <param name="DaysBefore">Days before the festival that its effect covers.</param>
/// <param name="DaysAfter">Days after.</param>
/// <param name="Occurrences">Steps with at least one of these days.</param>
public sealed record FestivalFinding(string Key, EffectVerdict Verdict, EffectEstimate? Estimate, int DaysBefore, int DaysAfter, int Occurrences);
