using CrimeInsight.Core.People;

namespace CrimeInsight.Core.Results;

/// <summary>A kind of question: how its answers are found again, computed and judged.</summary>
public interface IQuestion<TRequest, TReport>
    where TReport : class
{
    /// <summary>What is stored for exactly this request, of the present data; null when nothing is.</summary>
    Task<StoredResult<TReport>?> FindAsync(TRequest request, Viewer viewer, CancellationToken cancellationToken);

    /// <summary>Computes it while the person waits; null when that is left to the background.</summary>
    /// <param name="progress">Told the share done, 0–1, from any thread.</param>
    Task<TReport?> ComputeAsync(TRequest request, Viewer viewer, IProgress<double>? progress, CancellationToken cancellationToken);

    /// <summary>Whether a report is an answer (the state given), or says why there is none.</summary>
    AnswerState Judge(TReport report, AnswerState state);
}
