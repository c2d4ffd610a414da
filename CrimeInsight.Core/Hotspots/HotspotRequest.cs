namespace CrimeInsight.Core.Hotspots;

/// <summary>A question: where, of what and when, and how. The settings say which method is asked.</summary>
public sealed record HotspotRequest(HotspotSettings Settings, HotspotScope Scope)
{
    /// <param name="jurisdictionCode">As <see cref="HotspotScope"/>, and so on.</param>
    public HotspotRequest(HotspotSettings settings, string? jurisdictionCode, string? headCode, DateOnly? until = null, int months = HotspotScope.UsualMonths)
        : this(settings, new HotspotScope(jurisdictionCode, headCode, until, months))
    {
    }
}
