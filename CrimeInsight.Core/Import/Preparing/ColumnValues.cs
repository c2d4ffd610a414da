namespace CrimeInsight.Core.Import.Preparing;

/// <summary>What a step made of the values of a column. A value seen before costs a look-up.</summary>
internal sealed class ColumnValues
{
    // More different values of a column are counted together.
    private const int MostValues = 2000;
    private const int MostSampleChars = 80;

    private readonly Dictionary<string, Entry> _known = new(StringComparer.Ordinal);

    /// <summary>Values that are only counted.</summary>
    public Entry Others { get; } = new("", "");

    public IEnumerable<Entry> All => _known.Values;

    public Entry Find(ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        // Where nothing stood, what was filled in tells values apart.
        var key = before.IsEmpty ? after : before;
        if (key.IsEmpty)
            return Others;
        var known = _known.GetAlternateLookup<ReadOnlySpan<char>>();
        if (known.TryGetValue(key, out var entry))
            return entry;
        return _known.Count >= MostValues ? Others : known[key] = new Entry(Shorten(before), Shorten(after));
    }

    public static string Shorten(ReadOnlySpan<char> text) =>
        text.Length <= MostSampleChars ? text.ToString() : string.Concat(text[..MostSampleChars], "…");

    internal sealed class Entry(string before, string after)
    {
        public string Before => before;

        public string After => after;

        public long Rows { get; set; }
    }
}
