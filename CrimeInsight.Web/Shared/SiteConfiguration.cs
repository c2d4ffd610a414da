using CrimeInsight.Data.Keys;
using CrimeInsight.Data.Startup;

namespace CrimeInsight.Web.Shared;

/// <summary>What serving and the verbs share: configuration and the choice of database.</summary>
internal static class SiteConfiguration
{
    public static IConfigurationRoot Read() => new ConfigurationBuilder()
        .SetBasePath(AppContext.BaseDirectory)
        .AddJsonFile("appsettings.json", optional: true)
        .AddEnvironmentVariables()
        .Build();

    public static DatabaseOptions DatabaseOptions(IConfiguration configuration) => new()
    {
        ConnectionString = configuration.GetConnectionString("CrimeInsight"),
        OwnerConnectionString = configuration.GetConnectionString("CrimeInsightOwner"),
        KeyFolder = configuration[KeyFolder.Setting],
        DataFolder = configuration[Data.Embedded.DataFolder.Variable],
        SeedDataFolder = Path.Combine(AppContext.BaseDirectory, "seed-data"),
    };
}
