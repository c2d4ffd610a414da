namespace CrimeInsight.Core.Queries;

/// <summary>What a dimension's keys are, so that a reader can name and sort them.</summary>
public enum DimensionKey
{
    /// <summary>Code of a jurisdiction; sorted by the tree's order.</summary>
    JurisdictionCode,

    /// <summary>Code of a crime head; sorted by its number.</summary>
    HeadCode,

    /// <summary><c>yyyy-MM</c>.</summary>
    Month,

    /// <summary><c>yyyy-MM-dd</c>.</summary>
    Day,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>Name of an enum value; sorted by its number.</summary>
    EnumName,
}
