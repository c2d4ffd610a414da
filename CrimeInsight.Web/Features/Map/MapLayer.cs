namespace CrimeInsight.Web.Features.Map;

/// <summary>What the map draws.</summary>
public enum MapLayer
{
    /// <summary>States and union territories, filled by class.</summary>
    State,

    /// <summary>Districts, filled by class.</summary>
    District,

    /// <summary>Police stations as circles.</summary>
    Station,

    /// <summary>Where incidents are, at any zoom.</summary>
    Density,
}
