namespace CrimeInsight.Benchmarks;

/// <summary>A measured figure beside its budget.</summary>
/// <param name="IsMet">Null: shown for comparison only.</param>
internal sealed record Figure(string Name, string Measured, string Budget, bool? IsMet);
