using CrimeInsight.Core.Forecasting.Methods.Arima;

namespace CrimeInsight.Tests.Core.Forecasting;

/// <summary>A model of given orders as R fits it.</summary>
internal sealed record ArimaCase(
    string Name, string Series, ArimaOrder Order, double[] Coefficients, double Variance, double LogLikelihood, double[] Mean, double[] Deviations);
