using CrimeInsight.Core.Demo;

namespace CrimeInsight.Tests.Core.Demo;

/// <summary>Extents of the seed districts by code.</summary>
internal static class DemoGround
{
    private static readonly Lazy<Dictionary<string, DistrictGround>> s_seed = new(() =>
    {
        var grounds = DistrictGround.CreateAll(DemoSeed.Inputs.Districts, DemoSeed.Inputs.Towns);
        return DemoSeed.Inputs.Districts.Select((district, i) => (district.Code, grounds[i])).ToDictionary(pair => pair.Code, pair => pair.Item2);
    });

    public static IReadOnlyDictionary<string, DistrictGround> OfSeed() => s_seed.Value;
}
