namespace CrimeInsight.Core.Hotspots;

/// <summary>Tells steps done as a share of all.</summary>
internal sealed class StepShare(IProgress<double> progress, int all) : IProgress<int>
{
    public void Report(int value) => progress.Report((double)value / all);
}
