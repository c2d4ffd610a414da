namespace CrimeInsight.Core.Hotspots;

/// <summary>Settings of a method that compares cases with a background.</summary>
public abstract record ComparedSettings : HotspotSettings
{
    /// <summary>
    /// What cases are compared with where residents are not known or single cases are looked at; null: other crimes, for all heads together earlier years.
    /// </summary>
    public CaseBackground? Background { get; init; }

    /// <summary>Months before the period that belong to <see cref="CaseBackground.EarlierYears"/>, as far as there are data.</summary>
    public int EarlierMonths { get; init; } = 24;
}
