using CrimeInsight.Core.Import;

namespace CrimeInsight.Data.Import;

/// <summary>How far a load is.</summary>
/// <param name="Rows">Rows sent to the database so far.</param>
internal readonly record struct LoadProgress(ImportStage Stage, long Rows);
