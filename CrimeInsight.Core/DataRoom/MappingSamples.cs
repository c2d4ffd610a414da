using CrimeInsight.Core.Import;
using CrimeInsight.Core.Import.Judging;
using CrimeInsight.Core.Import.Reading;

namespace CrimeInsight.Core.DataRoom;

/// <summary>What a column of a mapping makes of the first and last rows of a file, by the reader of the import itself.</summary>
public static class MappingSamples
{
    private const int Most = 3;

    /// <summary>What the file has, and what is read of it; null where that is nothing. None for a constant, or where the file lacks a column.</summary>
    /// <param name="field">The canonical column: dates and times are read too.</param>
    public static IReadOnlyList<(string Before, string? After)> Of(FileSketch sketch, ColumnMapping? column, string field)
    {
        int[] indexes = [.. (column?.From ?? []).Select(name => IndexOf(sketch, name))];
        if (column is null || indexes.Length == 0 || indexes.Any(index => index < 0 || sketch.Columns[index].IsPersonal))
            return [];
        try
        {
            var source = new ColumnSource("", indexes, column, ImportFields.Find(field));
            var read = ReaderOf(field, column.Formats, sketch.Understanding.CountsFrom1904);
            List<(string Before, string? After)> samples = [];
            foreach (var row in sketch.First.Concat(sketch.Last))
            {
                var sample = Read(source, read, row);
                if (sample.Before.Length > 0 && samples.Count < Most && !samples.Contains(sample))
                    samples.Add(sample);
            }

            return samples;
        }
        catch (ImportRefusedException)
        {
            // A pattern while it is written.
            return [];
        }
    }

    // What is made of a text; null where it is none.
    private static Func<string, string?>? ReaderOf(string field, IReadOnlyList<string>? formats, bool countsFrom1904)
    {
        if (field == ImportFields.NameOf(ImportField.OccurredTime))
        {
            var clock = new ClockColumn(formats);
            return text => clock.Read(text)?.ToString();
        }

        if (!MappingDraft.Dates.Contains(field))
            return null;
        var dates = new DateReader(formats) { CountsFrom1904 = countsFrom1904 };
        return text => dates.Read(text, out var day, out var time) == DateOutcome.Read ? Written(day, time) : null;
    }

    private static (string Before, string? After) Read(ColumnSource source, Func<string, string?>? read, SketchRow row)
    {
        var line = string.Join(',', row.Cells.Select(cell => $"\"{cell?.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));
        var reader = new CsvRecordReader(new StringReader(line));
        if (!reader.Read() || reader.Current.CellCount != row.Cells.Length)
            return ("", null);
        var record = reader.Current;
        var before = string.Join(" · ", source.Indexes.Select(index => row.Cells[index] ?? "").Where(cell => cell.Length > 0));
        var after = source.Read(record).ToString();
        return (before, after.Length == 0 ? null : read is null ? after : read(after));
    }

    private static string Written(DateOnly day, TimeOnly? time) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}{(time is { } clock ? $"T{clock:HH\\:mm}" : "")}");

    private static int IndexOf(FileSketch sketch, string name)
    {
        for (var index = 0; index < sketch.Columns.Length; index++)
            if (string.Equals(sketch.Columns[index].Name, name, StringComparison.OrdinalIgnoreCase))
                return index;
        return -1;
    }
}
