namespace CrimeInsight.Core.Import.Understanding;

/// <summary>How the numbers of a column are written.</summary>
public enum NumberForm
{
    Plain,

    /// <summary>1,234,567</summary>
    Thousands,

    /// <summary>12,34,567</summary>
    Lakhs,

    /// <summary>13,0827</summary>
    DecimalComma,
}
