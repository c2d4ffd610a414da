namespace CrimeInsight.Core.Forecasting.Reconciliation;

/// <summary>Forecasts of one step that add up.</summary>
/// <param name="Points">Per node.</param>
/// <param name="Variances">Per node, of the reconciled errors.</param>
public sealed record ReconciledStep(double[] Points, double[] Variances);
