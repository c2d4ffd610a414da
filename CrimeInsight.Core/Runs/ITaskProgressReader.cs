namespace CrimeInsight.Core.Runs;

/// <summary>Port: background work in the database, whichever instance of the app runs it.</summary>
public interface ITaskProgressReader
{
    /// <summary>The latest task of each kind that is under way or failed; empty when all is done.</summary>
    Task<IReadOnlyList<TaskProgress>> ListOpenAsync(CancellationToken cancellationToken);
}
