namespace CrimeInsight.Core.Runs;

/// <summary>Port: wakes the processes that compute.</summary>
public interface IRunQueue
{
    /// <summary>Processes that compute.</summary>
    int Processes { get; }

    /// <param name="person">The run's owner.</param>
    /// <param name="processes">How many are to work on it.</param>
    void Wake(Guid run, Guid person, int processes);
}
