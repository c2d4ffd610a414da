using System.Collections.Frozen;

namespace CrimeInsight.Core.Import.Reading;

/// <summary>A canonical column bound to a file: where its value is, and what values mean.</summary>
internal sealed class ColumnSource
{
    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>>? _values;
    private readonly string? _otherwise;
    private readonly string? _constant;
    private readonly int _index;

    public ColumnSource(string name, int index, ColumnMapping mapping)
    {
        Name = name;
        Formats = mapping.Formats;
        _index = index;
        _constant = mapping.Constant;
        _otherwise = mapping.Otherwise;
        _values = mapping.Values?
            .GroupBy(value => value.Key.Trim(), StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(group => group.Key, group => group.First().Value, StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Name in the file.</summary>
    public string Name { get; }

    public IReadOnlyList<string>? Formats { get; }

    /// <summary>The value as the file has it.</summary>
    public ReadOnlySpan<char> Raw(in RawRow record) => _index < 0 ? _constant : record[_index];

    /// <summary>The value as the canonical file would have it.</summary>
    public ReadOnlySpan<char> Read(in RawRow record)
    {
        var raw = Raw(record);
        if (raw.IsEmpty)
            return raw;
        if (raw.Length <= 4 && (raw[0] is '-' or 'N' or 'n') && IsPlaceholder(raw))
            return default;
        if (_values is { } values && values.TryGetValue(raw, out var meant))
            return meant;
        return _otherwise is null ? raw : _otherwise;
    }

    // What people type into a cell they have nothing for.
    private static bool IsPlaceholder(ReadOnlySpan<char> raw) =>
        raw is "-" or "--" || raw.Equals("NA", StringComparison.OrdinalIgnoreCase) || raw.Equals("N/A", StringComparison.OrdinalIgnoreCase)
        || raw.Equals("NULL", StringComparison.OrdinalIgnoreCase) || raw.Equals("NIL", StringComparison.OrdinalIgnoreCase);
}
