namespace CrimeInsight.Core.Sources;

/// <summary>Port: wakes a process to work on a run.</summary>
public interface ISourceQueue
{
    void Enqueue(SourceTurn turn);
}
