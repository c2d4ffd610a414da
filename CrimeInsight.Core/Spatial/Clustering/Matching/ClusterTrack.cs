using System.Collections.Immutable;

namespace CrimeInsight.Core.Spatial.Clustering.Matching;

/// <summary>A cluster through time.</summary>
/// <param name="Number">From 0, in order of first appearance.</param>
/// <param name="Stages">Where it is: steps in ascending order, with its label in each.</param>
/// <param name="StepCount">Steps there are in all.</param>
public sealed record ClusterTrack(int Number, ImmutableArray<ClusterStage> Stages, int StepCount)
{
    /// <summary>The step it begins with.</summary>
    public int FirstStep => Stages[0].Step;

    /// <summary>The last step it was there.</summary>
    public int LastStep => Stages[^1].Step;

    /// <summary>Share of all steps in which it was there, above 0 … 1.</summary>
    public double Stability => Stages.Length / (double)StepCount;

    /// <summary>Share of the steps from its first to the last of all in which it was there, above 0 … 1.</summary>
    public double StabilitySinceFirst => Stages.Length / (double)(StepCount - FirstStep);
}
