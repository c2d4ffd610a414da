using CrimeInsight.Core.People;

namespace CrimeInsight.Core.Hotspots.Stored;

/// <summary>What pages ask: the stored result where there is one for exactly the question, else it is computed while the person waits.</summary>
public sealed class HotspotAnswers(IStoredHotspots stored, HotspotAnalysis hotspots, NearRepeatAnalysis nearRepeats, ConcentrationAnalysis concentration)
{
    /// <param name="progress">Told the share done, 0–1, from any thread; not of a stored result.</param>
    public async Task<HotspotReport> HotspotsAsync(HotspotRequest request, Viewer viewer, IProgress<double>? progress, CancellationToken cancellationToken) =>
        await stored.FindAsync(request, viewer, cancellationToken).ConfigureAwait(false)
        ?? await hotspots.RunAsync(request, viewer, progress, cancellationToken).ConfigureAwait(false);

    /// <param name="request">Its method is not used.</param>
    /// <param name="progress">As of <see cref="HotspotsAsync"/>.</param>
    public async Task<NearRepeatFindings> NearRepeatsAsync(HotspotRequest request, Viewer viewer, IProgress<double>? progress, CancellationToken cancellationToken) =>
        await stored.FindNearRepeatsAsync(request, viewer, cancellationToken).ConfigureAwait(false)
        ?? await nearRepeats.RunAsync(request, viewer, progress, cancellationToken).ConfigureAwait(false);

    /// <param name="request">Its method is not used.</param>
    public async Task<ConcentrationFindings> ConcentrationAsync(HotspotRequest request, Viewer viewer, CancellationToken cancellationToken) =>
        await stored.FindConcentrationAsync(request, viewer, cancellationToken).ConfigureAwait(false)
        ?? await concentration.RunAsync(request, viewer, cancellationToken).ConfigureAwait(false);
}
