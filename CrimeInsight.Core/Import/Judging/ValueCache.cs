namespace CrimeInsight.Core.Import.Judging;

/// <summary>Remembers what texts were read as: of the many rows of a file few hold a text not seen before.</summary>
internal sealed class ValueCache<T>(Func<string, T> read)
{
    private const int Most = 4096;
    private readonly Dictionary<string, T> _known = [];

    public T Read(ReadOnlySpan<char> text)
    {
        var known = _known.GetAlternateLookup<ReadOnlySpan<char>>();
        if (known.TryGetValue(text, out var value))
            return value;
        if (_known.Count >= Most)
            _known.Clear();
        var written = text.ToString();
        return _known[written] = read(written);
    }
}
