namespace CrimeInsight.Core.DataRoom;

/// <summary>Port: wakes a process to work on a step.</summary>
public interface IStepQueue
{
    void Enqueue(Guid uploadId, StepKind kind, Guid run, Guid person);
}
