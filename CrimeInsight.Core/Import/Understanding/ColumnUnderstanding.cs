using System.Collections.Immutable;

namespace CrimeInsight.Core.Import.Understanding;

/// <summary>What a column of a file holds, as far as it was looked at.</summary>
public sealed record ColumnUnderstanding
{
    public required string Name { get; init; }

    /// <summary>Looks like names or numbers of persons: never read, nor shown.</summary>
    public bool IsPersonal { get; init; }

    /// <summary>What most values look like, and the share of filled cells that do, most frequent first.</summary>
    public required ImmutableArray<KeyValuePair<ValueKind, double>> Kinds { get; init; }

    /// <summary>Of all rows looked at, 0 … 1.</summary>
    public required double EmptyShare { get; init; }

    /// <summary>Different values among them; at most <see cref="MostDistinct"/>.</summary>
    public required int Distinct { get; init; }

    /// <summary>Most frequent values with the rows that hold them; none of a personal column.</summary>
    public required ImmutableArray<KeyValuePair<string, long>> Frequent { get; init; }

    /// <summary>Values that say a row is no case, a total or cancelled, with the rows that hold them; none of a personal column.</summary>
    public ImmutableArray<KeyValuePair<string, long>> NoCases { get; init; } = [];

    public DateOrder Order { get; init; }

    /// <summary>Dates that prove the order.</summary>
    public long OrderProofs { get; init; }

    /// <summary>.NET formats of its dates of three numbers, read in its order.</summary>
    public ImmutableArray<string> DateFormats { get; init; } = [];

    public NumberForm Numbers { get; init; }

    /// <summary>The least and the greatest number, or degrees; null when there are none.</summary>
    public (double Least, double Greatest)? Range { get; init; }

    /// <summary>In which old fonts for Indian scripts, of which a text holds only Latin letters, its values may be written; null: none.</summary>
    public string? LegacyFont { get; init; }

    public const int MostDistinct = 2000;

    /// <summary>The kind of nearly all of its values; text where they differ.</summary>
    public ValueKind Kind => Kinds is [{ Value: >= 0.8 } most, ..] ? most.Key : ValueKind.Text;
}
