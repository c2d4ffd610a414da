using System.ComponentModel.DataAnnotations;

namespace CrimeInsight.Data.Jobs;

/// <summary>Background jobs. Configured as <c>Jobs__Automatic</c> and <c>Jobs__Threads</c>.</summary>
public sealed class JobOptions
{
    public const string SectionName = "Jobs";

    /// <summary>Forecasts and hotspots are computed whenever the complete months have changed; else only when an administrator asks.</summary>
    public bool Automatic { get; set; } = true;

    /// <summary>Most threads a job computes with; 0: half the processors, so that pages stay quick.</summary>
    [Range(0, 256)]
    public int Threads { get; set; }

    /// <summary>The number of threads meant.</summary>
    internal int ThreadsToUse => Threads > 0 ? Threads : Math.Max(1, Environment.ProcessorCount / 2);
}
