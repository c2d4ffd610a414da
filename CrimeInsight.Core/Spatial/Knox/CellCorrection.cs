namespace CrimeInsight.Core.Spatial.Knox;

/// <summary>How p-values of all cells of a table are corrected for their number.</summary>
public enum CellCorrection
{
    /// <summary>Bounds the expected share of false cells among those called elevated.</summary>
    BenjaminiHochberg,

    /// <summary>Bounds the chance of any false cell.</summary>
    Holm,
}
