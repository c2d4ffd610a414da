namespace CrimeInsight.Core.Sources;

/// <summary>How often a source is read. Stored in small letters; never rename.</summary>
public enum SourceRhythm
{
    Hourly,
    Daily,
    Weekly,
    Monthly,
}
