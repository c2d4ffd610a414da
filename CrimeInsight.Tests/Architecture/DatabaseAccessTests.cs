namespace CrimeInsight.Tests.Architecture;

/// <summary>Who talks to the database, and who decides where it is.</summary>
public sealed class DatabaseAccessTests
{
    /// <summary>Namespaces and types of packages that reach the database.</summary>
    private static readonly string[] s_packages = ["Npgsql", "NpgsqlTypes", "Dapper"];

    /// <summary>Types that say which server and as whom.</summary>
    private static readonly string[] s_doors = ["NpgsqlDataSourceBuilder", "NpgsqlSlimDataSourceBuilder", "NpgsqlConnectionStringBuilder"];

    /// <summary>Folders that hold SQL and its rows. What computes, plans or composes does without.</summary>
    private static readonly HashSet<string> s_folders =
    [
        "Data",
        "Data/Audit",
        "Data/Boundaries",
        "Data/Calendar",
        "Data/Cases",
        "Data/Connections",
        "Data/DataRoom",
        "Data/Demo",
        "Data/Embedded",
        "Data/Forecasting",
        "Data/Hotspots",
        "Data/Import",
        "Data/Jobs",
        "Data/Maps",
        "Data/Migrations",
        "Data/OfficialFigures",
        "Data/People",
        "Data/Places",
        "Data/Quality",
        "Data/Queries",
        "Data/Reference",
        "Data/Results",
        "Data/Runs",
        "Data/Seeding",
        "Data/Settings",
        "Data/Setup",
        "Data/Sources",
        "Data/Startup",
    ];

    /// <summary>Folders that open the database.</summary>
    private static readonly HashSet<string> s_openers = ["Data/Connections", "Data/Embedded", "Data/Migrations", "Data/Startup"];

    [Fact]
    public void Database_OutsideItsFolders_IsNotNamed() => Assert.Empty(Naming(s_packages, s_folders));

    [Fact]
    public void Folders_Listed_NameTheDatabase() =>
        Assert.Empty(s_folders.Except(BuiltCode.Uses.Where(use => s_packages.Contains(use.To)).Select(use => use.From)));

    [Fact]
    public void Doors_OutsideOpeners_AreNotNamed() => Assert.Empty(Naming(s_packages, s_openers, use => s_doors.Contains(use.Named)));

    [Fact]
    public void Naming_FolderNotListed_IsFound() => Assert.NotEmpty(Naming(s_packages, s_folders.Where(folder => folder != "Data/Queries").ToHashSet()));

    [Fact]
    public void Naming_DoorNotListed_IsFound() => Assert.NotEmpty(Naming(s_packages, [], use => s_doors.Contains(use.Named)));

    private static IEnumerable<string> Naming(string[] packages, HashSet<string> allowed, Func<TypeUse, bool>? which = null) =>
        BuiltCode.Uses
            .Where(use => packages.Contains(use.To) && !allowed.Contains(use.From) && which?.Invoke(use) != false)
            .Select(use => $"{use.From}: {use.Type} names {use.Named}");
}
