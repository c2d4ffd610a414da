using System.Collections.Immutable;
using CrimeInsight.Core.Hotspots;

namespace CrimeInsight.Web.Features.Hotspots;

/// <summary>Fills of classes: orange for more, violet for fewer, told apart by all common colour visions and by lightness.</summary>
public static class HotspotPalette
{
    private static readonly ImmutableDictionary<PlaceClass, (string Light, string Dark)> s_fills = new Dictionary<PlaceClass, (string, string)>
    {
        [PlaceClass.None] = ("#cdd5d9", "#56636b"),
        [PlaceClass.Hot] = ("#c4450c", "#ff9550"),
        [PlaceClass.Cold] = ("#5e4fa2", "#a99bf0"),
        [PlaceClass.HighHigh] = ("#c4450c", "#ff9550"),
        [PlaceClass.LowLow] = ("#5e4fa2", "#a99bf0"),
        [PlaceClass.HighLow] = ("#f2b35e", "#a5692a"),
        [PlaceClass.LowHigh] = ("#b3abd8", "#6a5fa8"),
        [PlaceClass.Recent] = ("#c4450c", "#ff9550"),
        [PlaceClass.NewHot] = ("#f2a900", "#ffc93d"),
        [PlaceClass.ConsecutiveHot] = ("#e57c12", "#ffa94d"),
        [PlaceClass.IntensifyingHot] = ("#8f2400", "#ff6b3d"),
        [PlaceClass.PersistentHot] = ("#c4450c", "#ff9550"),
        [PlaceClass.DiminishingHot] = ("#dd8453", "#d98b5f"),
        [PlaceClass.SporadicHot] = ("#eeb38a", "#c9a07c"),
        [PlaceClass.OscillatingHot] = ("#b98a5e", "#b08d6a"),
        [PlaceClass.HistoricalHot] = ("#94796a", "#8f7a6d"),
        [PlaceClass.NewCold] = ("#79b7ea", "#8ccbff"),
        [PlaceClass.ConsecutiveCold] = ("#4f86d6", "#78aef5"),
        [PlaceClass.IntensifyingCold] = ("#2f1f78", "#8b75ff"),
        [PlaceClass.PersistentCold] = ("#5e4fa2", "#a99bf0"),
        [PlaceClass.DiminishingCold] = ("#8d80c4", "#8f82c9"),
        [PlaceClass.SporadicCold] = ("#b9b0dc", "#9a93bd"),
        [PlaceClass.OscillatingCold] = ("#8a86a8", "#85819f"),
        [PlaceClass.HistoricalCold] = ("#6f6c80", "#73708a"),
        [PlaceClass.Crowd] = ("#c4450c", "#ff9550"),
        [PlaceClass.Dense] = ("#c4450c", "#ff9550"),
        [PlaceClass.Untested] = ("#eef1f2", "#343d43"),
    }.ToImmutableDictionary();

    /// <summary>Of what was not tested: crowds, or land by the share of the cases it holds, the darkest the densest.</summary>
    public static string Plain(double? share, bool isDark) => share switch
    {
        null => isDark ? "#9aa8b0" : "#5d6b74",
        > 0.6 => isDark ? "#6f8fa6" : "#a9c3d4",
        > 0.3 => isDark ? "#8fb3cb" : "#6a93ad",
        _ => isDark ? "#c3dced" : "#345d78",
    };

    public static string Fill(PlaceClass found, bool isDark) => isDark ? s_fills[found].Dark : s_fills[found].Light;
}
