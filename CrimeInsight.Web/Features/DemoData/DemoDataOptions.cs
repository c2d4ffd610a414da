using System.ComponentModel.DataAnnotations;
using CrimeInsight.Core.Demo;

namespace CrimeInsight.Web.Features.DemoData;

/// <summary>The demo data that an empty database in demo mode is filled with. Configured as <c>Demo__Incidents</c> and <c>Demo__Seed</c>.</summary>
public sealed class DemoDataOptions
{
    public const string SectionName = "Demo";
    public const int UsualIncidents = 1_200_000;
    public const long UsualSeed = 1;

    /// <summary>Zero: none.</summary>
    [Range(0, DemoRequest.MostIncidents)]
    public int Incidents { get; set; } = UsualIncidents;

    public long Seed { get; set; } = UsualSeed;
}
