namespace CrimeInsight.Core.Sources;

/// <summary>How an address is signed in to. Stored in small letters; never rename.</summary>
public enum SourceSignIn
{
    None,

    /// <summary>A name and a password.</summary>
    Basic,

    /// <summary>A token.</summary>
    Bearer,
}
