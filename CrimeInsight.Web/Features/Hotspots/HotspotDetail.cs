using System.Globalization;
using CrimeInsight.Core.Hotspots;
using CrimeInsight.Web.Shared;

namespace CrimeInsight.Web.Features.Hotspots;

/// <summary>
/// How a method works, as the address has it: <c>near=12&amp;level=1&amp;reach=500&amp;least=20&amp;width=1000&amp;with=earlieryears</c>. Absent or unknown members
/// mean the default.
/// </summary>
/// <param name="Neighbours">Places a place is looked at with.</param>
/// <param name="LevelPercent">Share of false findings that is accepted.</param>
/// <param name="ReachMetres">How near the cases of a cluster are.</param>
/// <param name="LeastCases">Fewest cases of a cluster.</param>
/// <param name="BandwidthMetres">Over which a density is smoothed; 0: by a rule of thumb.</param>
/// <param name="Background">What single cases are compared with; null: what suits the head.</param>
public sealed record HotspotDetail(
    int Neighbours = HotspotRequest.UsualNeighbours,
    int LevelPercent = HotspotDetail.UsualLevelPercent,
    int ReachMetres = (int)HotspotRequest.UsualReachMetres,
    int LeastCases = HotspotRequest.UsualLeastCases,
    int BandwidthMetres = HotspotDetail.UsualBandwidthMetres,
    CaseBackground? Background = null)
{
    public const string NeighboursName = "near";
    public const string LevelName = "level";
    public const string ReachName = "reach";
    public const string LeastName = "least";
    public const string BandwidthName = "width";
    public const string BackgroundName = "with";
    public const int UsualLevelPercent = 5;
    public const int UsualBandwidthMetres = 2000;

    public static readonly int[] NeighbourChoices = [4, 8, 12, 20];
    public static readonly int[] LevelChoices = [1, 5, 10];
    public static readonly int[] ReachChoices = [200, 300, 500, 1000];
    public static readonly int[] LeastChoices = [5, 10, 20, 50];

    public static readonly int[] BandwidthChoices = [0, 500, 1000, 2000, 5000];

    public static HotspotDetail Parse(string? neighbours, string? level, string? reach, string? least, string? bandwidth, string? background) => new(
        Read(neighbours, NeighbourChoices) ?? HotspotRequest.UsualNeighbours,
        Read(level, LevelChoices) ?? UsualLevelPercent,
        Read(reach, ReachChoices) ?? (int)HotspotRequest.UsualReachMetres,
        Read(least, LeastChoices) ?? HotspotRequest.UsualLeastCases,
        Read(bandwidth, BandwidthChoices) ?? UsualBandwidthMetres,
        AddressValue.Read<CaseBackground>(background));

    /// <summary>Members of the address; a null value means the default.</summary>
    public (string Name, string? Value)[] Members() =>
    [
        (NeighboursName, Write(Neighbours, HotspotRequest.UsualNeighbours)),
        (LevelName, Write(LevelPercent, UsualLevelPercent)),
        (ReachName, Write(ReachMetres, (int)HotspotRequest.UsualReachMetres)),
        (LeastName, Write(LeastCases, HotspotRequest.UsualLeastCases)),
        (BandwidthName, Write(BandwidthMetres, UsualBandwidthMetres)),
        (BackgroundName, AddressValue.Write(Background)),
    ];

    private static int? Read(string? text, int[] choices) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && choices.Contains(value) ? value : null;

    private static string? Write(int value, int usual) => value == usual ? null : value.ToString(CultureInfo.InvariantCulture);
}
