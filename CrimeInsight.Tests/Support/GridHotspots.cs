using CrimeInsight.Core;
using CrimeInsight.Core.Hotspots;
using CrimeInsight.Core.Hotspots.Concentration;
using CrimeInsight.Core.Hotspots.NearRepeats;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Maps;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Queries;
using Microsoft.Extensions.DependencyInjection;

namespace CrimeInsight.Tests.Support;

/// <summary>The analysis over <see cref="GridPlaces"/>, whose corner has more cases than the rest, most of them of late.</summary>
internal sealed class GridHotspots
{
    public GridHotspots() => Hotspots = Analysis(Queries, new FakeCasePoints { Crowd = 60, Contagion = 0.3 }, Status);

    public static Viewer Viewer { get; } = new(Guid.Empty, "asha", PersonRole.Supervisor, [2]);

    /// <summary>As the app registers them.</summary>
    public static HotspotMethods Methods { get; } = new(
        new ServiceCollection().AddHotspotMethods().Where(service => service.ServiceType == typeof(IHotspotMethod))
        .Select(service => (IHotspotMethod)Activator.CreateInstance(service.ImplementationType!)!));

    public static FakeStatus Status => new() { Data = new(7, true, 1000, new(2021, 1, 1), new(2025, 1, 1), null) };

    public FakeQueryRunner Queries { get; } = new(
        query => GridPlaces.Rows(query, (place, month) => GridPlaces.IsInCorner(place) ? (month >= new DateOnly(2024, 10, 1) ? 25 : 12)
            : 4 + (place + month.Month) % 3));

    public HotspotAnalysis Hotspots { get; }

    public static HotspotSources Sources(IIncidentQueryRunner queries, ICasePointReader points, FakeStatus status) =>
        new(new PlaceCasesReader(queries, new GridPlaces()), points, new MapAnalysis(queries), status, new GridPlaces());

    public static HotspotAnalysis Analysis(IIncidentQueryRunner queries, ICasePointReader points, FakeStatus status) =>
        new(Methods, Sources(queries, points, status));

    public static HotspotSettings Settings(string method) => Methods.Find(method)!.Usual;

    public static HotspotRequest Request(string method) => Request(Settings(method));

    public static HotspotRequest Request(HotspotSettings settings) => new(settings, GridPlaces.State, "murder", Period.Year(2024));

    public Task<HotspotReport> RunAsync(HotspotSettings settings) => Hotspots.RunAsync(Request(settings), Viewer, null, TestContext.Current.CancellationToken);

    public async Task<NearRepeatFindings> NearRepeatsAsync() => (NearRepeatFindings)await RunAsync(new NearRepeatSettings());

    public async Task<ConcentrationFindings> ConcentrationAsync() => (ConcentrationFindings)await RunAsync(new ConcentrationSettings());
}
