namespace CrimeInsight.Data.Embedded;

/// <summary>What the server wrote into its log since this was made: the reason why it did not start.</summary>
internal sealed class ServerLog
{
    private readonly string _path;
    private readonly long _from;

    public ServerLog(string path)
    {
        _path = path;
        _from = File.Exists(path) ? new FileInfo(path).Length : 0;
    }

    /// <summary>The last lines, joined.</summary>
    public string SinceOpened()
    {
        if (!File.Exists(_path))
            return "";
        using var stream = new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        stream.Position = Math.Min(_from, stream.Length);
        using var reader = new StreamReader(stream);
        return string.Join(" | ", reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).TakeLast(5));
    }

    /// <summary>
    /// True for troubles that pass by themselves: processes of a killed server still ending, a port taken meanwhile, or files of an
    /// unlogged table whose making was killed, which PostgreSQL's first recovery trips over and its second removes (its bug 17731).
    /// </summary>
    public static bool IsPassing(string reason) =>
        (Has(reason, "could not create file") && Has(reason, "File exists"))
        || Has(reason, "pre-existing shared memory block") || Has(reason, "lock file \"postmaster.pid\" already exists")
        || Has(reason, "could not create any TCP/IP sockets") || Has(reason, "Address already in use");

    public static bool IsOwnedByAnother(string reason) => Has(reason, "wrong ownership") || Has(reason, "Permission denied");

    private static bool Has(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);
}
