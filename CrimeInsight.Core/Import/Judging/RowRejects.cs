using CrimeInsight.Core.Import.Reading;

namespace CrimeInsight.Core.Import.Judging;

/// <summary>Collects what is wrong with the current row.</summary>
internal sealed class RowRejects(FileLayout layout)
{
    private const int MostValueChars = 100;

    public List<RejectedCell> All { get; } = [];

    /// <summary>The case is, or may be, protected: its place, times, words and value are not repeated in rejects.</summary>
    public bool IsWithheld { get; set; }

    public bool Any => All.Count > 0;

    public void Clear() => All.Clear();

    public void AddRow(in RawRow record, RejectReason reason, string? value = null) => All.Add(new RejectedCell(record.Row, record.Line, "", value, reason));

    /// <summary>Blames a column, with its value as the file has it.</summary>
    public void Add(in RawRow record, ImportField field, RejectReason reason, string? suggestion = null)
    {
        var name = layout.NameOf(field);
        // One reason a column is enough, and all that the table of rejects holds.
        if (All.Exists(known => known.Column == name))
            return;
        var isWithheld = IsWithheld && IsOfCase(field);
        var value = isWithheld || layout[field] is not { } column ? null : Shorten(column.Raw(record));
        All.Add(new RejectedCell(record.Row, record.Line, name, value, reason, isWithheld ? null : suggestion));
    }

    private static bool IsOfCase(ImportField field) => field is ImportField.Latitude or ImportField.Longitude or ImportField.ModusOperandi
        or ImportField.PropertyValue or ImportField.OccurredFrom or ImportField.OccurredTime or ImportField.OccurredUntil;

    private static string? Shorten(ReadOnlySpan<char> value)
    {
        if (value.IsEmpty)
            return null;
        var shown = value.Length <= MostValueChars ? value.ToString() : string.Concat(value[..MostValueChars], "…");
        return shown.AsSpan().IndexOfAnyInRange('\0', '\x1F') < 0 ? shown : string.Concat(shown.Select(letter => char.IsControl(letter) ? ' ' : letter));
    }
}
