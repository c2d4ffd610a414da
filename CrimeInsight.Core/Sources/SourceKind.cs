namespace CrimeInsight.Core.Sources;

/// <summary>Where files come from. Stored in small letters; never rename.</summary>
public enum SourceKind
{
    /// <summary>A folder of the server into which somebody puts files.</summary>
    Folder,

    /// <summary>An https address that answers with a file.</summary>
    Web,
}
