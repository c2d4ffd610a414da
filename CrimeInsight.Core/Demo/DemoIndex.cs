using System.Collections.Frozen;
using System.Collections.Immutable;

namespace CrimeInsight.Core.Demo;

/// <summary>Positions of states, districts and heads in the arrays of the generator.</summary>
internal sealed class DemoIndex
{
    public DemoIndex(DemoInputs inputs)
    {
        Districts = inputs.Districts;
        Heads = inputs.Heads;
        States = [.. inputs.Districts.Select(district => district.StateCode).Distinct()];
        DistrictOf = Positions(inputs.Districts.Select(district => district.Code));
        StateOf = Positions(States);
        HeadOf = Positions(inputs.Heads.Select(head => head.Code));
        StateOfDistrict = [.. inputs.Districts.Select(district => StateOf[district.StateCode])];
        Profiles = [.. inputs.Heads.Select(head => HeadProfiles.Of(head.Code))];
        Members = [.. States.Select(state => Enumerable.Range(0, Districts.Length).Where(d => Districts[d].StateCode == state).ToImmutableArray())];
    }

    public ImmutableArray<DemoDistrict> Districts { get; }

    public ImmutableArray<DemoHead> Heads { get; }

    /// <summary>Codes, in the order of their first district.</summary>
    public ImmutableArray<string> States { get; }

    public FrozenDictionary<string, int> DistrictOf { get; }

    public FrozenDictionary<string, int> StateOf { get; }

    public FrozenDictionary<string, int> HeadOf { get; }

    public ImmutableArray<int> StateOfDistrict { get; }

    public ImmutableArray<HeadProfile> Profiles { get; }

    /// <summary>Districts of each state.</summary>
    public ImmutableArray<ImmutableArray<int>> Members { get; }

    private static FrozenDictionary<string, int> Positions(IEnumerable<string> codes) =>
        codes.Select((code, position) => KeyValuePair.Create(code, position)).ToFrozenDictionary();
}
