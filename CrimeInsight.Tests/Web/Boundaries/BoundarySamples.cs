using System.Text;
using CrimeInsight.Core.Geography.Boundaries;

namespace CrimeInsight.Tests.Web.Boundaries;

/// <summary>Files of the districts A1 and A2 and of a place that nobody knows; A2 is drawn elsewhere today.</summary>
internal sealed class BoundarySamples : IBoundaryReader
{
    public static string File { get; } = $$"""
        {"type":"FeatureCollection","features":[
        {{Feature("district", "A1", 75)}},{{Feature("district", "A2", 76)}},{{Feature("district", "Nowhereland", 77)}}]}
        """;

    private static readonly string s_drawn = $$"""{"features":[{{Feature("code", "A1", 75)}},{{Feature("code", "A2", 79)}}]}""";

    public ValueTask<BoundaryCollection> ReadAsync(BoundaryLevel level, string? within, CancellationToken cancellationToken) => ValueTask.FromResult(
        level == BoundaryLevel.District
            ? new BoundaryCollection(Encoding.UTF8.GetBytes(s_drawn), 2, IsApproximate: true, 3)
            : new BoundaryCollection("{}"u8.ToArray(), 0, IsApproximate: false, 3));

    private static string Feature(string key, string name, int west) =>
        $$"""
        {"type":"Feature","id":"{{name}}","properties":{"{{key}}":"{{name}}","state":"A","approximate":true },"geometry":{"type":"Polygon","coordinates":
        [[[{{west}},15],[{{west + 1}},15],[{{west + 1}},16],[{{west}},16],[{{west}},15]]]} }
        """;
}
