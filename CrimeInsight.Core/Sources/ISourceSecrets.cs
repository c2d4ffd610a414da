namespace CrimeInsight.Core.Sources;

/// <summary>Port: hides passwords and tokens of addresses.</summary>
public interface ISourceSecrets
{
    /// <summary>As it is stored.</summary>
    string Hide(string secret);

    /// <returns>Null when the keys it was hidden with are gone.</returns>
    string? Reveal(string hidden);
}
