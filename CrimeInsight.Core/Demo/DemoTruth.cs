using System.Collections.Immutable;

namespace CrimeInsight.Core.Demo;

/// <summary>What one request plants, beside the <see cref="PlantedEffects"/> that all have: known answers to test analyses against.</summary>
public sealed class DemoTruth
{
    private readonly DemoRequest _request;
    private readonly DemoIndex _index;
    private readonly CaseTargets _targets;
    private readonly DayWeights _days;

    internal DemoTruth(DemoRequest request, DemoIndex index, CaseTargets targets, DayWeights days, ImmutableArray<DistrictPlaces> places)
    {
        (_request, _index, _targets, _days) = (request, index, targets, days);
        Hotspots = [.. places.SelectMany(place => place.Hotspots)];
    }

    /// <summary>Every planted hotspot, by district.</summary>
    public ImmutableArray<Hotspot> Hotspots { get; }

    /// <summary>Heads with near-repeat contagion; all others have none.</summary>

    /// <summary>Expected incidents that a district registers of a head in a year, before rounding.</summary>
    public double ExpectedCases(string districtCode, string headCode, int year) =>
        _targets.TargetOf(year, _index.HeadOf[headCode], _index.DistrictOf[districtCode]);

    /// <summary>
    /// Expected incidents of each day from the first year to the last day asked for, over the districts of a state; all effects together.
    /// They are registered some days later, by the delay of their head; a year registers as many as this says.
    /// Followers of contagion come a few days later than this says.
    /// </summary>
    public ImmutableArray<double> ExpectedByDay(string stateCode, string headCode)
    {
        var (state, head) = (_index.StateOf[stateCode], _index.HeadOf[headCode]);
        var expected = ImmutableArray.CreateBuilder<double>();
        for (var year = _request.From; new DateOnly(year, 1, 1) < _request.Until; year++)
        {
            var weights = _days.Of(state, head, year);
            var total = weights.Sum();
            var cases = 0.0;
            foreach (var district in _index.Members[state])
                cases += _targets.TargetOf(year, head, district);
            foreach (var weight in weights.Take(_request.Until.DayNumber - new DateOnly(year, 1, 1).DayNumber))
                expected.Add(total > 0 ? cases * weight / total : 0);
        }

        return expected.ToImmutable();
    }
}
