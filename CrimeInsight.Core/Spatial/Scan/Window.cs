namespace CrimeInsight.Core.Spatial.Scan;

/// <summary>A window of the data with its statistic.</summary>
/// <param name="Centre">Position of its centre.</param>
/// <param name="Circle">Which circle of that centre, from 0.</param>
/// <param name="From">First period.</param>
/// <param name="Until">One past the last.</param>
internal readonly record struct Window(int Centre, int Circle, int From, int Until, double Cases, double Expected, double Ratio)
{
    /// <summary>No window at all.</summary>
    public static Window None { get; } = new(-1, -1, 0, 0, 0, 0, 0);
}
