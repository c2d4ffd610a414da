namespace CrimeInsight.Core.OfficialFigures;

/// <summary>How a figure was come by. The names are stored, in small letters.</summary>
public enum OfficialBasis
{
    /// <summary>As printed.</summary>
    Official,

    /// <summary>Computed from printed figures alone.</summary>
    Derived,

    /// <summary>A share of a printed total, divided by those of another year.</summary>
    Extended,
}
