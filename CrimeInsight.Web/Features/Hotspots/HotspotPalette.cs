using System.Collections.Immutable;
using CrimeInsight.Core.Hotspots;
using CrimeInsight.Web.Resources;

namespace CrimeInsight.Web.Features.Hotspots;

/// <summary>Names and fills of classes: orange for more, violet for fewer, told apart by all common colour visions and by lightness.</summary>
public static class HotspotPalette
{
    private static readonly ImmutableDictionary<PlaceClass, (string NameKey, string Light, string Dark)> s_looks =
        new Dictionary<PlaceClass, (string, string, string)>
    {
        [PlaceClass.None] = (nameof(HotspotsText.ClassNone), "#cdd5d9", "#56636b"),
        [PlaceClass.Hot] = (nameof(HotspotsText.ClassHot), "#c4450c", "#ff9550"),
        [PlaceClass.Cold] = (nameof(HotspotsText.ClassCold), "#5e4fa2", "#a99bf0"),
        [PlaceClass.HighHigh] = (nameof(HotspotsText.ClassHighHigh), "#c4450c", "#ff9550"),
        [PlaceClass.LowLow] = (nameof(HotspotsText.ClassLowLow), "#5e4fa2", "#a99bf0"),
        [PlaceClass.HighLow] = (nameof(HotspotsText.ClassHighLow), "#f2b35e", "#a5692a"),
        [PlaceClass.LowHigh] = (nameof(HotspotsText.ClassLowHigh), "#b3abd8", "#6a5fa8"),
        [PlaceClass.AliveCluster] = (nameof(HotspotsText.ClassRecent), "#c4450c", "#ff9550"),
        [PlaceClass.NewHot] = (nameof(HotspotsText.ClassNewHot), "#f2a900", "#ffc93d"),
        [PlaceClass.ConsecutiveHot] = (nameof(HotspotsText.ClassConsecutiveHot), "#e57c12", "#ffa94d"),
        [PlaceClass.IntensifyingHot] = (nameof(HotspotsText.ClassIntensifyingHot), "#8f2400", "#ff6b3d"),
        [PlaceClass.PersistentHot] = (nameof(HotspotsText.ClassPersistentHot), "#c4450c", "#ff9550"),
        [PlaceClass.DiminishingHot] = (nameof(HotspotsText.ClassDiminishingHot), "#dd8453", "#d98b5f"),
        [PlaceClass.SporadicHot] = (nameof(HotspotsText.ClassSporadicHot), "#eeb38a", "#c9a07c"),
        [PlaceClass.OscillatingHot] = (nameof(HotspotsText.ClassOscillatingHot), "#b98a5e", "#b08d6a"),
        [PlaceClass.HistoricalHot] = (nameof(HotspotsText.ClassHistoricalHot), "#94796a", "#8f7a6d"),
        [PlaceClass.NewCold] = (nameof(HotspotsText.ClassNewCold), "#79b7ea", "#8ccbff"),
        [PlaceClass.ConsecutiveCold] = (nameof(HotspotsText.ClassConsecutiveCold), "#4f86d6", "#78aef5"),
        [PlaceClass.IntensifyingCold] = (nameof(HotspotsText.ClassIntensifyingCold), "#2f1f78", "#8b75ff"),
        [PlaceClass.PersistentCold] = (nameof(HotspotsText.ClassPersistentCold), "#5e4fa2", "#a99bf0"),
        [PlaceClass.DiminishingCold] = (nameof(HotspotsText.ClassDiminishingCold), "#8d80c4", "#8f82c9"),
        [PlaceClass.SporadicCold] = (nameof(HotspotsText.ClassSporadicCold), "#b9b0dc", "#9a93bd"),
        [PlaceClass.OscillatingCold] = (nameof(HotspotsText.ClassOscillatingCold), "#8a86a8", "#85819f"),
        [PlaceClass.HistoricalCold] = (nameof(HotspotsText.ClassHistoricalCold), "#6f6c80", "#73708a"),
        [PlaceClass.DensityCluster] = (nameof(HotspotsText.ClassCrowd), "#c4450c", "#ff9550"),
        [PlaceClass.RaisedRisk] = (nameof(HotspotsText.ClassDense), "#c4450c", "#ff9550"),
        [PlaceClass.Untested] = (nameof(HotspotsText.ClassUntested), "#eef1f2", "#343d43"),
    }.ToImmutableDictionary();

    /// <summary>Of what was not tested: clusters, or land by the share of the cases it holds, the darkest the densest.</summary>
    public static string Plain(double? share, bool isDark) => share switch
    {
        null => isDark ? "#9aa8b0" : "#5d6b74",
        > 0.6 => isDark ? "#6f8fa6" : "#a9c3d4",
        > 0.3 => isDark ? "#8fb3cb" : "#6a93ad",
        _ => isDark ? "#c3dced" : "#345d78",
    };

    /// <summary>Text that names a class.</summary>
    public static string NameKey(PlaceClass found) => s_looks[found].NameKey;

    public static string Fill(PlaceClass found, bool isDark) => isDark ? s_looks[found].Dark : s_looks[found].Light;
}
