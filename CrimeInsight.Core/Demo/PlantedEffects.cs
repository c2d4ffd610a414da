using System.Collections.Immutable;

namespace CrimeInsight.Core.Demo;

/// <summary>The festival effects and level shifts that the generator plants. Elections have none.</summary>
internal static class PlantedEffects
{
    /// <summary>First day of the Bharatiya Nyaya Sanhita.</summary>
    public static readonly DateOnly BnsFrom = new(2024, 7, 1);

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

    public static readonly ImmutableArray<LevelShift> Shifts =
    [
        new("robbery", "snatching", BnsFrom, 0.30),
        new("other-theft", "snatching", BnsFrom, 0.06),
        new("other-theft", "petty-organised-crime", BnsFrom, 0.015),
        new("dacoity", "organised-crime", BnsFrom, 0.10),
        new("extortion", "organised-crime", BnsFrom, 0.08),
    ];

    private static IEnumerable<FestivalEffect> Effect(string festival, int from, int until, double multiplier, params string[] heads) =>
        heads.Select(head => new FestivalEffect(festival, head, from, until, multiplier));
}
