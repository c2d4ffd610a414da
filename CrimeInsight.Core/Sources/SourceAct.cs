namespace CrimeInsight.Core.Sources;

/// <summary>What is done with a new file. Stored in small letters; never rename.</summary>
public enum SourceAct
{
    /// <summary>It is checked and waits for its owner's decision.</summary>
    Check,

    /// <summary>It is imported when its check gives no cause for doubt, else it waits.</summary>
    Import,
}
