using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.People;

namespace CrimeInsight.Core.Hotspots;

/// <summary>Looks for hotspots among the registered cases of a scope, within a person's rights. Nothing that failed its test is a finding.</summary>
public sealed class HotspotAnalysis(HotspotMethods methods, HotspotSources sources)
{
    // Of no account: there is nothing to look at.
    private static readonly DateOnly s_none = new(2000, 1, 1);

    /// <param name="progress">Told the share done, 0–1, from any thread.</param>
    /// <returns>A report of the method's type.</returns>
    public async Task<HotspotReport> RunAsync(HotspotRequest request, Viewer viewer, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (method, scope) = (methods.Of(request.Settings), request.Scope);
        var (level, places) = await sources.Places.PlacesAsync(scope, viewer, cancellationToken).ConfigureAwait(false);
        var status = await sources.Status.GetAsync(cancellationToken).ConfigureAwait(false);
        var period = request.PeriodAt(status.AsOf ?? s_none);
        var search = new HotspotSearch(scope, level, places, period, status.FirstMonth ?? period.From, viewer, sources, progress);
        return status.AsOf is null
            ? method.None(search, request.Settings, HotspotObstacle.NoData)
            : await method.RunAsync(search, request.Settings, cancellationToken).ConfigureAwait(false);
    }
}
