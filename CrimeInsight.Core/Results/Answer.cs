using CrimeInsight.Core.Runs;

namespace CrimeInsight.Core.Results;

/// <summary>What came of a question.</summary>
/// <param name="Report">Null while it is computed or when that failed; when it is too large or withheld the report may say more.</param>
/// <param name="ComputedAt">When what is stored was computed; null otherwise.</param>
/// <param name="Progress">How far the run is that computes it; null when none is open.</param>
public sealed record Answer<TRequest, TReport>(
    TRequest Request, AnswerState State, TReport? Report, DateTimeOffset? ComputedAt = null, RunProgress? Progress = null)
    where TReport : class;
