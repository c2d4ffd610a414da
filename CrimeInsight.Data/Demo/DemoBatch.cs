using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CrimeInsight.Core.Demo;

namespace CrimeInsight.Data.Demo;

/// <summary>Days of one calendar year as a batch, the end exclusive; its id follows from the request and the days, so that none comes twice.</summary>
internal sealed record DemoBatch(Guid Id, string Name, DateOnly From, DateOnly Until)
{
    public static DemoBatch Of(DemoRequest request, DateOnly from, DateOnly until)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"demo-{from:yyyy-MM-dd}-{until.AddDays(-1):yyyy-MM-dd}");
        var whole = string.Create(CultureInfo.InvariantCulture, $"{name}-{request.Incidents}-{request.Share:R}-{request.Seed}-{request.From}");
        return new DemoBatch(new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(whole)).AsSpan(0, 16)), name, from, until);
    }

    /// <summary>
    /// What days until some day lack, a batch for each run of them within a year; the latest first, for pages open on the latest months.
    /// </summary>
    public static IReadOnlyList<DemoBatch> Missing(DemoRequest request, DateOnly until, IEnumerable<(DateOnly From, DateOnly Until)> present)
    {
        var missing = new List<DemoBatch>();
        var from = new DateOnly(request.From, 1, 1);
        foreach (var days in present.OrderBy(days => days.From).Append((From: until, Until: until)))
        {
            while (from < days.From && from < until)
            {
                var year = new DateOnly(from.Year + 1, 1, 1);
                var end = new[] { days.From, until, year }.Min();
                missing.Insert(0, Of(request, from, end));
                from = end;
            }

            from = days.Until > from ? days.Until : from;
        }

        return missing;
    }
}
