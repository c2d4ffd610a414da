using System.ComponentModel.DataAnnotations;
using CrimeInsight.Core.Demo;

namespace CrimeInsight.Web.Features.DemoData;

/// <summary>
/// The demo data that an empty database in demo mode is filled with. Configured as <c>Demo__Incidents</c>, <c>Demo__SharePercent</c>,
/// <c>Demo__Seed</c> and <c>Demo__Until</c>.
/// </summary>
public sealed class DemoDataOptions
{
    public const string SectionName = "Demo";
    public const double UsualSharePercent = 12.5;
    public const double LeastSharePercent = 0.001;
    public const long UsualSeed = 1;

    /// <summary>Incidents from 2020 to the last day of the first load; zero: no demo data. Null: a share of registered cases instead.</summary>
    [Range(0, DemoRequest.MostIncidents)]
    public int? Incidents { get; set; }

    /// <summary>Share of registered cases, in percent; not used when a number is given.</summary>
    [Range(LeastSharePercent, 100)]
    public double SharePercent { get; set; } = UsualSharePercent;

    public long Seed { get; set; } = UsualSeed;

    /// <summary>The last day for good. Null: yesterday, and each new day when it is over.</summary>
    public DateOnly? Until { get; set; }

    /// <param name="today">The day that is not over yet.</param>
    /// <returns>Null: no demo data.</returns>
    public DemoRequest? RequestOn(DateOnly today)
    {
        var until = Until?.AddDays(1) ?? today;
        return Incidents switch
        {
            0 => null,
            { } incidents => new DemoRequest(incidents, Seed, until: until),
            null => DemoRequest.OfShare(SharePercent / 100, Seed, until: until),
        };
    }
}
