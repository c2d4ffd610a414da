using CrimeInsight.Core.Import.Reading;

namespace CrimeInsight.Core.Import.Judging;

/// <summary>Collects what is wrong with the current row.</summary>
internal sealed class RowRejects(FileLayout layout)
{
    private const int MostValueChars = 100;

    // A date is three groups of digits at most.
    private const int DateGroups = 3;

    /// <summary>Columns of which nothing is repeated of a protected case.</summary>
    public static readonly ImportField[] OfCase =
        [ImportField.Latitude, ImportField.Longitude, ImportField.ModusOperandi, ImportField.PropertyValue, ImportField.OccurredTime];

    /// <summary>Columns that are repeated without a time of day in them.</summary>
    public static readonly ImportField[] Dates = [ImportField.OccurredFrom, ImportField.OccurredUntil];

    public List<RejectedCell> All { get; } = [];

    /// <summary>The case is, or may be, protected: its place, times of day, words and value are not repeated.</summary>
    public bool IsWithheld { get; private set; }

    public bool Any => All.Count > 0;

    public void Clear()
    {
        All.Clear();
        IsWithheld = false;
    }

    /// <summary>Takes from what was found what must not be repeated.</summary>
    public void Withhold()
    {
        IsWithheld = true;
        for (var i = 0; i < All.Count; i++)
            if (IsOfCase(All[i]))
                All[i] = All[i] with { Value = null, Suggestion = null };
    }

    public void AddRow(in RawRow record, RejectReason reason, string? value = null) => All.Add(new RejectedCell(record.Row, record.Line, "", value, reason));

    /// <summary>Blames a column, with its value as the file has it.</summary>
    public void Add(in RawRow record, ImportField field, RejectReason reason, string? suggestion = null)
    {
        var name = layout.NameOf(field);
        // One reason a column is enough, and all that the table of rejects holds.
        if (All.Exists(known => known.Column == name))
            return;
        var value = layout[field] is { } column ? Shorten(column.Raw(record)) : null;
        All.Add(new RejectedCell(record.Row, record.Line, name, value, reason, suggestion));
    }

    /// <summary>Blames what is said of a person, without a day of birth, which is nobody's business.</summary>
    public void AddPerson(in RawRow record, ImportField field, RejectReason reason, bool isBirth)
    {
        var count = All.Count;
        Add(record, field, reason);
        if (isBirth && All.Count > count)
            All[^1] = All[^1] with { Value = PersonalData.Blotted };
    }

    private bool IsOfCase(RejectedCell reject) =>
        Array.Exists(OfCase, field => layout.NameOf(field) == reject.Column)
        || (HasTime(reject.Value) && Array.Exists(Dates, field => layout.NameOf(field) == reject.Column));

    /// <summary>A text that holds more than a date.</summary>
    public static bool HasTime(ReadOnlySpan<char> value)
    {
        var (groups, isWithin) = (0, false);
        foreach (var letter in value)
        {
            if (letter == ':')
                return true;
            groups += char.IsDigit(letter) && !isWithin ? 1 : 0;
            isWithin = char.IsDigit(letter);
        }

        return groups > DateGroups;
    }

    /// <summary>As <see cref="Add"/>, before what was found so far.</summary>
    public void AddFirst(in RawRow record, ImportField field, RejectReason reason, string? suggestion = null)
    {
        var count = All.Count;
        Add(record, field, reason, suggestion);
        if (All.Count == count)
            return;
        var added = All[^1];
        All.RemoveAt(count);
        All.Insert(0, added);
    }

    private static string? Shorten(ReadOnlySpan<char> value)
    {
        if (value.IsEmpty)
            return null;
        var shown = value.Length <= MostValueChars ? value.ToString() : string.Concat(value[..MostValueChars], "…");
        return shown.AsSpan().IndexOfAnyInRange('\0', '\x1F') < 0 ? shown : string.Concat(shown.Select(letter => char.IsControl(letter) ? ' ' : letter));
    }
}
