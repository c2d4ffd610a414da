namespace CrimeInsight.Core.Hotspots.DensityClusters;

/// <summary>A cluster of cases through the last months, looked at in windows that each end a month later.</summary>
/// <param name="WindowMonths">Length of the windows.</param>
/// <param name="Windows">How many were looked at.</param>
/// <param name="Seen">In how many of them it was there.</param>
/// <param name="Since">Last month of the first window of the unbroken run it was last seen in (one window may be missing); null when no window alone shows
/// it.</param>
/// <param name="IsThroughout">That run begins with the first window: it is older than what was looked at.</param>
/// <param name="IsThereStill">It is there in the last window.</param>
/// <param name="Joined">Clusters that became part of it.</param>
/// <param name="Parted">Clusters that came off it.</param>
/// <param name="MovedMetres">From its middle in the first window of the run to that in the last.</param>
public sealed record ClusterCourse(
    int WindowMonths, int Windows, int Seen, DateOnly? Since, bool IsThroughout, bool IsThereStill, int Joined, int Parted, double MovedMetres);
