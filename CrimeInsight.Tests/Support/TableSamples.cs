using CrimeInsight.Core.Boundaries;
using CrimeInsight.Core.Cases;
using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Forecasting.Analysis;
using CrimeInsight.Core.Forecasting.Combination;
using CrimeInsight.Core.Forecasting.Decomposition;
using CrimeInsight.Core.Forecasting.Stored;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Geography.Boundaries;
using CrimeInsight.Core.Hotspots;
using CrimeInsight.Core.Hotspots.Concentration;
using CrimeInsight.Core.Hotspots.NearRepeats;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Maps;
using CrimeInsight.Core.OfficialFigures;
using CrimeInsight.Core.Overview;
using CrimeInsight.Core.Queries;
using CrimeInsight.Core.Runs;
using CrimeInsight.Core.Tables;
using CrimeInsight.Web;
using CrimeInsight.Web.Features.Boundaries;
using CrimeInsight.Web.Features.Cases;
using CrimeInsight.Web.Features.Export;
using CrimeInsight.Web.Features.Forecasting;
using CrimeInsight.Web.Features.Hotspots;
using CrimeInsight.Web.Features.Jobs;
using CrimeInsight.Web.Features.Map;
using CrimeInsight.Web.Features.Overview;
using CrimeInsight.Web.Features.Quality;
using CrimeInsight.Web.Features.Validation;
using CrimeInsight.Web.Shared.Composition;
using CrimeInsight.Web.Shared.Tables;
using Microsoft.Extensions.DependencyInjection;

namespace CrimeInsight.Tests.Support;

/// <summary>One of every table there is, with figures that are withheld, too few or not known among them.</summary>
internal static class TableSamples
{
    private static readonly EffectEstimate s_effect = new(0.34, 0.2, 0.5, 0.001, 0.01);

    public static IReadOnlyDictionary<string, FigureTable> All { get; } = new Dictionary<string, FigureTable>
    {
        ["query of everything"] = Everything(),
        ["query of changes"] = Changes(),
        ["overview places"] = OverviewTables.Places(
            new PlaceFigures(Places(), new RestOfPlaces(null, true, true)), Places().Rows, hasLastYear: true, isScaled: false),
        ["overview places scaled"] = OverviewTables.Places(
            new PlaceFigures(Places(), null) { Coverage = new Dictionary<string, Coverage> { ["A1"] = new(CoverageState.Known, 100, 800, [2024]) } },
            Places().Rows, hasLastYear: true, isScaled: true),
        ["overview heads"] = OverviewTables.Heads(Heads(), 400, hasLastYear: false),
        ["overview hours"] = OverviewTables.Hours(new HourGrid(Hours())),
        ["overview months"] = OverviewTables.Months(TrendSeries.From(ForecastSamples.ByHand, 12)),
        ["map"] = MapFigureTable.Of(Map(), JurisdictionLevel.State, isScaled: false),
        ["map scaled"] = MapFigureTable.Of(Map(), JurisdictionLevel.State, isScaled: true),
        ["forecast"] = FanTables.Of(FanSeries.Of(ForecastSamples.ByHand, 12, 2)) with
        {
            Facts = [TableFacts.Place(null), TableFacts.Head("all"), ForecastTables.Model((ForecastReport)ForecastSamples.ByHand.Outcome),
                TableFacts.Data(false)],
        },
        ["forecast without one"] = FanTables.Of(FanSeries.Of(ForecastSamples.TooShort, 12, 2)),
        ["forecast replay"] = FanTables.Replay(ReplayFrame.All(ForecastSamples.ByHand, 0, 2)),
        ["forecast record"] = ForecastTables.Record((ForecastReport)ForecastSamples.ByHand.Outcome),
        ["forecast parts"] = ForecastTables.Parts(Parts()),
        ["forecast festivals"] = ForecastTables.Festivals(Festivals()),
        ["forecast moved"] = ForecastTables.Moved(
            new FestivalWhatIfReport("diwali", new(2024, 10, 31), new(2024, 11, 30), [100, 90], [70, 130.5], [-40, 3.25], [-20, 45], s_effect, true),
            new(2024, 10, 1)),
        ["forecast places"] = ForecastTables.Places(Ranking(), Ranking().Ranks) with { Facts = [TableFacts.Head("all"), TableFacts.Data(true)] },
        ["forecast levels"] = Levels()[0],
        ["forecast volumes"] = Levels()[1],
        ["hotspots of places"] = Hotspots("neighbours"),
        ["hotspots of clusters"] = Hotspots("clusters"),
        ["near repeats"] = HotspotTables.NearRepeats(NearRepeats()) with { Facts = [TableFacts.Place("A"), HotspotTables.Used(["One.", "Two."])] },
        ["near grid"] = HotspotTables.NearGrid(NearRepeats()),
        ["concentration"] = HotspotTables.Concentration(Grid<ConcentrationFindings>(new ConcentrationSettings()), ConcentrationPanel.Steps),
        ["runs"] = JobTables.History([FakeRuns.NewRun(RunState.Failed, "disk full")], RunCounts()),
        ["validation"] = ValidationTables.Rows(Validated(), isOfOneYear: false),
        ["national sums"] = ValidationTables.National([new NationalSum("murder", 2022, 28_522, 28_522), new NationalSum("total-ipc", 2022, 10, 12)]),
        ["official editions"] = ValidationTables.Editions([
            new OfficialEdition(Guid.Empty, "NCRB", "Table 1", "t.csv", "00", "admin", DateTimeOffset.UnixEpoch, 12, 2001, 2012, null, null, false)]),
        ["boundary editions"] = BoundaryTables.Editions([
            new BoundaryEdition(
                Guid.Empty, BoundaryLevel.District, "Survey of India", "d.zip", "00", new(2020, 1, 1), 772, "admin", DateTimeOffset.UnixEpoch, null, null)]),
        ["boundary areas"] = BoundaryTables.Areas([
            new DraftShape(1, "A1", "A", "A1", ShapeMatch.Doubtful, null, new GeoShape([]), true, 9) { FormerSquareKilometres = 12.5, Shared = 0.4 },
            new DraftShape(2, "=B", "", null, ShapeMatch.Unknown, "A2 (A2)", new GeoShape([]), false, 4)]),
        ["cases"] = CaseTables.List(Cases(), SmallReference.Data),
        ["quality"] = QualityTables.Parts(QualitySamples.Report),
        ["quality by month"] = QualityTables.Months(QualitySamples.Report),
    };

    private static IEnumerable<ValidationRow> Validated()
    {
        var (place, head) = (SmallReference.Data.Jurisdictions.Find("A")!, SmallReference.Data.Heads.Find("murder")!);
        var query = new IncidentQuery { Measures = [Measure.Count], Period = Period.Year(2022) };
        yield return new ValidationRow(
            place, head, 2022, 90, false, new OfficialSum(1000, OfficialBasis.Extended, "NCRB"),
            new Coverage(CoverageState.Known, 90, 1000, [2022], IsSample: true), 125, 31.4, ValidationStatus.Below,
            [ValidationReason.Sample, ValidationReason.Estimated], query);
        yield return new ValidationRow(
            place, head, 2021, null, true, null, Coverage.Unknown(CoverageState.Withheld), null, null, ValidationStatus.Withheld, [], query);
    }

    private static IEnumerable<RunCount> RunCounts()
    {
        var services = new ServiceCollection();
        SiteServer.AddFeatures(services);
        return services.Select(service => service.ImplementationInstance).OfType<RunCount>();
    }

    private static FigureTable Everything() => QueryTable.Of(
        new QueryResult(
            new IncidentQuery { Measures = [.. Enum.GetValues<Measure>()], Dimensions = [.. Enum.GetValues<Dimension>()], Period = Period.Year(2024) },
            [
                new QueryRow(
                    [.. Enum.GetValues<Dimension>().Select(Key)], [.. Enum.GetValues<Measure>().Select(measure => (double?)(1.5 + (int)measure))], false),
                new QueryRow([.. Enum.GetValues<Dimension>().Select(Key)], [.. Enum.GetValues<Measure>().Select(_ => (double?)null)], true, true),
            ],
            1,
            "all",
            false)
        {
            Withheld = new WithheldCases(WithheldReason.TooFew, ["rape", "attempt"], null, IsSmall: true),
        },
        isSynthetic: true);

    private static FigureTable Changes() => QueryTable.Of(
        new QueryResult(
            new IncidentQuery
            {
                Measures = [Measure.Count, Measure.ChangeLastYear, Measure.CountLastYear],
                Dimensions = [Dimension.Jurisdiction],
                Period = Period.Year(2024),
            },
            [new QueryRow(["A1"], [120, 20, 100], false), new QueryRow(["A2"], [4, 33.3333, 3], false), new QueryRow(["B"], [null, null, null], true)],
            1,
            "changes",
            false),
        isSynthetic: false);

    private static QueryKey Key(Dimension dimension) => dimension switch
    {
        Dimension.Jurisdiction => "A1",
        Dimension.Head => "murder",
        Dimension.Month => new Month(2024, 5),
        Dimension.Day => new DateOnly(2024, 5, 17),
        Dimension.Year => 2024,
        Dimension.Weekday => 7,
        Dimension.Hour => -1,
        Dimension.Gender => nameof(Gender.Female),
        Dimension.AgeBand => nameof(AgeBand.From18To29),
        _ => nameof(LegalStatus.UnderInvestigation),
    };

    private static QueryResult Places() => new(
        new IncidentQuery
        {
            Measures = [Measure.Count, Measure.RatePerLakh, Measure.ChangeLastYear, Measure.CountLastYear],
            Dimensions = [Dimension.Jurisdiction],
            Period = Period.Year(2024),
        },
        [new QueryRow(["A"], [120, 12.34, 20, 100], false), new QueryRow(["B"], [null, null, null, null], true)], 1, "places", false);

    private static QueryResult Heads() => new(
        new IncidentQuery
        {
            Measures = [Measure.Count, Measure.Share, Measure.ChangeLastYear, Measure.CountLastYear],
            Dimensions = [Dimension.Head],
            Period = Period.Year(2024),
        },
        [new QueryRow(["murder"], [100, 25, 20, 100], false), new QueryRow(["rape"], [null, null, null, null], true, true)], 1, "heads", false);

    private static QueryResult Hours() => new(
        new IncidentQuery { Measures = [Measure.Count], Dimensions = [Dimension.Weekday, Dimension.Hour], Period = Period.Year(2024) },
        [new QueryRow([1, 17], [12], false), new QueryRow([2, 3], [null], true)], 1, "hours", false);

    private static MapReport Map()
    {
        AreaFigure Area(string code, double? cases, bool isSuppressed) =>
            new(SmallReference.Data.Jurisdictions.Find(code)!, cases, cases / 10, cases / 2, isSuppressed);
        return new MapReport([Area("A", 120, false), Area("B", null, true)], Places().Query) { Rest = new RestOfPlaces(7, false, false) };
    }

    private static DecompositionReport Parts() => new(
        new SeriesCalendar(new(2024, 1, 1), SeriesStep.Month, [], []), true, [10, 12], [9, 9.5], [0, 0], [0.5, 1.25], [0, 1], [0.5, 0.25], null!, null!, [], [],
        [], 0.4);

    private static SeriesParts Festivals() => new(
        Parts(),
        new FestivalEffects(
            [new FestivalFinding("diwali", EffectVerdict.Present, s_effect, 2, 1, 7), new FestivalFinding("holi", EffectVerdict.NotSeparable, null, 1, 0, 7)],
            false, true),
        FakeHolidays.Calendar.Days);

    private static ForecastRanking Ranking() => new(
        new(2024, 1, 1),
        [
            new ForecastRank("A1", null, 31.4, 20, 44, 25, 28.25, new ExpectedChange(6.4, 25.6, 0.81), null),
            new ForecastRank("A2", ForecastObstacle.Suppressed, null, null, null, null, null, null, null),
        ],
        true,
        7);

    private static IReadOnlyList<FigureTable> Levels() => LevelTables.Of(
        [new LevelAccuracy(JurisdictionLevel.State, 0, 3, 36, 120.5, 900, 480),
            new LevelAccuracy(JurisdictionLevel.District, ForecastCalibration.BandStarts.Length - 1, 2, 24, 0, 0, 0)]);

    private static FigureTable Hotspots(string method)
    {
        var presenter = Presenters.All.FindOnMap(method)!;
        var report = Grid<FindingsReport>(GridHotspots.Settings(method));
        return FindingTables.Of(report, presenter) with { Facts = [.. FindingTables.Facts(report, presenter)] };
    }

    private static NearRepeatTable NearRepeats() => Grid<NearRepeatFindings>(new NearRepeatSettings()).Report!;

    // Found once for all tables, before any test asks.
    private static TReport Grid<TReport>(HotspotSettings settings)
        where TReport : HotspotReport => (TReport)Task.Run(() => new GridHotspots().RunAsync(settings)).GetAwaiter().GetResult();

    private static CasePage Cases() => new(
        [
            new CaseSummary(7, new CaseTime(new(2024, 5, 6), new(21, 40)), new(2024, 5, 7), 10, 111, LegalStatus.Chargesheeted, false, "=HYPERLINK(1)"),
            new CaseSummary(6, new CaseTime(new(2024, 5, 1), null, new(2024, 5, 3)), new(2024, 5, 4), 20, 120, LegalStatus.UnderInvestigation, true),
        ],
        false,
        false);
}
