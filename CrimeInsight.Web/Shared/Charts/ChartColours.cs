namespace CrimeInsight.Web.Shared.Charts;

/// <summary>Colours of charts and maps: told apart by colour-blind readers too, 3 : 1 or better against the panel.</summary>
public static class ChartColours
{
    private static readonly string[] s_light = ["#0b6e87", "#d0660f", "#6655b8", "#2c7fd6", "#b13a78", "#6b7a12", "#5d6e78"];
    private static readonly string[] s_dark = ["#5ec4d8", "#f0a055", "#a897f0", "#79b4f5", "#ee86b9", "#c3cc5c", "#9fb0b9"];
    private static readonly string[] s_sequentialLight = ["#eef5f7", "#cfe5ea", "#a3cfd9", "#6fb3c3", "#3a91a7", "#126d86", "#08475a"];
    private static readonly string[] s_sequentialDark = ["#18272e", "#1b3e49", "#1c5867", "#1f7587", "#3695a8", "#69b9c9", "#b2e4ec"];

    /// <summary>Colours for series, in order of use.</summary>
    public static IReadOnlyList<string> Categorical(bool isDark) => isDark ? s_dark : s_light;

    /// <summary>Seven steps from little to much, in order of lightness.</summary>
    public static IReadOnlyList<string> Sequential(bool isDark) => isDark ? s_sequentialDark : s_sequentialLight;
}
