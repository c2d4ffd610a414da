namespace CrimeInsight.Tests.Support;

/// <summary>Files of the source tree, for tests that compare it with what runs.</summary>
internal static class Repository
{
    private static readonly Lazy<string> s_root = new(Find);

    public static string Root => s_root.Value;

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CrimeInsight.sln")))
            folder = folder.Parent;
        return folder?.FullName
            ?? throw new DirectoryNotFoundException($"No CrimeInsight.sln above '{AppContext.BaseDirectory}': run the tests from the source tree.");
    }
}
