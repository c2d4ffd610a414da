namespace CrimeInsight.Core.Import.Reading;

/// <summary>Compares names of columns as people write them: by <see cref="WordKey"/>, and names of signs only as they stand.</summary>
internal sealed class HeaderNames : IEqualityComparer<string>
{
    public static HeaderNames Comparer { get; } = new();

    public bool Equals(string? x, string? y) => x is null || y is null ? x is null && y is null : Key(x) == Key(y);

    public int GetHashCode(string obj) => StringComparer.Ordinal.GetHashCode(Key(obj));

    /// <summary>Columns of that name: those written the same in any case, or, when there is none, those that mean the same.</summary>
    public static IReadOnlyList<int> Find(IReadOnlyList<string> header, string name)
    {
        List<int> same = [], alike = [];
        var key = Key(name);
        for (var index = 0; index < header.Count; index++)
        {
            if (header[index].Equals(name, StringComparison.OrdinalIgnoreCase))
                same.Add(index);
            else if (Key(header[index]) == key)
                alike.Add(index);
        }

        return same.Count > 0 ? same : alike;
    }

    public static string Key(string name) => WordKey.Of(name) is { Length: > 0 } key ? key : name.Trim();
}
