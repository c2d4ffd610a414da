using System.Globalization;
using CrimeInsight.Core.Import.Reading;
using Parquet;
using Parquet.Schema;

namespace CrimeInsight.Core.Import.Formats;

/// <summary>Rows of a Parquet file, its values as text. Nested columns are not read.</summary>
internal static class ParquetRows
{
    // A column of a group is read whole: so much of it, and so many values, which may take next to nothing in the file.
    private const long MostColumnBytes = 120L << 20, MostGroupRows = 5_000_000;

    // What a column of so many has left is collected before the next: on its own that would be done when several have.
    private const int ManyRows = 250_000;

    // Of a large group a glance takes the first rows.
    private const int GlanceRows = 20_000;

    private static readonly ParquetOptions s_options = new() { MaximumSmallPoolFreeBytes = 1 << 20, MaximumLargePoolFreeBytes = 1 << 20 };

    public static async Task WriteAsync(Stream stream, bool isGlance, RowWriter rows, CancellationToken cancellationToken)
    {
        var reader = await ParquetReader.CreateAsync(stream, s_options, leaveStreamOpen: true, cancellationToken: cancellationToken).ConfigureAwait(false);
        await using var owned = reader.ConfigureAwait(false);
        var fields = reader.Schema.GetDataFields().Where(field => !field.IsArray && field.Path.Length == 1).ToArray();
        if (fields.Length == 0)
            throw new ImportRefusedException(FileProblem.Empty);
        await rows.WriteAsync([.. fields.Select(field => field.Name)], cancellationToken).ConfigureAwait(false);
        for (var i = 0; i < reader.RowGroupCount; i++)
        {
            using var group = reader.OpenRowGroupReader(i);
            if (group.RowCount > MostGroupRows || Array.Exists(fields, field => group.GetMetadata(field)?.MetaData?.TotalUncompressedSize > MostColumnBytes))
                throw new ImportRefusedException(FileProblem.TooLarge);
            var kept = isGlance ? (int)Math.Min(group.RowCount, GlanceRows) : (int)group.RowCount;
            using var spool = new ColumnSpool(fields.Length, kept);
            foreach (var field in fields)
            {
                spool.Begin();
                await ReadAsync(group, field, new Target(spool, kept), cancellationToken).ConfigureAwait(false);
                if (group.RowCount > ManyRows)
                    GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: false);
            }

            spool.Complete();
            await WriteAsync(spool, fields.Length, kept, rows, cancellationToken).ConfigureAwait(false);
            rows.IsPart = isGlance && (kept < group.RowCount || i + 1 < reader.RowGroupCount);
            if (rows.IsPart && kept == GlanceRows)
                return;
        }
    }

    private static async Task WriteAsync(ColumnSpool spool, int columns, int count, RowWriter rows, CancellationToken cancellationToken)
    {
        var cells = new string?[columns];
        for (var row = 0; row < count; row++)
        {
            var chars = 0L;
            for (var c = 0; c < columns; c++)
                chars += (cells[c] = spool.Read(c, isWanted: chars <= CsvRecordReader.MostChars * 2))?.Length ?? 0;
            await rows.WriteAsync(cells, cancellationToken).ConfigureAwait(false);
        }
    }

    private static ValueTask ReadAsync(ParquetRowGroupReader group, DataField field, Target target, CancellationToken cancellationToken) =>
        field.ClrType switch
    {
        var type when type == typeof(string) || type == typeof(ReadOnlyMemory<char>) =>
            ReadAsync<ReadOnlyMemory<char>>(group, field, target, text => target.Spool.Write(text.Span), cancellationToken),
        var type when type == typeof(bool) => ValuesAsync<bool>(group, field, target, flag => flag ? "TRUE" : "FALSE", cancellationToken),
        var type when type == typeof(byte) => ValuesAsync<byte>(group, field, target, TextOf, cancellationToken),
        var type when type == typeof(sbyte) => ValuesAsync<sbyte>(group, field, target, TextOf, cancellationToken),
        var type when type == typeof(short) => ValuesAsync<short>(group, field, target, TextOf, cancellationToken),
        var type when type == typeof(ushort) => ValuesAsync<ushort>(group, field, target, TextOf, cancellationToken),
        var type when type == typeof(int) => ValuesAsync<int>(group, field, target, TextOf, cancellationToken),
        var type when type == typeof(uint) => ValuesAsync<uint>(group, field, target, TextOf, cancellationToken),
        var type when type == typeof(long) => ValuesAsync<long>(group, field, target, TextOf, cancellationToken),
        var type when type == typeof(ulong) => ValuesAsync<ulong>(group, field, target, TextOf, cancellationToken),
        var type when type == typeof(float) => ValuesAsync<float>(group, field, target, TextOf, cancellationToken),
        var type when type == typeof(double) => ValuesAsync<double>(group, field, target, TextOf, cancellationToken),
        var type when type == typeof(decimal) => ValuesAsync<decimal>(group, field, target, TextOf, cancellationToken),
        var type when type == typeof(DateTime) => ValuesAsync<DateTime>(group, field, target, IsInstant(field) ? InstantOf : DayOf, cancellationToken),
        var type when type == typeof(DateOnly) =>
            ValuesAsync<DateOnly>(group, field, target, day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), cancellationToken),
        var type when type == typeof(TimeOnly) =>
            ValuesAsync<TimeOnly>(group, field, target, time => time.ToString("HH:mm:ss", CultureInfo.InvariantCulture), cancellationToken),
        var type when type == typeof(TimeSpan) =>
            ValuesAsync<TimeSpan>(group, field, target, time => time.ToString(@"hh\:mm\:ss", CultureInfo.InvariantCulture), cancellationToken),
        var type when type == typeof(Guid) => ValuesAsync<Guid>(group, field, target, id => id.ToString(), cancellationToken),
        // Bytes and the like: nothing that a case is told by.
        _ => WriteNothing(target),
    };

    private static ValueTask WriteNothing(Target target)
    {
        for (var row = 0; row < target.Rows; row++)
            target.Spool.Write([], isNull: true);
        return ValueTask.CompletedTask;
    }

    private static ValueTask ValuesAsync<T>(
        ParquetRowGroupReader group, DataField field, Target target, Func<T, string> text, CancellationToken cancellationToken)
        where T : struct => ReadAsync<T>(group, field, target, value => target.Spool.Write(text(value)), cancellationToken);

    private static async ValueTask ReadAsync<T>(
        ParquetRowGroupReader group, DataField field, Target target, Action<T> write, CancellationToken cancellationToken)
        where T : struct
    {
        // Values that are there, and which of the rows have one: what the library would keep for the next column is ours to drop.
        var values = new T[group.RowCount];
        int[]? levels = field.IsNullable ? new int[group.RowCount] : null;
        await group.ReadRawAsync<T>(field, values, levels is null ? (Memory<int>?)null : levels, null, cancellationToken).ConfigureAwait(false);
        for (int row = 0, next = 0; row < target.Rows; row++)
            if (levels?[row] < field.MaxDefinitionLevel)
                target.Spool.Write([], isNull: true);
            else
                write(values[next++]);
    }

    private static string TextOf<T>(T value)
        where T : IFormattable => value.ToString(null, CultureInfo.InvariantCulture);

    private static bool IsInstant(DataField field) => field.SchemaElement?.LogicalType?.TIMESTAMP?.IsAdjustedToUTC == true;

    private static string InstantOf(DateTime instant) => instant.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string DayOf(DateTime day) =>
        day.ToString(day.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);

    private sealed record Target(ColumnSpool Spool, int Rows);
}
