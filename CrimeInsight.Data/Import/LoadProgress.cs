using CrimeInsight.Core.Import;

namespace CrimeInsight.Data.Import;

/// <summary>How far a load is.</summary>
/// <param name="Rows">Rows sent to the database so far.</param>
/// <param name="WaitingFor">Who has the turn; empty when not known, null when it does not wait.</param>
internal readonly record struct LoadProgress(ImportStage Stage, long Rows, string? WaitingFor = null);
