using Npgsql;

namespace CrimeInsight.Data.Demo;

/// <summary>The database that demo data goes to.</summary>
/// <param name="OwnerConnectionString">For writing stations; null when the app has no owner role.</param>
/// <param name="SeedFolder">Folder with the reference tables.</param>
/// <param name="OutlineMap">The map that districts get their approximate shapes from.</param>
internal sealed record DemoTarget(NpgsqlDataSource App, string? OwnerConnectionString, string SeedFolder, string OutlineMap);
