namespace CrimeInsight.Core.Forecasting.Methods.Ets;

/// <summary>A form fitted to a series by maximum likelihood.</summary>
/// <param name="Point">The optimum as the optimiser sees it; a start for the next fit of nearly the same series.</param>
/// <param name="Initial">Parameters, and states before the first observation.</param>
/// <param name="Final">The same parameters, and states after the last observation.</param>
/// <param name="LogLikelihood">Without the Gaussian constant, as in R's <c>ets</c>.</param>
/// <param name="Variance">Σ u² / (n − k), k estimated quantities besides it; of relative errors for multiplicative error.</param>
/// <param name="FreeCount">Estimated quantities with the variance.</param>
internal sealed record EtsFit(
    EtsForm Form,
    double[] Point,
    EtsStates Initial,
    EtsStates Final,
    double LogLikelihood,
    double Variance,
    int FreeCount,
    int ObservationCount)
{
    /// <summary>Akaike's criterion, 2k − 2 log L.</summary>
    public double Aic => 2 * FreeCount - 2 * LogLikelihood;

    /// <summary>Akaike's criterion corrected for small samples; the form with the least is chosen.</summary>
    public double Aicc => Aic + 2.0 * FreeCount * (FreeCount + 1) / (ObservationCount - FreeCount - 1);

    /// <summary>The slot of the next observation.</summary>
    public int NextSlot => ObservationCount % Final.Season.Length;
}
