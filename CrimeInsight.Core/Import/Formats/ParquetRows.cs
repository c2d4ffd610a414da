using System.Globalization;
using Parquet;
using Parquet.Schema;

namespace CrimeInsight.Core.Import.Formats;

/// <summary>Rows of a Parquet file, its values as text. Nested columns are not read.</summary>
internal static class ParquetRows
{
    private const long MostGroupBytes = 400L << 20;

    public static async Task WriteAsync(Stream stream, RowWriter rows, CancellationToken cancellationToken)
    {
        var reader = await ParquetReader.CreateAsync(stream, leaveStreamOpen: true, cancellationToken: cancellationToken).ConfigureAwait(false);
        await using var owned = reader.ConfigureAwait(false);
        var fields = reader.Schema.GetDataFields().Where(field => !field.IsArray && field.Path.Length == 1).ToArray();
        if (fields.Length == 0)
            throw new ImportRefusedException(FileProblem.Empty);
        await rows.WriteAsync([.. fields.Select(field => field.Name)], cancellationToken).ConfigureAwait(false);
        var cells = new string?[fields.Length];
        for (var i = 0; i < reader.RowGroupCount; i++)
        {
            using var group = reader.OpenRowGroupReader(i);
            // A group is read whole.
            if (group.RowGroup.TotalByteSize > MostGroupBytes || group.RowCount > int.MaxValue / 8)
                throw new ImportRefusedException(FileProblem.TooLarge);
            var columns = new Func<int, string?>[fields.Length];
            for (var c = 0; c < fields.Length; c++)
                columns[c] = await ReadAsync(group, fields[c], cancellationToken).ConfigureAwait(false);
            for (var row = 0; row < group.RowCount; row++)
            {
                for (var c = 0; c < fields.Length; c++)
                    cells[c] = columns[c](row);
                await rows.WriteAsync(cells, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static ValueTask<Func<int, string?>> ReadAsync(ParquetRowGroupReader group, DataField field, CancellationToken cancellationToken) =>
        field.ClrType switch
    {
        var type when type == typeof(string) || type == typeof(ReadOnlyMemory<char>) => TextsAsync(group, field, cancellationToken),
        var type when type == typeof(bool) => ValuesAsync<bool>(group, field, flag => flag ? "TRUE" : "FALSE", cancellationToken),
        var type when type == typeof(byte) => ValuesAsync<byte>(group, field, TextOf, cancellationToken),
        var type when type == typeof(sbyte) => ValuesAsync<sbyte>(group, field, TextOf, cancellationToken),
        var type when type == typeof(short) => ValuesAsync<short>(group, field, TextOf, cancellationToken),
        var type when type == typeof(ushort) => ValuesAsync<ushort>(group, field, TextOf, cancellationToken),
        var type when type == typeof(int) => ValuesAsync<int>(group, field, TextOf, cancellationToken),
        var type when type == typeof(uint) => ValuesAsync<uint>(group, field, TextOf, cancellationToken),
        var type when type == typeof(long) => ValuesAsync<long>(group, field, TextOf, cancellationToken),
        var type when type == typeof(ulong) => ValuesAsync<ulong>(group, field, TextOf, cancellationToken),
        var type when type == typeof(float) => ValuesAsync<float>(group, field, TextOf, cancellationToken),
        var type when type == typeof(double) => ValuesAsync<double>(group, field, TextOf, cancellationToken),
        var type when type == typeof(decimal) => ValuesAsync<decimal>(group, field, TextOf, cancellationToken),
        var type when type == typeof(DateTime) => ValuesAsync<DateTime>(group, field, IsInstant(field) ? InstantOf : DayOf, cancellationToken),
        var type when type == typeof(DateOnly) =>
            ValuesAsync<DateOnly>(group, field, day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), cancellationToken),
        var type when type == typeof(TimeOnly) =>
            ValuesAsync<TimeOnly>(group, field, time => time.ToString("HH:mm:ss", CultureInfo.InvariantCulture), cancellationToken),
        var type when type == typeof(TimeSpan) =>
            ValuesAsync<TimeSpan>(group, field, time => time.ToString(@"hh\:mm\:ss", CultureInfo.InvariantCulture), cancellationToken),
        var type when type == typeof(Guid) => ValuesAsync<Guid>(group, field, id => id.ToString(), cancellationToken),
        // Bytes and the like: nothing that a case is told by.
        _ => new ValueTask<Func<int, string?>>(_ => null),
    };

    private static async ValueTask<Func<int, string?>> TextsAsync(ParquetRowGroupReader group, DataField field, CancellationToken cancellationToken)
    {
        var values = new string?[group.RowCount];
        await group.ReadAsync(field, values.AsMemory(), null, cancellationToken).ConfigureAwait(false);
        return row => values[row];
    }

    private static async ValueTask<Func<int, string?>> ValuesAsync<T>(
        ParquetRowGroupReader group, DataField field, Func<T, string> text, CancellationToken cancellationToken)
        where T : struct
    {
        if (!field.IsNullable)
        {
            var all = new T[group.RowCount];
            await group.ReadAsync<T>(field, all.AsMemory(), null, cancellationToken).ConfigureAwait(false);
            return row => text(all[row]);
        }

        var values = new T?[group.RowCount];
        await group.ReadAsync<T>(field, values.AsMemory(), null, cancellationToken).ConfigureAwait(false);
        return row => values[row] is { } value ? text(value) : null;
    }

    private static string TextOf<T>(T value)
        where T : IFormattable => value.ToString(null, CultureInfo.InvariantCulture);

    private static bool IsInstant(DataField field) => field.SchemaElement?.LogicalType?.TIMESTAMP?.IsAdjustedToUTC == true;

    private static string InstantOf(DateTime instant) => instant.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string DayOf(DateTime day) =>
        day.ToString(day.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
}
