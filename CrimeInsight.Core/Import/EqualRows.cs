namespace CrimeInsight.Core.Import;

/// <summary>What equal rows without a reference are. Names are printed in lower case: never rename.</summary>
public enum EqualRows
{
    /// <summary>As many cases: three thefts at one station on one day look alike. The same file again adds none.</summary>
    Keep,

    /// <summary>One case, written several times.</summary>
    Drop,
}
