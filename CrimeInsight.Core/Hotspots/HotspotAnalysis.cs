using System.Collections.Immutable;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Maps;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;
using CrimeInsight.Core.Scopes;

namespace CrimeInsight.Core.Hotspots;

/// <summary>Looks for hotspots among the registered cases of a scope, within a person's rights. Nothing that failed its test is a finding.</summary>
public sealed class HotspotAnalysis(PlaceCasesReader reader, ICasePointReader points, MapAnalysis maps, IDataStatusReader status, IReferenceDataReader references)
{
    /// <summary>Fewest places that can be compared.</summary>
    public const int LeastPlaces = 4;

    private const int MostPoints = 200_000;

    /// <summary>Most threads that compute at once.</summary>
    public int Threads { get; init; } = 2;

    /// <param name="progress">Told the share done, 0–1, from any thread.</param>
    public async Task<HotspotReport> RunAsync(HotspotRequest request, Viewer viewer, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (level, places) = await reader.PlacesAsync(request, viewer, cancellationToken).ConfigureAwait(false);
        if ((await status.GetAsync(cancellationToken).ConfigureAwait(false)).AsOf is not { } asOf)
            return new HotspotReport(request, level, Period.LastMonths(DateOnly.MaxValue, request.Months), [], [], 0, 0, HotspotObstacle.NoData);
        var period = request.PeriodAt(asOf);
        if (request.Method == HotspotMethod.Cells)
            return await CellsAsync(request, level, places, period, viewer, cancellationToken).ConfigureAwait(false);
        if (request.Method is HotspotMethod.Clusters or HotspotMethod.Density)
            return await ComparedAsync(new Search(request, [], level, places, period, viewer), progress, cancellationToken).ConfigureAwait(false);
        if (places.Length < LeastPlaces)
            return new HotspotReport(request, level, period, [], [], 0, 0, HotspotObstacle.TooFewPlaces);
        var withheld = new HotspotReport(request, level, period, [], [], 0, 0, HotspotObstacle.Withheld);
        foreach (var (heads, isWithoutSensitive) in await reader.HeadsAsync(request, level, cancellationToken).ConfigureAwait(false))
        {
            var scope = new Search(request, heads, level, places, period, viewer);
            var report = request.Method is HotspotMethod.Recent or HotspotMethod.Emerging
                ? await ByMonthAsync(scope, progress, cancellationToken).ConfigureAwait(false)
                : await LocalAsync(scope, cancellationToken).ConfigureAwait(false);
            if (report is not null)
                return report with { IsWithoutSensitive = isWithoutSensitive };
        }

        return withheld;
    }

    private async Task<HotspotReport> CellsAsync(
        HotspotRequest request, JurisdictionLevel level, ImmutableArray<Jurisdiction> places, Period period, Viewer viewer, CancellationToken cancellationToken)
    {
        var none = new HotspotReport(request, level, period, [], [], 0, 0, HotspotObstacle.TooManyCases);
        var heads = await reader.HeadsAsync(request, JurisdictionLevel.Station, cancellationToken).ConfigureAwait(false);
        if (await reader.IsProtectedAsync(request, cancellationToken).ConfigureAwait(false))
            return none with { Obstacle = HotspotObstacle.Withheld };
        // Small cells of a whole country say little, and lie on no plane.
        if (level != JurisdictionLevel.Station || places.IsEmpty
            || await points.ReadAsync(request.JurisdictionCode, heads[0].Heads, period, MostPoints, viewer, cancellationToken).ConfigureAwait(false) is not { } cases)
            return none;
        var report = await Task.Run(() => CellHotspots.Find(request, period, cases, places, Threads, cancellationToken), cancellationToken).ConfigureAwait(false);
        return report with { IsWithoutSensitive = heads[0].IsWithoutSensitive };
    }

    /// <summary>Single cases beside those they are compared with.</summary>
    private async Task<HotspotReport> ComparedAsync(Search scope, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var none = new HotspotReport(scope.Request, scope.Level, scope.Period, [], [], 0, 0, HotspotObstacle.TooManyCases);
        if (await reader.IsProtectedAsync(scope.Request, cancellationToken).ConfigureAwait(false))
            return none with { Obstacle = HotspotObstacle.Withheld };
        var (heads, isWithoutSensitive) = (await reader.HeadsAsync(scope.Request, JurisdictionLevel.Station, cancellationToken).ConfigureAwait(false))[0];
        var first = (await status.GetAsync(cancellationToken).ConfigureAwait(false)).FirstMonth ?? scope.Period.From;
        if (scope.Level != JurisdictionLevel.Station || scope.Places.IsEmpty
            || await new PointStudyReader(reader, points).ReadAsync(scope.Request, heads, scope.Places, scope.Period, first, scope.Viewer, cancellationToken).ConfigureAwait(false) is not { } study)
            return none;
        var report = await Task.Run(
            () => scope.Request.Method == HotspotMethod.Clusters
                ? ClusterHotspots.Find(study, progress, Threads, cancellationToken)
                : DensityHotspots.Find(study, progress, Threads, cancellationToken),
            cancellationToken).ConfigureAwait(false);
        return report with { IsWithoutSensitive = isWithoutSensitive };
    }

    /// <summary>Null when figures are withheld.</summary>
    private async Task<HotspotReport?> LocalAsync(Search scope, CancellationToken cancellationToken)
    {
        var known = await status.GetAsync(cancellationToken).ConfigureAwait(false);
        var about = ScopeResolver.Resolve(
            new ScopeCodes(scope.Request.JurisdictionCode), scope.Viewer, await references.GetAsync(cancellationToken).ConfigureAwait(false), known, scope.Period.Until) with
        {
            Basis = DateBasis.Occurred,
        };
        var (study, obstacle) = await new PlaceStudyReader(reader, maps).ReadAsync(
            scope.Request, scope.Heads, scope.Level, scope.Period, known.FirstMonth ?? scope.Period.From, about, cancellationToken).ConfigureAwait(false);
        if (study is null)
            return obstacle == HotspotObstacle.Withheld ? null : new HotspotReport(scope.Request, scope.Level, scope.Period, [], [], 0, 0, obstacle);
        return await Task.Run(() => LocalHotspots.Find(scope.Request, scope.Level, scope.Period, study, Threads, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Null when figures are withheld.</summary>
    private async Task<HotspotReport?> ByMonthAsync(Search scope, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var isRecent = scope.Request.Method == HotspotMethod.Recent;
        var months = isRecent ? RecentHotspots.MonthsFor(scope.Period.Months) : EmergingFindings.MonthsFor(scope.Period.Months);
        var span = Period.LastMonths(scope.Period.Until, months);
        var cases = await reader.ReadAsync(scope.Heads, scope.Request.JurisdictionCode, scope.Level, scope.Places, span, scope.Viewer, cancellationToken).ConfigureAwait(false);
        if (cases is null)
            return null;
        return await Task.Run(
            () => isRecent
                ? RecentHotspots.Find(scope.Request, scope.Level, cases, progress, Threads, cancellationToken)
                : EmergingFindings.Find(scope.Request, scope.Level, cases.SinceFirst(), Threads, cancellationToken),
            cancellationToken).ConfigureAwait(false);
    }

    private sealed record Search(HotspotRequest Request, ImmutableArray<string> Heads, JurisdictionLevel Level, ImmutableArray<Jurisdiction> Places, Period Period, Viewer Viewer);
}
