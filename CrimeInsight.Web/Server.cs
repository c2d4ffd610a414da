using CrimeInsight.Core;
using CrimeInsight.Data;
using CrimeInsight.Data.Connections;

namespace CrimeInsight.Web;

/// <summary>Serves the site until it is told to stop.</summary>
internal static class Server
{
    private const string DefaultAddress = "http://localhost:5080";

    public static async Task<int> RunAsync(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        if (string.IsNullOrEmpty(builder.Configuration["urls"]))
            builder.WebHost.UseUrls(DefaultAddress);
        await using var database = await CrimeDatabase.OpenAsync(Startup.DatabaseOptions(builder.Configuration), CancellationToken.None);
        builder.Services.AddCrimeInsightCore();
        builder.Services.AddCrimeInsightData(database);
        await using var app = builder.Build();
        await app.RunAsync();
        return 0;
    }
}
