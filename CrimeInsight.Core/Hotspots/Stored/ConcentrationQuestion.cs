using CrimeInsight.Core.People;
using CrimeInsight.Core.Results;

namespace CrimeInsight.Core.Hotspots.Stored;

/// <summary>How the cases of a scope concentrate at its places; the method of a request is not used.</summary>
public sealed class ConcentrationQuestion(ConcentrationAnalysis analysis, StoredHotspots stored) : IQuestion<HotspotRequest, ConcentrationFindings>
{
    public Task<StoredResult<ConcentrationFindings>?> FindAsync(HotspotRequest request, Viewer viewer, CancellationToken cancellationToken) =>
        stored.FindAsync<ConcentrationFindings>(HotspotKeys.Concentration, request, viewer, cancellationToken);

    public async Task<ConcentrationFindings?> ComputeAsync(HotspotRequest request, Viewer viewer, IProgress<double>? progress, CancellationToken cancellationToken) =>
        await analysis.RunAsync(request, viewer, cancellationToken).ConfigureAwait(false);

    public AnswerState Judge(ConcentrationFindings report, AnswerState state) => report.IsWithheld ? AnswerState.Withheld : state;
}
