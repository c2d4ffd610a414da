using CrimeInsight.Core.Import.Reading;

namespace CrimeInsight.Core.Import.Judging;

/// <summary>The cells of a rejected row as its source has them, without what must not be repeated.</summary>
internal sealed class SourceCells
{
    private static readonly ImportField[] s_ages =
        [ImportField.VictimAge, ImportField.OffenderAge, ImportField.VictimGender, ImportField.OffenderGender];

    private readonly FileLayout _layout;
    private readonly HashSet<int> _protected;
    private readonly HashSet<int> _dates;
    private readonly HashSet<int> _ignored;
    private readonly HashSet<int> _personal;
    private readonly HashSet<int> _ages;

    public SourceCells(FileLayout layout)
    {
        _layout = layout;
        _protected = [.. RowRejects.OfCase.SelectMany(field => layout[field]?.Indexes ?? [])];
        _dates = [.. RowRejects.Dates.SelectMany(field => layout[field]?.Indexes ?? [])];
        _ages = [.. s_ages.SelectMany(field => layout[field]?.Indexes ?? [])];
        _ignored = [.. Enumerable.Range(0, layout.Header.Length).Where(index => layout.IgnoredColumns.Contains(layout.Header[index]))];
        _personal = [.. _ignored.Where(index => PersonalData.IsColumn(layout.Header[index]))];
    }

    /// <param name="isWithheld">The case is, or may be, protected: neither its place and words, nor columns nobody has looked at.</param>
    /// <param name="isKnown">It is known to be: what is withheld would not be stored, and stays empty. Otherwise it is marked, to be filled in again.</param>
    public string[] Of(in RawRow record, bool isWithheld, bool isKnown)
    {
        if (record.Fault != CsvFault.None)
            return _protected.Count > 0 || record.Text.Contains(':') ? [] : record.Text.ToString().Split(_layout.Delimiter);
        var cells = new string[record.CellCount];
        for (var i = 0; i < cells.Length; i++)
            cells[i] = record[i].IsEmpty || (_ignored.Contains(i) && (isWithheld || _personal.Contains(i))) ? ""
                : _ages.Contains(i) && PersonText.IsBirth(record[i]) ? PersonalData.Blotted
                : !isWithheld || !IsOfCase(record, i) ? record[i].ToString()
                : !isKnown ? PersonalData.Blotted
                : _dates.Contains(i) ? DayOf(record[i])
                : "";
        return cells;
    }

    // Where cells are missing or too many, no column can be told from the first on that is protected.
    private bool IsOfCase(in RawRow record, int index)
    {
        if (_protected.Contains(index) || (_dates.Contains(index) && RowRejects.HasTime(record[index])))
            return true;
        return record.CellCount != _layout.ColumnCount && (RowRejects.HasTime(record[index]) || _protected.Any(first => first <= index));
    }

    // The date before the time of day, if it stands there.
    private static string DayOf(ReadOnlySpan<char> moment)
    {
        var end = moment.IndexOfAny('T', ' ');
        return end > 0 && !RowRejects.HasTime(moment[..end]) ? moment[..end].ToString() : PersonalData.Blotted;
    }
}
