namespace CrimeInsight.Core.Sources;

/// <summary>Port: what is written beside a file that was put away, in every language of the site.</summary>
public interface ISourceWords
{
    string Describe(SourceRun run);
}
