using CrimeInsight.Core.Forecasting.Analysis;
using CrimeInsight.Core.Forecasting.Background;
using CrimeInsight.Core.Hotspots;
using CrimeInsight.Core.Hotspots.Stored;
using CrimeInsight.Core.Maps;
using CrimeInsight.Core.Overview;
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
        .AddSingleton<ForecastAnalysis>()
        .AddSingleton<DecompositionAnalysis>()
        .AddSingleton<PlaceCasesReader>()
        .AddSingleton<HotspotAnalysis>()
        .AddSingleton<NearRepeatAnalysis>()
        .AddSingleton<ConcentrationAnalysis>()
        .AddSingleton<StoredHotspots>()
        .AddSingleton<IQuestion<HotspotRequest, HotspotReport>, HotspotQuestion>()
        .AddSingleton<IQuestion<HotspotRequest, NearRepeatFindings>, NearRepeatQuestion>()
        .AddSingleton<IQuestion<HotspotRequest, ConcentrationFindings>, ConcentrationQuestion>()
        .AddSingleton(typeof(Answers<,>))
        .AddSingleton<IRunPart, ForecastPart>()
        .AddSingleton<IRunPart, HotspotPart>();
}
