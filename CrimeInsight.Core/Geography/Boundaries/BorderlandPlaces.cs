using System.Collections.Frozen;
using System.Collections.Immutable;

namespace CrimeInsight.Core.Geography.Boundaries;

/// <summary>
/// Places that settle where large mountain districts lie on the official map, where one point a district says too little:
/// the border between Jammu and Kashmir and Ladakh, which the source map draws as one shape.
/// </summary>
internal static class BorderlandPlaces
{
    private static readonly FrozenDictionary<string, ImmutableArray<GeoPoint>> s_places = new Dictionary<string, ImmutableArray<GeoPoint>>
    {
        // Leh: Gilgit, Chilas, Astore, Skardu, Gupis, Yasin, Hunza, Khaplu, Darel, Misgar, Diskit, Siachen, Shaksgam, Aksai Chin, Hanle, Karzok, Nyoma, Gya.
        ["IN-LA-009"] =
        [
            new(35.92, 74.31), new(35.42, 74.10), new(35.37, 74.86), new(35.30, 75.63), new(36.23, 73.44), new(36.37, 73.33),
            new(36.32, 74.65), new(35.16, 76.33), new(35.60, 73.65), new(36.78, 74.76), new(34.55, 77.55), new(35.40, 77.10),
            new(36.10, 76.40), new(35.20, 79.30), new(32.78, 79.00), new(32.97, 78.25), new(33.20, 78.65), new(33.65, 77.75),
        ],
        // Kargil: Kargil town, Dras, Sanku, Padum, Rangdum.
        ["IN-LA-006"] = [new(34.56, 76.13), new(34.43, 75.76), new(34.28, 75.96), new(33.47, 76.88), new(34.06, 76.35)],
        // Gurez; Neelum valley (Kel, Athmuqam); Paddar; Warwan; Sonamarg.
        ["IN-JK-623"] = [new(34.63, 74.85)],
        ["IN-JK-X02"] = [new(34.83, 74.35), new(34.58, 73.90)],
        ["IN-JK-620"] = [new(33.28, 76.15), new(33.80, 75.60)],
        ["IN-JK-626"] = [new(34.30, 75.29)],
    }.ToFrozenDictionary();

    public static ImmutableArray<GeoPoint> Of(string districtCode) => s_places.GetValueOrDefault(districtCode, []);
}
