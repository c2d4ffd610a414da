namespace CrimeInsight.Core.Import.Judging;

/// <summary>What became of the text of a date.</summary>
internal enum DateOutcome
{
    Read,
    Invalid,

    /// <summary>Day and month could be either way round, and the file does not say which.</summary>
    Ambiguous,
}
