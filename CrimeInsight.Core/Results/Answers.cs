using CrimeInsight.Core.People;
using CrimeInsight.Core.Runs;

namespace CrimeInsight.Core.Results;

/// <summary>
/// What pages ask: the stored result where there is one for exactly the question, else it is computed while the person waits,
/// else in the background.
/// </summary>
public sealed class Answers<TRequest, TReport>(IQuestion<TRequest, TReport> question, IRunProgressReader runs)
    where TReport : class
{
    /// <param name="progress">Told the share done, 0–1, from any thread; not of a stored result.</param>
    public async Task<Answer<TRequest, TReport>> AskAsync(TRequest request, Viewer viewer, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        if (await question.FindAsync(request, viewer, cancellationToken).ConfigureAwait(false) is var (found, computedAt))
            return new(request, question.Judge(found, AnswerState.Stored), found, computedAt);
        if (await question.ComputeAsync(request, viewer, progress, cancellationToken).ConfigureAwait(false) is { } report)
            return new(request, question.Judge(report, AnswerState.Computed), report);
        var run = await runs.FindAsync(cancellationToken).ConfigureAwait(false);
        return new(request, run is { HasFailed: true } ? AnswerState.Failed : AnswerState.Computing, Report: null, ComputedAt: null, run);
    }
}
