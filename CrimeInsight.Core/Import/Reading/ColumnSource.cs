using System.Collections.Frozen;
using System.Text.RegularExpressions;
using CrimeInsight.Core.Import.Preparing;

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
    private readonly bool _cleanses;
    private readonly bool _takesWords;
    private readonly bool _isShown;

    /// <param name="indexes">Of the file's columns; none for a constant.</param>
    public ColumnSource(string name, IReadOnlyList<int> indexes, ColumnMapping mapping, ImportField? field = null, PreparationPlan? plan = null)
    {
        plan ??= PreparationPlan.Default;
        _cleanses = plan.Cleanses;
        // A status that is said to be unknown is none of those there are; "unknown" is a gender, and an age.
        _takesWords = mapping.Otherwise is null && field is not (ImportField.Status or ImportField.VictimGender or ImportField.VictimAge
            or ImportField.OffenderGender or ImportField.OffenderAge);
        _isShown = field is not ImportField.ModusOperandi;
        Name = name;
        Formats = mapping.Formats;
        Indexes = indexes;
        _index = indexes.Count > 0 ? indexes[0] : -1;
        _others = [.. indexes.Skip(1)];
        _separator = mapping.Separator ?? ColumnMapping.DefaultSeparator;
        _constant = mapping.Constant;
        _otherwise = plan.MapsValues ? mapping.Otherwise : null;
        _pattern = mapping.Pattern is { } pattern ? MappingPattern.Make(pattern) : null;
        _values = (plan.MapsValues ? mapping.Values : null)?
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
    /// <param name="tally">Counts what is made of it; null: it is only looked at.</param>
    public ReadOnlySpan<char> Read(in RawRow record, PreparationTally? tally = null)
    {
        var raw = Raw(record);
        if (raw.IsEmpty)
            return raw;
        if (_cleanses && (Placeholders.IsSign(raw) || (_takesWords && Placeholders.IsWord(raw) && _values?.ContainsKey(raw) != true)))
        {
            tally?.Note(PreparationStep.Cleansing, Name, raw, default);
            return default;
        }

        if (_cleanses && Markup.IsIn(raw))
        {
            var clean = Markup.Clean(raw.ToString());
            Note(tally, PreparationStep.Cleansing, raw, clean);
            raw = clean;
        }

        if (_pattern is not null)
            raw = MappingPattern.Part(_pattern, raw.ToString()).AsSpan().Trim();
        if (_values is { } values && values.TryGetValue(raw, out var meant))
        {
            Note(tally, PreparationStep.Categories, raw, meant);
            return meant;
        }

        if (_otherwise is null)
            return raw;
        Note(tally, PreparationStep.Categories, raw, _otherwise);
        return _otherwise;
    }

    // Words of a case may hold what is blotted out later.
    private void Note(PreparationTally? tally, PreparationStep step, ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        if (_isShown)
            tally?.Note(step, Name, before, after);
        else
            tally?.Count(step, Name);
    }

    private string Joined(in RawRow record)
    {
        List<string> cells = [];
        foreach (var index in Indexes)
            if (record[index] is { IsEmpty: false } cell)
                cells.Add(cell.ToString());
        return string.Join(_separator, cells);
    }
}
