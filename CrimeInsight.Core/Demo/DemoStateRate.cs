namespace CrimeInsight.Core.Demo;

/// <summary>Official disposal rates of a state and year, in percent.</summary>
public sealed record DemoStateRate(string StateCode, int Year, double ChargesheetPercent, double ConvictionPercent);
