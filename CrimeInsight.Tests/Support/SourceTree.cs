namespace CrimeInsight.Tests.Support;

/// <summary>Source files by pattern, for rules about the source itself. Generated and restored folders are left out.</summary>
internal static class SourceTree
{
    private static readonly string[] s_notSource = ["bin", "obj", "node_modules", "lib", "TestResults"];

    /// <summary>Paths relative to the root with forward slashes, and their text.</summary>
    public static IReadOnlyList<(string Path, string Text)> Files(string folder, params string[] extensions)
    {
        var root = Repository.PathOf(folder);
        return
        [
            .. Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
                .Where(path => extensions.Contains(System.IO.Path.GetExtension(path)))
                .Select(path => (Relative: System.IO.Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'), Full: path))
                .Where(file => !file.Relative.Split('/').Any(part => s_notSource.Contains(part)))
                .OrderBy(file => file.Relative, StringComparer.Ordinal)
                .Select(file => (file.Relative, File.ReadAllText(file.Full))),
        ];
    }
}
