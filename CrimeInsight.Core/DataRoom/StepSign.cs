namespace CrimeInsight.Core.DataRoom;

/// <summary>What a step is told when it says how far it is.</summary>
public enum StepSign
{
    Go,

    /// <summary>Somebody wants it to end.</summary>
    Cancel,

    /// <summary>It was asked for anew, or its upload is gone.</summary>
    Over,
}
