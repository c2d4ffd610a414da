using CrimeInsight.Core.Geography;

namespace CrimeInsight.Core.Spatial.Clustering.Matching;

/// <summary>
/// Follows clusters through steps of time, such as months, after MONIC (Spiliopoulou, Ntoutsi, Theodoridis, Schult 2006,
/// doi:10.1145/1150402.1150491, §4), with members that differ from step to step: those of one cluster overlap with another when
/// one of its members is near.
/// </summary>
/// <remarks>
/// Two clusters are related when the share of overlapping members of either is large enough. Related pairs go on as one cluster
/// in descending order of their overlap, (overlapping of both)/(all of both), each cluster once; ties by number. A cluster left
/// over that is related to one that went on has split from it; one of before has merged into it.
/// </remarks>
public static class ClusterMatching
{
    /// <param name="steps">In order of time, all metres or all degrees.</param>
    /// <param name="progress">Share done, 0 … 1.</param>
    /// <exception cref="ArgumentException">Steps mix metres and degrees, or have another number of labels than of points.</exception>
    public static MatchReport Run(
        IReadOnlyList<ClusterStep> steps, MatchRequest request, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        for (var i = 0; i < steps.Count; i++)
        {
            if (steps[i].Points.Dimensions != steps[0].Points.Dimensions)
                throw new ArgumentException($"steps[{i}] and steps[0] are not both metres or both degrees; give all steps alike.", nameof(steps));
            if (steps[i].Labels.Length != steps[i].Points.Count)
                throw new ArgumentException(
                    $"steps[{i}] has {steps[i].Labels.Length} labels for {steps[i].Points.Count} points; give one for each point.", nameof(steps));
        }

        var tracking = new Tracking(request, steps.Count);
        for (var i = 0; i < steps.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var chord = steps[i].Points.ChordOf(request.ReachMetres);
            tracking.Add(i, new LabelSearch(steps[i].Points, steps[i].Labels), chord * chord);
            progress?.Report((i + 1) / (double)steps.Count);
        }

        return tracking.End();
    }
}
