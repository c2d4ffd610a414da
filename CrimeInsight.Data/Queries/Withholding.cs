namespace CrimeInsight.Data.Queries;

/// <summary>Whether a cell is shown, and if not, why.</summary>
internal enum Withholding
{
    None,

    /// <summary>1–4 cases.</summary>
    Small,

    /// <summary>A small count would follow from it; of any size.</summary>
    Protecting,
}
