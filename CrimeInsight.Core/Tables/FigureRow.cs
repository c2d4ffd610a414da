using System.Collections.Immutable;

namespace CrimeInsight.Core.Tables;

/// <summary>A row of a table.</summary>
/// <param name="Values">One for each column.</param>
/// <param name="Subject">What the row is of, for what the screen does with it.</param>
public sealed record FigureRow(ImmutableArray<FigureValue> Values, object? Subject = null)
{
    /// <summary>What is left beside all others: it stays last in any order.</summary>
    public bool IsRest { get; init; }
}
