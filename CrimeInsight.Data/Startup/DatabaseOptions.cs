namespace CrimeInsight.Data.Startup;

/// <summary>Which database the app uses. Nothing set: the embedded one in the default data folder.</summary>
public sealed record DatabaseOptions
{
    /// <summary>The app's restricted role on a PostgreSQL ≥ 15; null or empty for the embedded server.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>An owner role of the same database, for migrations; null when they are run elsewhere.</summary>
    public string? OwnerConnectionString { get; init; }

    /// <summary>Data folder of the embedded server; null for the default.</summary>
    public string? DataFolder { get; init; }

    /// <summary>Folder of the keys that the database must not hold; null: the data folder.</summary>
    public string? KeyFolder { get; init; }

    /// <summary>Folder with the PostgreSQL programs; null: found beside the app or in node_modules.</summary>
    public string? ProgramsFolder { get; init; }

    /// <summary>Folder with the reference tables.</summary>
    public string SeedDataFolder { get; init; } = Path.Combine(AppContext.BaseDirectory, "seed-data");

    public bool IsEmbedded => string.IsNullOrWhiteSpace(ConnectionString);
}
