using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CrimeInsight.Core.Demo;

namespace CrimeInsight.Data.Demo;

/// <summary>One year of a request as a batch; its id follows from the request, which is how a load finds what is done.</summary>
internal sealed record DemoBatch(Guid Id, string Name, int Year)
{
    public static DemoBatch Of(DemoRequest request, int year)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"demo-{request.Incidents}-{request.Seed}-{request.From}-{request.Until}-{year}");
        return new DemoBatch(new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16)), name, year);
    }

    /// <summary>The latest first: the months that pages open on are there soonest.</summary>
    public static IEnumerable<DemoBatch> AllOf(DemoRequest request) =>
        Enumerable.Range(request.From, request.Until - request.From).Reverse().Select(year => Of(request, year));
}
