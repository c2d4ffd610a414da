using CrimeInsight.Core.People;
using CrimeInsight.Core.Results;

namespace CrimeInsight.Core.Hotspots.Stored;

/// <summary>Whether a case makes another near it and soon after more likely; the method of a request is not used.</summary>
public sealed class NearRepeatQuestion(NearRepeatAnalysis analysis, StoredHotspots stored) : IQuestion<HotspotRequest, NearRepeatFindings>
{
    public Task<StoredResult<NearRepeatFindings>?> FindAsync(HotspotRequest request, Viewer viewer, CancellationToken cancellationToken) =>
        stored.FindAsync<NearRepeatFindings>(HotspotKeys.NearRepeats, request, viewer, cancellationToken);

    public async Task<NearRepeatFindings?> ComputeAsync(HotspotRequest request, Viewer viewer, IProgress<double>? progress, CancellationToken cancellationToken) =>
        await analysis.RunAsync(request, viewer, progress, cancellationToken).ConfigureAwait(false);

    public AnswerState Judge(NearRepeatFindings report, AnswerState state) => HotspotQuestion.StateOf(report.Obstacle, state);
}
