using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Core.Import.Foresight;

/// <summary>A month of a place of which a file brings cases while others of its source are stored: the file's may take their place.</summary>
/// <param name="Place">Code.</param>
/// <param name="Entering">Rows of the file.</param>
/// <param name="Stored">Cases of the source that are there.</param>
/// <param name="Known">Rows of the file that are about known cases.</param>
public sealed record StoredMonth(string Place, Month Month, long Entering, long Stored, long Known)
{
    public const int Most = 200;
}
