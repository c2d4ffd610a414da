namespace CrimeInsight.Core.Forecasting;

/// <summary>One day of a festival.</summary>
/// <param name="Key">The festival's key in the reference data (diwali, holi …), the same every year.</param>
public sealed record Festival(string Key, DateOnly Day);
