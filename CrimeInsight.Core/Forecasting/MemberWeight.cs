namespace CrimeInsight.Core.Forecasting;

/// <summary>Share of one method in a combined forecast.</summary>
/// <param name="Method">A name of <see cref="ForecastModel"/>.</param>
/// <param name="Weight">0 … 1; the weights of a forecast add up to 1.</param>
public sealed record MemberWeight(string Method, double Weight);
