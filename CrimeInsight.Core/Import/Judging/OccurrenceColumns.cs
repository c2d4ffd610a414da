using System.Globalization;
using CrimeInsight.Core.Import.Preparing;
using CrimeInsight.Core.Import.Reading;

namespace CrimeInsight.Core.Import.Judging;

/// <summary>Reads when a case took place and was reported.</summary>
internal sealed class OccurrenceColumns
{
    private const int IsoChars = 10;
    private static readonly DateOnly s_oldest = new(1950, 1, 1);

    private readonly FileLayout _layout;
    private readonly DateOnly _today;
    private readonly ImportTally _tally;
    private readonly DateReader _from;
    private readonly DateReader _until;
    private readonly DateReader _reported;
    private readonly DateReader _chargesheeted;
    private readonly DateReader _disposed;
    private readonly ClockColumn _clock;
    private readonly string _asOccurred;
    private IncidentFile? _file;

    /// <param name="today">In India; nothing can be later.</param>
    public OccurrenceColumns(FileLayout layout, DateOnly today, ImportTally tally)
    {
        (_layout, _today, _tally) = (layout, today, tally);
        _from = new DateReader(layout[ImportField.OccurredFrom]?.Formats, Settle);
        _until = new DateReader(layout[ImportField.OccurredUntil]?.Formats, Settle);
        _reported = new DateReader(layout[ImportField.ReportedOn]?.Formats, Settle);
        _chargesheeted = new DateReader(layout[ImportField.ChargesheetedOn]?.Formats, Settle);
        _disposed = new DateReader(layout[ImportField.DisposedOn]?.Formats, Settle);
        _asOccurred = $"= {layout.NameOf(ImportField.OccurredFrom)}";
        _clock = new ClockColumn(layout[ImportField.OccurredTime]?.Formats, Settle);
    }

    /// <summary>
    /// Before the rows of a file. How a column is to be read is judged on the whole of it, and only when a date first needs it: a file
    /// of plain dates is read once. Where the file cannot be read again its beginning is all that can be seen.
    /// </summary>
    public void Begin(IncidentFile file)
    {
        _file = file;
        foreach (var (_, reader) in Readers())
            reader.CountsFrom1904 = file.CountsFrom1904;
        if (!file.CanReadAgain)
            Sample(file.Rows.Peek());
    }

    /// <summary>After the last row.</summary>
    /// <exception cref="ImportRefusedException">A file that could be read only once has shown late that dates were taken the wrong way.</exception>
    public void Close()
    {
        foreach (var (field, reader) in Readers())
        {
            if (reader is { MonthFirst: > 0, EitherWay: > 0 })
                throw new ImportRefusedException(FileProblem.DateOrderUnknown, _layout[field]!.Name);
            if (reader.ShortYears > 0)
                _tally.Warn(ImportWarning.YearOfTwoDigits, _layout[field]!.Name, reader.ShortYears);
        }
    }

    public Occurrence Read(in RawRow record, RowRejects rejects)
    {
        if (!ReadDay(record, rejects, ImportField.OccurredFrom, _from, out var on, out var at, out var hoursUntil))
        {
            if (_layout[ImportField.OccurredFrom]!.Read(record).IsEmpty)
                rejects.Add(record, ImportField.OccurredFrom, RejectReason.ValueMissing);
            return default;
        }

        if (_layout[ImportField.OccurredTime] is { } column && column.Read(record, _layout.Preparing) is { IsEmpty: false } clock)
            (on, at, hoursUntil) = ReadClock(record, rejects, clock, on);
        var until = EndOf(on, at, hoursUntil);
        if (ReadDay(record, rejects, ImportField.OccurredUntil, _until, out var untilDay, out var untilTime, out _))
        {
            until = untilTime is { } time ? untilDay.ToDateTime(time) : untilDay.AddDays(1).ToDateTime(TimeOnly.MinValue);
            if (until <= on.ToDateTime(at ?? TimeOnly.MinValue))
                rejects.Add(record, ImportField.OccurredUntil, RejectReason.EndBeforeStart);
        }

        if (!ReadDay(record, rejects, ImportField.ReportedOn, _reported, out var reported, out _, out _))
        {
            reported = on;
            AssumeReported(record, rejects);
        }
        else if (reported < on)
        {
            rejects.Add(record, ImportField.ReportedOn, RejectReason.ReportedBeforeOccurred);
        }

        var chargesheeted = ReadStage(record, rejects, ImportField.ChargesheetedOn, _chargesheeted, reported);
        var disposed = ReadStage(record, rejects, ImportField.DisposedOn, _disposed, chargesheeted ?? reported);
        return new Occurrence(on, at, until, reported, chargesheeted, disposed);
    }

    private void AssumeReported(in RawRow record, RowRejects rejects)
    {
        if (!_layout.Plan.Imputes)
        {
            rejects.Add(record, ImportField.ReportedOn, RejectReason.ValueMissing);
            return;
        }

        var column = _layout.NameOf(ImportField.ReportedOn);
        _tally.Warn(ImportWarning.ReportDateAssumed, column);
        _tally.Preparing.Note(PreparationStep.Imputation, column, default, _asOccurred);
    }

    private DateOnly? ReadStage(in RawRow record, RowRejects rejects, ImportField field, DateReader reader, DateOnly after)
    {
        if (!ReadDay(record, rejects, field, reader, out var day, out _, out _))
            return null;
        if (day < after)
            rejects.Add(record, field, RejectReason.StageBeforeOther);
        return day;
    }

    private bool ReadDay(
        in RawRow record, RowRejects rejects, ImportField field, DateReader reader, out DateOnly day, out TimeOnly? time, out TimeOnly? hoursUntil)
    {
        (day, time, hoursUntil) = (default, null, null);
        if (_layout[field] is not { } column)
            return false;
        var text = column.Read(record, _layout.Preparing);
        if (text.IsEmpty)
            return false;
        RejectReason? reason = reader.Read(text, out day, out time, out hoursUntil) switch
        {
            DateOutcome.Invalid => RejectReason.DateInvalid,
            DateOutcome.Ambiguous => RejectReason.DateAmbiguous,
            _ when day > _today => RejectReason.DateInFuture,
            _ when day < s_oldest => RejectReason.DateTooOld,
            _ => null,
        };
        if (reason is { } bad)
            rejects.Add(record, field, bad, bad == RejectReason.DateInvalid ? WithoutDoubt(text, reader) : null);
        else if (text.Length < IsoChars || text[4] != '-' || text[7] != '-')
            Note(column.Name, text, day);
        return true;
    }

    // "05-03-2024?": whoever wrote it was not sure; the remedy is to take the mark away, or to give a span.
    private static string? WithoutDoubt(ReadOnlySpan<char> text, DateReader reader)
    {
        var plain = text.TrimEnd(" ?");
        return plain.Length < text.Length && reader.Read(plain, out _, out _) == DateOutcome.Read ? plain.ToString() : null;
    }

    private (DateOnly On, TimeOnly? At, TimeOnly? Until) ReadClock(in RawRow record, RowRejects rejects, ReadOnlySpan<char> text, DateOnly on)
    {
        if (_clock.Read(text) is { } clock)
        {
            if (!TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
                _tally.Preparing.Note(PreparationStep.Forms, _layout.NameOf(ImportField.OccurredTime), text, clock.ToString());
            return (clock.IsNextDay ? on.AddDays(1) : on, clock.At, clock.Until);
        }

        rejects.Add(record, ImportField.OccurredTime, RejectReason.TimeInvalid);
        return (on, null, null);
    }

    private void Note(string column, ReadOnlySpan<char> text, DateOnly day)
    {
        Span<char> iso = stackalloc char[IsoChars];
        day.TryFormat(iso, out _, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        _tally.Preparing.Note(PreparationStep.Forms, column, text, iso);
    }

    // Between 22:00 and 02:00: the end is on the next day.
    private static DateTime? EndOf(DateOnly on, TimeOnly? at, TimeOnly? until) =>
        at is { } from && until is { } end ? on.AddDays(end <= from ? 1 : 0).ToDateTime(end) : null;

    private void Settle()
    {
        if (_file is { CanReadAgain: true } file)
            using (var again = file.ReadAgain())
                Sample(again.Rows);
        else
            EndSample();
    }

    private void Sample(CsvRecordReader sample)
    {
        while (sample.Read())
        {
            var row = sample.Current;
            if (row.Fault != CsvFault.None || row.CellCount < _layout.ColumnCount)
                continue;
            foreach (var (field, reader) in Readers())
                if (_layout[field] is { } column)
                    reader.Observe(column.Read(row));
            if (_layout[ImportField.OccurredTime] is { } clock)
                _clock.Observe(clock.Read(row));
        }

        EndSample();
    }

    private void EndSample()
    {
        var years = new YearSpan();
        foreach (var (_, reader) in Readers())
            years.Add(reader.Years);
        foreach (var (_, reader) in Readers())
            reader.EndSample(years);
        _clock.EndSample();
    }

    private IEnumerable<(ImportField Field, DateReader Reader)> Readers() =>
        [
            (ImportField.OccurredFrom, _from), (ImportField.OccurredUntil, _until), (ImportField.ReportedOn, _reported),
            (ImportField.ChargesheetedOn, _chargesheeted), (ImportField.DisposedOn, _disposed),
        ];
}
