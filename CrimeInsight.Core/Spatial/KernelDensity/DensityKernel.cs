namespace CrimeInsight.Core.Spatial.KernelDensity;

/// <summary>How an event's weight falls off with distance.</summary>
public enum DensityKernel
{
    /// <summary>exp(−r²/2h²)/(2πh²); the bandwidth h is its standard deviation. Cut off at 5 h, where 4 parts in a million are left.</summary>
    Gaussian,

    /// <summary>3(1 − r²/h²)²/(πh²) within the bandwidth h, 0 beyond it (Silverman 1986, eq. 4.5).</summary>
    Quartic,
}
