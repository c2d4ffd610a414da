using CrimeInsight.Core.Cases;
using CrimeInsight.Core.Forecasting.Analysis;
using CrimeInsight.Core.Forecasting.Background;
using CrimeInsight.Core.Forecasting.Stored;
using CrimeInsight.Core.Hotspots;
using CrimeInsight.Core.Hotspots.Concentration;
using CrimeInsight.Core.Hotspots.DensityClusters;
using CrimeInsight.Core.Hotspots.GetisOrd;
using CrimeInsight.Core.Hotspots.Hexagons;
using CrimeInsight.Core.Hotspots.LocalMoran;
using CrimeInsight.Core.Hotspots.NearRepeats;
using CrimeInsight.Core.Hotspots.ProspectiveScan;
using CrimeInsight.Core.Hotspots.RelativeRiskDensity;
using CrimeInsight.Core.Hotspots.SpaceTimeCube;
using CrimeInsight.Core.Hotspots.Stored;
using CrimeInsight.Core.Maps;
using CrimeInsight.Core.OfficialFigures;
using CrimeInsight.Core.Overview;
using CrimeInsight.Core.Quality;
using CrimeInsight.Core.Results;
using CrimeInsight.Core.Runs;
using Microsoft.Extensions.DependencyInjection;

namespace CrimeInsight.Core;

/// <summary>Composition of the analytics core: analyses, questions with stored answers, and the parts of runs.</summary>
public static class CoreServiceCollectionExtensions
{
    public static IServiceCollection AddCrimeInsightCore(this IServiceCollection services) => services
        .AddSingleton<OverviewAnalysis>()
        .AddSingleton<MapAnalysis>()
        .AddSingleton<CaseFeatureAnalysis>()
        .AddSingleton<QualityAnalysis>()
        .AddSingleton<CoverageAnalysis>()
        .AddSingleton<ValidationAnalysis>()
        .AddSingleton<ForecastAnalysis>()
        .AddSingleton<DecompositionAnalysis>()
        .AddHotspotMethods()
        .AddSingleton<IQuestion<SeriesRequest, StoredForecast>, SeriesQuestion>()
        .AddSingleton<IQuestion<SeriesRequest, ForecastRanking>, PlacesQuestion>()
        .AddSingleton<IQuestion<HotspotRequest, HotspotReport>, HotspotQuestion>()
        .AddSingleton(typeof(Answers<,>))
        .AddSingleton<IRunPart, ForecastPart>()
        .AddSingleton<IRunPart, HotspotPart>();

    /// <summary>In the order in which pages offer them.</summary>
    internal static IServiceCollection AddHotspotMethods(this IServiceCollection services) => services
        .AddSingleton<IHotspotMethod, GetisOrdMethod>()
        .AddSingleton<IHotspotMethod, LocalMoranMethod>()
        .AddSingleton<IHotspotMethod, ProspectiveScanMethod>()
        .AddSingleton<IHotspotMethod, EmergingHotspotsMethod>()
        .AddSingleton<IHotspotMethod, HexagonCellsMethod>()
        .AddSingleton<IHotspotMethod, DensityClustersMethod>()
        .AddSingleton<IHotspotMethod, RelativeRiskDensityMethod>()
        .AddSingleton<IHotspotMethod, NearRepeatMethod>()
        .AddSingleton<IHotspotMethod, ConcentrationMethod>()
        .AddSingleton<HotspotMethods>()
        .AddSingleton<PlaceCasesReader>()
        .AddSingleton<HotspotSources>()
        .AddSingleton<HotspotAnalysis>();
}
