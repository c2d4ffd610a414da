namespace CrimeInsight.Data.Import;

/// <summary>Where a batch comes from. Stored in lower case.</summary>
internal enum BatchKind
{
    Import,
    Demo,
}
