using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace CrimeInsight.Core.Import.Reading;

/// <summary>A canonical column bound to a file: where its value is, and what values mean.</summary>
internal sealed class ColumnSource
{
    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>>? _values;
    private readonly string? _otherwise;
    private readonly string? _constant;
    private readonly string _separator;
    private readonly Regex? _pattern;
    private readonly int _index;
    private readonly int[] _others;

    /// <param name="indexes">Of the file's columns; none for a constant.</param>
    public ColumnSource(string name, IReadOnlyList<int> indexes, ColumnMapping mapping)
    {
        Name = name;
        Formats = mapping.Formats;
        Indexes = indexes;
        _index = indexes.Count > 0 ? indexes[0] : -1;
        _others = [.. indexes.Skip(1)];
        _separator = mapping.Separator ?? ColumnMapping.DefaultSeparator;
        _constant = mapping.Constant;
        _otherwise = mapping.Otherwise;
        _pattern = mapping.Pattern is { } pattern ? MappingPattern.Make(pattern) : null;
        _values = mapping.Values?
            .GroupBy(value => value.Key.Trim(), StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(group => group.Key, group => group.First().Value, StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Name in the file; of several columns all of them.</summary>
    public string Name { get; }

    public IReadOnlyList<string>? Formats { get; }

    public IReadOnlyList<int> Indexes { get; }

    /// <summary>The value as the file has it; of several columns all that hold something.</summary>
    public ReadOnlySpan<char> Raw(in RawRow record) => _index < 0 ? _constant : _others.Length == 0 ? record[_index] : Joined(record);

    /// <summary>The value as the canonical file would have it.</summary>
    public ReadOnlySpan<char> Read(in RawRow record)
    {
        var raw = Raw(record);
        if (raw.IsEmpty)
            return raw;
        if (raw.Length <= 4 && (raw[0] is '-' or 'N' or 'n') && IsPlaceholder(raw))
            return default;
        if (_pattern is not null)
            raw = MappingPattern.Part(_pattern, raw.ToString()).AsSpan().Trim();
        if (_values is { } values && values.TryGetValue(raw, out var meant))
            return meant;
        return _otherwise is null ? raw : _otherwise;
    }

    private string Joined(in RawRow record)
    {
        List<string> cells = [];
        foreach (var index in Indexes)
            if (record[index] is { IsEmpty: false } cell)
                cells.Add(cell.ToString());
        return string.Join(_separator, cells);
    }

    // What people type into a cell they have nothing for.
    private static bool IsPlaceholder(ReadOnlySpan<char> raw) =>
        raw is "-" or "--" || raw.Equals("NA", StringComparison.OrdinalIgnoreCase) || raw.Equals("N/A", StringComparison.OrdinalIgnoreCase)
        || raw.Equals("NULL", StringComparison.OrdinalIgnoreCase) || raw.Equals("NIL", StringComparison.OrdinalIgnoreCase);
}
