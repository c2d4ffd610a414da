using System.Collections.Immutable;

namespace CrimeInsight.Core.Demo;

/// <summary>The effects that every request plants, whatever its seed. Elections have none.</summary>
public static class PlantedEffects
{
    /// <summary>First day of the Bharatiya Nyaya Sanhita.</summary>
    public static readonly DateOnly BnsFrom = new(2024, 7, 1);

    /// <summary>Effects of festivals, by head.</summary>
    public static readonly ImmutableArray<FestivalEffect> Festivals =
    [
        .. Effect("holi", -1, 1, 1.25, "simple-hurt", "grievous-hurt"),
        .. Effect("holi", 0, 1, 1.60, "simple-hurt", "grievous-hurt", "assault-on-women", "sexual-harassment", "criminal-intimidation"),
        .. Effect("holi", 0, 1, 1.40, "rash-driving", "road-accident-deaths", "hurt-by-rash-driving", "excise", "prohibition"),
        .. Effect("diwali", -5, 3, 1.30, "other-theft", "burglary", "auto-theft", "snatching"),
        .. Effect("diwali", -3, 2, 3.00, "gambling"),
        .. Effect("diwali", 0, 1, 1.80, "arson"),
        .. Effect("new-year", -1, 1, 1.45, "rash-driving", "hurt-by-rash-driving", "road-accident-deaths", "simple-hurt"),
    ];

    /// <summary>Reclassifications at the change of the penal code.</summary>
    public static readonly ImmutableArray<LevelShift> Shifts =
    [
        new("robbery", "snatching", BnsFrom, 0.30),
        new("other-theft", "snatching", BnsFrom, 0.06),
        new("other-theft", "petty-organised-crime", BnsFrom, 0.015),
        new("dacoity", "organised-crime", BnsFrom, 0.10),
        new("extortion", "organised-crime", BnsFrom, 0.08),
    ];

    /// <summary>Heads with near-repeat contagion; all others have none.</summary>
    public static ImmutableArray<ContagionTruth> Contagions => HeadProfiles.Contagions;

    /// <summary>Share of cases whose hour is unknown.</summary>
    public static double UnknownHourShare => CaseTime.UnknownHourShare;

    /// <summary>Share of cases of which only the district is known.</summary>
    public static double OnlyDistrictShare => DistrictCases.OnlyDistrictShare;

    public static SeasonClass SeasonOf(string headCode) => HeadProfiles.Of(headCode).Season;

    /// <summary>Share of a head's cases at its district's hotspots, 0–1.</summary>
    public static double HotspotShareOf(string headCode) => HeadProfiles.Of(headCode).HotspotShare;

    /// <summary>Twelve per-day multipliers, January first, mean one, before lockdown, festivals, trend and reclassification.</summary>
    public static ImmutableArray<double> MonthlyEffectsOf(SeasonClass season) => [.. Seasons.MonthsOf(season)];

    /// <summary>Share of a head's cases with a known hour that fall in each hour 0 … 23.</summary>
    public static ImmutableArray<double> HourSharesOf(string headCode)
    {
        var weights = HourShapes.WeightsOf(HeadProfiles.Of(headCode).Hours).ToArray();
        var total = weights.Sum();
        return [.. weights.Select(weight => weight / total)];
    }

    private static IEnumerable<FestivalEffect> Effect(string festival, int from, int until, double multiplier, params string[] heads) =>
        heads.Select(head => new FestivalEffect(festival, head, from, until, multiplier));
}
