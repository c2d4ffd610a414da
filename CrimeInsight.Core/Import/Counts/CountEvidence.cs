namespace CrimeInsight.Core.Import.Counts;

/// <summary>Why a file is a table of counts.</summary>
/// <param name="Figures">Names of the columns that count.</param>
/// <param name="Rows">Rows looked at, each of another place, year or head.</param>
internal sealed record CountEvidence(IReadOnlyList<string> Figures, int Rows)
{
    private const int MostShown = 5;

    /// <summary>The first of the columns, and how many there are.</summary>
    public string Shown => string.Join(", ", Figures.Take(MostShown)) + (Figures.Count > MostShown ? $", … ({Figures.Count})" : "");
}
