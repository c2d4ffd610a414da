using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace CrimeInsight.Core.Import.Reading;

/// <summary>A row filter bound to the column of a file.</summary>
internal sealed class BoundFilter(RowFilter filter, int index)
{
    private readonly FrozenSet<string>? _in = filter.In?.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private readonly FrozenSet<string>? _notIn = filter.NotIn?.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private readonly Regex? _pattern = filter.Pattern is { } pattern ? MappingPattern.Make(pattern) : null;

    public int Index => index;

    public bool Holds(in RawRow record)
    {
        var value = record[index];
        return (filter.IsEmpty is not { } isEmpty || value.IsEmpty == isEmpty)
            && _in?.GetAlternateLookup<ReadOnlySpan<char>>().Contains(value) != false
            && _notIn?.GetAlternateLookup<ReadOnlySpan<char>>().Contains(value) != true
            && _pattern?.IsMatch(value) != false;
    }
}
