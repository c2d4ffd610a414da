namespace CrimeInsight.Core.Spatial.Clustering;

/// <summary>Progress of a part of the work, told as progress of the whole.</summary>
internal sealed class ShareProgress(IProgress<double> whole, double from, double share) : IProgress<double>
{
    public void Report(double value) => whole.Report(from + share * value);
}
