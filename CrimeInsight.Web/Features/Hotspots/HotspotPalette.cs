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
    }.ToImmutableDictionary();

    public static string Fill(PlaceClass found, bool isDark) => isDark ? s_fills[found].Dark : s_fills[found].Light;
}
