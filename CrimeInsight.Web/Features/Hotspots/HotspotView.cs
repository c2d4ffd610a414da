namespace CrimeInsight.Web.Features.Hotspots;

/// <summary>Which findings the map shows.</summary>
public enum HotspotView
{
    /// <summary>Those that remain after correction for all tests made.</summary>
    After,

    /// <summary>All places at the level by their own test, as other programs show them.</summary>
    Before,

    /// <summary>Both, side by side.</summary>
    Both,
}
