using System.ComponentModel.DataAnnotations;
using CrimeInsight.Core.Sources;

namespace CrimeInsight.Web.Features.Sources;

/// <summary>
/// What sources may reach. Configured as <c>Sources__Folder</c>, <c>Sources__SettleSeconds</c>, <c>Sources__PrivateHosts__0</c>,
/// <c>Sources__PatienceSeconds</c> and, for trying things out on one machine, <c>Sources__Loopback</c>.
/// </summary>
public sealed class SourcesOptions
{
    public const string SectionName = "Sources";

    private const int MostSeconds = 3600;

    /// <summary>Below which watched folders lie; null: there are none.</summary>
    public string? Folder { get; set; }

    /// <summary>How long a file must stand still before it is taken.</summary>
    [Range(0, MostSeconds)]
    public int SettleSeconds { get; set; } = SourceRules.UsualSettleSeconds;

    /// <summary>How long an address may say nothing.</summary>
    [Range(1, MostSeconds)]
    public int PatienceSeconds { get; set; } = SourceRules.UsualPatienceSeconds;

    /// <summary>Names of hosts within the own network that may be read.</summary>
    public IList<string> PrivateHosts { get; } = [];

    /// <summary>The own machine may be read, also without https.</summary>
    public bool Loopback { get; set; }

    /// <summary>What follows for sources.</summary>
    public SourceRules ToRules() => new(
        string.IsNullOrWhiteSpace(Folder) ? null : Path.GetFullPath(Folder), TimeSpan.FromSeconds(SettleSeconds), [.. PrivateHosts], Loopback,
        TimeSpan.FromSeconds(PatienceSeconds));
}
