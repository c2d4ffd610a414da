using CrimeInsight.Core.People;
using CrimeInsight.Core.Results;

namespace CrimeInsight.Core.Hotspots;

/// <summary>A method with its settings and its report.</summary>
internal abstract class HotspotMethod<TSettings, TReport> : IHotspotMethod
    where TSettings : HotspotSettings, new()
    where TReport : HotspotReport
{
    public abstract string Key { get; }

    public abstract int Version { get; }

    public virtual bool IsOfCases => false;

    public virtual bool IsStored => true;

    public HotspotSettings Usual { get; } = new TSettings();

    public string Write(HotspotReport report, ResultJson json) => json.Write((TReport)report);

    public async Task<StoredResult<HotspotReport>?> FindAsync(IResultStore results, ResultKey key, Viewer viewer, CancellationToken cancellationToken) =>
        await results.FindAsync<TReport>(key, viewer, cancellationToken).ConfigureAwait(false) is { } found
            ? new StoredResult<HotspotReport>(found.Report, found.ComputedAt) : null;

    public async Task<HotspotReport> RunAsync(HotspotSearch search, HotspotSettings settings, CancellationToken cancellationToken) =>
        await FindAsync(search, (TSettings)settings, cancellationToken).ConfigureAwait(false);

    public HotspotReport None(HotspotSearch search, HotspotSettings settings, HotspotObstacle obstacle) => Empty(search, (TSettings)settings, obstacle);

    protected abstract Task<TReport> FindAsync(HotspotSearch search, TSettings settings, CancellationToken cancellationToken);

    /// <summary>A report without findings.</summary>
    protected abstract TReport Empty(HotspotSearch search, TSettings settings, HotspotObstacle? obstacle = null);
}
