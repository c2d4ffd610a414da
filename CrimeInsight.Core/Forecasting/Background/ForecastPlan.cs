using System.Collections.Immutable;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Runs;

namespace CrimeInsight.Core.Forecasting.Background;

/// <summary>Which series are forecast, and in which units.</summary>
internal static class ForecastPlan
{
    /// <summary>Series that are made to add up in the time one is forecast.</summary>
    private const int SeriesPerWork = 40;

    private static readonly ImmutableArray<JurisdictionLevel> s_upper =
        [JurisdictionLevel.State, JurisdictionLevel.Zone, JurisdictionLevel.Range, JurisdictionLevel.District];

    private static readonly ImmutableArray<JurisdictionLevel> s_lower =
        [JurisdictionLevel.SubDivision, JurisdictionLevel.Circle, JurisdictionLevel.Station];

    private static readonly ImmutableArray<JurisdictionLevel> s_all = [JurisdictionLevel.Country, .. s_upper, .. s_lower];

    public static ImmutableArray<ForecastUnit> Create(RunScope scope)
    {
        var heads = scope.Reference.Heads.All;
        ImmutableArray<short> all = [.. heads.Select(head => head.Id)];
        ImmutableArray<short> main = [.. heads.Where(head => head.Level <= CrimeHeadLevel.Category).Select(head => head.Id)];
        ForecastUnit[] monthly =
        [
            .. scope.Countries.Select(root => Series("country", RunTurn.Country, SeriesStep.Month, root, [JurisdictionLevel.Country], all)),
            .. scope.Areas.Select(area => Series("upper", RunTurn.Districts, SeriesStep.Month, area, s_upper, all)),
            .. scope.Areas.Select(area => Series("lower", RunTurn.Stations, SeriesStep.Month, area, s_lower, main)),
        ];
        ForecastUnit[] weekly = [.. scope.Areas.Select(area => Series("weekly", RunTurn.Weeks, SeriesStep.Week, area, [JurisdictionLevel.District], main))];
        return
        [
            .. Learned("learn:month", [.. monthly.Where(unit => unit.Work > 0)]),
            .. Learned("learn:week", [.. weekly.Where(unit => unit.Work > 0)]),
            .. scope.Roots.Select(root => Coherence(root, [.. monthly.Where(unit => unit.Work > 0 && root.Contains(unit.Set.Area)).Select(unit => unit.Name)])),
        ];

        ForecastUnit Series(
            string kind, RunTurn turn, SeriesStep step, Jurisdiction area, ImmutableArray<JurisdictionLevel> levels, ImmutableArray<short> ids) =>
                new(ForecastUnitKind.Series, $"{kind}:{area.Code}", turn, WorkOf(area, levels, ids), [new SeriesSet(step, area, levels, ids)]);

        ForecastUnit Coherence(Jurisdiction root, ImmutableArray<string> needs) =>
            new(
                ForecastUnitKind.Coherence, $"coherent:{root.Code}", RunTurn.Joint, 1 + WorkOf(root, s_all, all) / SeriesPerWork,
                [new SeriesSet(SeriesStep.Month, root, s_all, all)])
            {
                Needs = needs,
            };

        long WorkOf(Jurisdiction area, ImmutableArray<JurisdictionLevel> levels, ImmutableArray<short> ids) =>
            levels.Sum(level => (long)scope.Reference.Jurisdictions.Within(area, level).Count()) * ids.Length;
    }

    // What is learned comes before all that needs it.
    private static IEnumerable<ForecastUnit> Learned(string name, ForecastUnit[] units)
    {
        if (units.Length == 0)
            return [];
        var work = Math.Min(CalibrationSample.Most(units[0].Set.Step), units.Sum(unit => unit.Work));
        var learn = new ForecastUnit(ForecastUnitKind.Learn, name, RunTurn.Country, work, [.. units.Select(unit => unit.Set)]);
        return units.Select(unit => unit with { Needs = [name] }).Prepend(learn);
    }
}
