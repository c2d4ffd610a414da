using System.Collections.Immutable;
using CrimeInsight.Core.Demo;
using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Tests.Core.Demo;

/// <summary>Demo incidents made once for all tests, with the look-ups they need.</summary>
internal sealed class DemoSample
{
    private static readonly Lazy<DemoSample> s_all = new(() => new DemoSample(DemoSeed.Inputs, 200_000, 15));
    private static readonly Lazy<DemoSample> s_property = new(
        () => new DemoSample(Only("burglary", "auto-theft", "other-theft", "robbery", "snatching", "cheating"), 150_000, 12));

    private DemoSample(DemoInputs inputs, int incidents, long seed)
    {
        Inputs = inputs;
        Generator = new IncidentGenerator(new DemoRequest(incidents, seed), inputs);
        Incidents = [.. Enumerable.Range(2020, 5).SelectMany(Generator.OfYear)];
        Code = inputs.Heads.ToDictionary(head => head.Id, head => head.Code);
        var stations = inputs.Stations.Select(station => (station.Ordinal, station.DistrictCode));
        District = stations.Concat(inputs.Districts.Select(district => (district.Ordinal, district.Code))).ToDictionary(pair => pair.Item1, pair => pair.Item2);
    }

    /// <summary>All heads.</summary>
    public static DemoSample All => s_all.Value;

    /// <summary>A few property heads only, so that each has many cases.</summary>
    public static DemoSample Property => s_property.Value;

    public DemoInputs Inputs { get; }

    public IncidentGenerator Generator { get; }

    public ImmutableArray<Incident> Incidents { get; }

    /// <summary>Code of a head by id.</summary>
    public IReadOnlyDictionary<short, string> Code { get; }

    /// <summary>Code of the district by ordinal of a station or district.</summary>
    public IReadOnlyDictionary<int, string> District { get; }

    public static DemoInputs Only(params string[] heads) =>
        DemoSeed.Inputs with { Heads = [.. DemoSeed.Inputs.Heads.Where(head => heads.Contains(head.Code))] };

    public IEnumerable<Incident> Of(params string[] heads) => Incidents.Where(incident => heads.Contains(Code[incident.HeadId]));
}
