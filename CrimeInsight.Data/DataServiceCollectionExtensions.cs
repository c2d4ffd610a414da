using CrimeInsight.Core.Boundaries;
using CrimeInsight.Core.Calendar;
using CrimeInsight.Core.Cases;
using CrimeInsight.Core.Forecasting.Background;
using CrimeInsight.Core.Forecasting.Stored;
using CrimeInsight.Core.Geography.Boundaries;
using CrimeInsight.Core.Health;
using CrimeInsight.Core.Hotspots;
using CrimeInsight.Core.Import;
using CrimeInsight.Core.Import.Batches;
using CrimeInsight.Core.Import.Judging;
using CrimeInsight.Core.Import.Likeness;
using CrimeInsight.Core.Import.Suggesting;
using CrimeInsight.Core.Places;
using CrimeInsight.Core.Quality;
using CrimeInsight.Core.Reference;
using CrimeInsight.Core.Results;
using CrimeInsight.Core.Runs;
using CrimeInsight.Core.Setup;
using CrimeInsight.Data.Boundaries;
using CrimeInsight.Data.Calendar;
using CrimeInsight.Data.Cases;
using CrimeInsight.Data.Connections;
using CrimeInsight.Data.Demo;
using CrimeInsight.Data.Forecasting;
using CrimeInsight.Data.Hotspots;
using CrimeInsight.Data.Import;
using CrimeInsight.Data.Maps;
using CrimeInsight.Data.OfficialFigures;
using CrimeInsight.Data.People;
using CrimeInsight.Data.Places;
using CrimeInsight.Data.Quality;
using CrimeInsight.Data.Queries;
using CrimeInsight.Data.Reference;
using CrimeInsight.Data.Results;
using CrimeInsight.Data.Runs;
using CrimeInsight.Data.Setup;
using CrimeInsight.Data.Startup;
using Microsoft.Extensions.DependencyInjection;

namespace CrimeInsight.Data;

/// <summary>Composition of the data layer over an open database.</summary>
public static class DataServiceCollectionExtensions
{
    public static IServiceCollection AddCrimeInsightData(this IServiceCollection services, CrimeDatabase database)
    {
        // Instances, not factories: the container does not dispose what the caller opened.
        services.AddSingleton(database);
        services.AddSingleton(database.App);
        services.AddSingleton(provider => new DatabaseLook(database.Looks, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<DatabaseNews>();
        services.AddSingleton<DatabaseWatch>();
        services.AddSingleton<IDatabaseWatch>(provider => provider.GetRequiredService<DatabaseWatch>());
        services.AddSingleton<IReferenceDataReader, ReferenceDataReader>();
        services.AddSingleton<ISetupReader, SetupReader>();
        services.AddSingleton<IHolidayReader, HolidayReader>();
        services.AddSingleton<IDataStatusReader>(provider =>
            new DataStatusReader(database.App, provider.GetRequiredService<DatabaseNews>(), provider.GetRequiredService<TimeProvider>()));
        services.AddIncidentQueries();
        services.AddOfficialFigures();
        services.AddSingleton<ICaseReader, CaseReader>();
        services.AddSingleton<ICaseFeatureReader, CaseFeatureReader>();
        services.AddSingleton<ITaskProgressReader, TaskProgressReader>();
        services.AddPeople(database);
        services.AddImports(database);
        services.AddSingleton<RunStore>();
        services.AddSingleton<IRunStore>(provider => provider.GetRequiredService<RunStore>());
        services.AddSingleton<IRunProgressReader>(provider => provider.GetRequiredService<RunStore>());
        services.AddSingleton<IRunUnits, RunUnits>();
        services.AddSingleton<IRunOwners, RunOwners>();
        services.AddSingleton<IResultStore, ResultStore>();
        services.AddSingleton<ISeriesHistories, HistoryReader>();
        services.AddSingleton<IForecastStore, ForecastStore>();
        services.AddSingleton<IStoredForecastReader, StoredForecastReader>();
        services.AddDemoData(database);
        services.AddSingleton<ICasePointReader, CasePointReader>();
        services.AddMaps();
        services.AddSingleton<IQualityReader, QualityReader>();
        return services;
    }

    /// <summary>Watches the database, and revives a private one, for as long as the process serves.</summary>
    public static IServiceCollection AddDatabaseWatch(this IServiceCollection services) =>
        services.AddHostedService(provider => provider.GetRequiredService<DatabaseWatch>());

    private static void AddImports(this IServiceCollection services, CrimeDatabase database)
    {
        services.AddOptionsWithValidateOnStart<BatchOptions>().BindConfiguration(BatchOptions.SectionName).ValidateDataAnnotations();
        services.AddSingleton<IncidentBatchLoader>();
        services.AddSingleton<ImportAccount>();
        services.AddSingleton(provider => new ImportReferenceReader(
            database.App, provider.GetRequiredService<IReferenceDataReader>(), provider.GetRequiredService<IBoundaryReader>(), database.OwnerConnectionString));
        services.AddSingleton<IIncidentImporter, IncidentImporter>();
        services.AddSingleton<IMappingAdviser, MappingAdviser>();
        services.AddSingleton<BatchChanger>();
        services.AddSingleton<IBatchStore, BatchStore>();
        services.AddSingleton<LikelySearch>();
        services.AddSingleton<ILikelyPairs, LikelyPairStore>();
        services.AddSingleton<ICaseHistoryReader, CaseHistoryReader>();
        services.AddSingleton<IPlaceAliases, PlaceAliasStore>();
        services.AddSingleton<IPlaceEdits, PlaceEditStore>();
        services.AddSingleton<IBoundaryEditions, BoundaryEditionStore>();
        services.AddSingleton<BoundaryAnalysis>();
    }
}
