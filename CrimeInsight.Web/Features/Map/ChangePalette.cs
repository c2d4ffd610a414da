using System.Collections.Immutable;

namespace CrimeInsight.Web.Features.Map;

/// <summary>Fills for change, from far down to far up: violet for down, orange for up, told apart by all common colour visions.</summary>
public static class ChangePalette
{
    /// <summary>Edges between the classes, in percent.</summary>
    public static ImmutableArray<double> Edges { get; } = [-20, -5, 5, 20];

    private static readonly ImmutableArray<string> s_light = ["#5e4fa2", "#b3abd8", "#fbf4de", "#f7bd7c", "#c8620a"];
    private static readonly ImmutableArray<string> s_dark = ["#a99bf0", "#6a5fa8", "#4b4532", "#a5692a", "#f5a550"];

    /// <summary>One fill for each class.</summary>
    public static ImmutableArray<string> Fills(bool isDark) => isDark ? s_dark : s_light;
}
