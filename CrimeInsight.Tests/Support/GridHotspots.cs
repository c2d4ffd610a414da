using CrimeInsight.Core.Hotspots;
using CrimeInsight.Core.Maps;
using CrimeInsight.Core.People;

namespace CrimeInsight.Tests.Support;

/// <summary>The analyses over <see cref="GridPlaces"/>, whose corner has more cases than the rest, most of them of late.</summary>
internal sealed class GridHotspots
{
    public GridHotspots()
    {
        var (places, status) = (new GridPlaces(), new FakeStatus { Data = new(7, true, 1000, new(2021, 1, 1), new(2025, 1, 1), null) });
        var points = new FakeCasePoints { Crowd = 60, Contagion = 0.3 };
        Reader = new PlaceCasesReader(Queries, places);
        Hotspots = new HotspotAnalysis(Reader, points, new MapAnalysis(Queries), status, places);
        NearRepeats = new NearRepeatAnalysis(points, status);
        Concentration = new ConcentrationAnalysis(Reader, status);
    }

    public static Viewer Viewer { get; } = new(Guid.Empty, "asha", PersonRole.Supervisor, [2]);

    public FakeQueryRunner Queries { get; } = new(query => GridPlaces.Rows(query, (place, month) => GridPlaces.IsInCorner(place) ? (month >= new DateOnly(2024, 10, 1) ? 25 : 12) : 4 + (place + month.Month) % 3));

    public PlaceCasesReader Reader { get; }

    public HotspotAnalysis Hotspots { get; }

    public NearRepeatAnalysis NearRepeats { get; }

    public ConcentrationAnalysis Concentration { get; }

    public static HotspotRequest Request(HotspotMethod method) => new(method, GridPlaces.State, "murder", new DateOnly(2025, 1, 1));
}
