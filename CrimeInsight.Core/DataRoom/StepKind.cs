namespace CrimeInsight.Core.DataRoom;

/// <summary>What is done with an upload in the background. Stored in small letters; never rename.</summary>
public enum StepKind
{
    /// <summary>Finds out what the file is.</summary>
    Understand,

    /// <summary>Judges every row and changes nothing.</summary>
    Check,

    /// <summary>Makes its rows part of the data.</summary>
    Import,
}
