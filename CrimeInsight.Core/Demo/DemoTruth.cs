using System.Collections.Immutable;

namespace CrimeInsight.Core.Demo;

/// <summary>What a request plants: the known answers against which analyses are tested.</summary>
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
    public ImmutableArray<ContagionTruth> Contagions => HeadProfiles.Contagions;

    public ImmutableArray<FestivalEffect> Festivals => PlantedEffects.Festivals;

    /// <summary>Reclassifications at the change to the Bharatiya Nyaya Sanhita.</summary>
    public ImmutableArray<LevelShift> LevelShifts => PlantedEffects.Shifts;

    /// <summary>Share of cases with an unknown hour, and of which only the district is known.</summary>
    public double UnknownHourShare => CaseTime.UnknownHourShare;

    public double OnlyDistrictShare => DistrictCases.OnlyDistrictShare;

    public SeasonClass SeasonOf(string headCode) => HeadProfiles.Of(headCode).Season;

    /// <summary>Share of a head's cases at its district's hotspots, 0–1.</summary>
    public double HotspotShareOf(string headCode) => HeadProfiles.Of(headCode).HotspotShare;

    /// <summary>Twelve per-day multipliers, January first, mean one, before lockdown, festivals, trend and reclassification.</summary>
    public ImmutableArray<double> MonthlyEffectsOf(SeasonClass season) => [.. Seasons.MonthsOf(season)];

    /// <summary>Share of a head's cases with a known hour that fall in each hour 0 … 23.</summary>
    public ImmutableArray<double> HourSharesOf(string headCode)
    {
        var weights = HourShapes.WeightsOf(HeadProfiles.Of(headCode).Hours).ToArray();
        var total = weights.Sum();
        return [.. weights.Select(weight => weight / total)];
    }

    /// <summary>Expected incidents of a district, head and year before rounding.</summary>
    public double ExpectedCases(string districtCode, string headCode, int year) =>
        _targets.TargetOf(year, _index.HeadOf[headCode], _index.DistrictOf[districtCode]);

    /// <summary>
    /// Expected incidents of each day from the first year to the end, over the districts of a state; all effects together.
    /// Followers of contagion come a few days later than this says.
    /// </summary>
    public ImmutableArray<double> ExpectedByDay(string stateCode, string headCode)
    {
        var (state, head) = (_index.StateOf[stateCode], _index.HeadOf[headCode]);
        var expected = ImmutableArray.CreateBuilder<double>();
        for (var year = _request.From; year < _request.Until; year++)
        {
            var weights = _days.Of(state, head, year);
            var total = weights.Sum();
            var cases = 0.0;
            foreach (var district in _index.Members[state])
                cases += _targets.TargetOf(year, head, district);
            foreach (var weight in weights)
                expected.Add(total > 0 ? cases * weight / total : 0);
        }

        return expected.ToImmutable();
    }
}
