using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Core.Import.Foresight;

/// <summary>Something odd about a file as a whole, with its evidence.</summary>
public sealed record Anomaly(AnomalyKind Kind)
{
    /// <summary>Code; null when it is not about a place.</summary>
    public string? Place { get; init; }

    public Month? Month { get; init; }

    /// <summary>Code; null when it is not about a head.</summary>
    public string? Head { get; init; }

    /// <summary>The value that is had by too many.</summary>
    public string? Value { get; init; }

    /// <summary>Cases found; null where they may not be told.</summary>
    public long? Found { get; init; }

    /// <summary>Of how many; null when that says nothing.</summary>
    public long? Of { get; init; }

    /// <summary>Cases expected; null when nothing was.</summary>
    public double? Expected { get; init; }

    /// <summary>False discovery rate at which it is a finding; null where a plain rule names it.</summary>
    public double? AdjustedP { get; init; }
}
