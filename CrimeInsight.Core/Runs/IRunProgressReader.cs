namespace CrimeInsight.Core.Runs;

/// <summary>Port: how far the run is whose results somebody waits for. Everyone may know.</summary>
public interface IRunProgressReader
{
    /// <summary>Of the open run, else of the newest when it failed; null otherwise.</summary>
    Task<RunProgress?> FindAsync(CancellationToken cancellationToken);
}
