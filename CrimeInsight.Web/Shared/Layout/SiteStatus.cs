using CrimeInsight.Core.Reference;
using CrimeInsight.Core.Runs;


namespace CrimeInsight.Web.Shared.Layout;

/// <summary>What every page shows about the data behind it.</summary>
/// <param name="Data">Null until it was read for the first time.</param>
/// <param name="Task">Background work to show; null when there is none.</param>
public sealed record SiteStatus(DataStatus? Data, TaskProgress? Task)
{
    public static SiteStatus Unknown { get; } = new(null, null);
}
