namespace CrimeInsight.Web.Features.Forecasting;

/// <summary>What rows of a <see cref="LevelTable"/> have in common.</summary>
public enum LevelGroup
{
    /// <summary>The level of the police hierarchy.</summary>
    Level,

    /// <summary>How many cases come a month.</summary>
    Volume,
}
