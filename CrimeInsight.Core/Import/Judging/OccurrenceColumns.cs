using CrimeInsight.Core.Import.Reading;

namespace CrimeInsight.Core.Import.Judging;

/// <summary>Reads when a case took place and was reported.</summary>
/// <param name="today">In India; nothing can be later.</param>
internal sealed class OccurrenceColumns(FileLayout layout, DateOnly today, ImportTally tally)
{
    private static readonly DateOnly s_oldest = new(1950, 1, 1);

    private readonly DateReader _from = new(layout[ImportField.OccurredFrom]?.Formats);
    private readonly DateReader _time = new(layout[ImportField.OccurredTime]?.Formats);
    private readonly DateReader _until = new(layout[ImportField.OccurredUntil]?.Formats);
    private readonly DateReader _reported = new(layout[ImportField.ReportedOn]?.Formats);

    /// <summary>Looks through the beginning of the file for dates that can only be month first.</summary>
    public void Sample(CsvRecordReader sample)
    {
        while (sample.Read())
        {
            var row = sample.Current;
            if (row.Fault != CsvFault.None || row.CellCount != layout.ColumnCount)
                continue;
            foreach (var (field, reader) in Readers())
                if (layout[field] is { } column)
                    _ = reader.Read(column.Read(row), out _, out _);
        }

        foreach (var (_, reader) in Readers())
            reader.EndSample();
    }

    /// <summary>Counts columns where both orders turned up after the sample.</summary>
    public void Close()
    {
        foreach (var (field, reader) in Readers())
            if (reader is { MonthFirst: > 0, EitherWay: > 0 })
                tally.Warn(ImportWarning.DateOrderDoubtful, layout[field]!.Name, reader.EitherWay);
    }

    public Occurrence Read(in RawRow record, RowRejects rejects)
    {
        if (!ReadDay(record, rejects, ImportField.OccurredFrom, _from, out var on, out var at))
        {
            if (layout[ImportField.OccurredFrom]!.Read(record).IsEmpty)
                rejects.Add(record, ImportField.OccurredFrom, RejectReason.ValueMissing);
            return default;
        }

        if (layout[ImportField.OccurredTime] is { } column && column.Read(record) is { IsEmpty: false } clock)
            at = ReadClock(record, rejects, column, clock);
        DateTime? until = null;
        if (ReadDay(record, rejects, ImportField.OccurredUntil, _until, out var untilDay, out var untilTime))
        {
            until = untilTime is { } time ? untilDay.ToDateTime(time) : untilDay.AddDays(1).ToDateTime(TimeOnly.MinValue);
            if (until <= on.ToDateTime(at ?? TimeOnly.MinValue))
                rejects.Add(record, ImportField.OccurredUntil, RejectReason.EndBeforeStart);
        }

        if (!ReadDay(record, rejects, ImportField.ReportedOn, _reported, out var reported, out _))
        {
            reported = on;
            tally.Warn(ImportWarning.ReportDateAssumed, layout.NameOf(ImportField.ReportedOn));
        }
        else if (reported < on)
        {
            rejects.Add(record, ImportField.ReportedOn, RejectReason.ReportedBeforeOccurred);
        }

        return new Occurrence(on, at, until, reported);
    }

    private bool ReadDay(in RawRow record, RowRejects rejects, ImportField field, DateReader reader, out DateOnly day, out TimeOnly? time)
    {
        (day, time) = (default, null);
        if (layout[field] is not { } column)
            return false;
        var text = column.Read(record);
        if (text.IsEmpty)
            return false;
        RejectReason? reason = reader.Read(text, out day, out time) switch
        {
            DateOutcome.Invalid => RejectReason.DateInvalid,
            DateOutcome.Ambiguous => RejectReason.DateAmbiguous,
            _ when day > today => RejectReason.DateInFuture,
            _ when day < s_oldest => RejectReason.DateTooOld,
            _ => null,
        };
        if (reason is { } bad)
            rejects.Add(record, field, bad);
        return true;
    }

    private TimeOnly? ReadClock(in RawRow record, RowRejects rejects, ColumnSource column, ReadOnlySpan<char> clock)
    {
        if (column.Formats is not null ? _time.Read(clock, out _, out var at) == DateOutcome.Read : ReadBareTime(clock, out at))
            return at;
        rejects.Add(record, ImportField.OccurredTime, RejectReason.TimeInvalid);
        return null;
    }

    private static bool ReadBareTime(ReadOnlySpan<char> clock, out TimeOnly? at)
    {
        var isRead = DateReader.ReadTime(clock, out var time, out _);
        at = time;
        return isRead;
    }

    private IEnumerable<(ImportField Field, DateReader Reader)> Readers() =>
        [(ImportField.OccurredFrom, _from), (ImportField.OccurredUntil, _until), (ImportField.ReportedOn, _reported)];
}
