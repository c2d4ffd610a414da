namespace CrimeInsight.Web.Cli;

/// <summary>Rows of a batch that were not stored.</summary>
internal enum BatchRows
{
    Rejects,
    Duplicates,
    Conflicts,
}
