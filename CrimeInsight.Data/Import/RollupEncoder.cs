using System.Buffers;
using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Data.Import;

/// <summary>Encodes sums as rows of a rollup's staging table.</summary>
internal sealed class RollupEncoder(RollupNodes nodes, int year, int sign)
{
    private const string PlaceColumns = "level, head_id, ordinal, month, ";
    private const int Statuses = 5;

    public static BatchTable MonthTable(string partition, DateBasis basis) =>
        new(partition, NameOf("rollup_month", basis), PlaceColumns + "cases, under_investigation, chargesheeted, closed, convicted, acquitted");

    public static BatchTable HourTable(string partition) => new(partition, "rollup_hour", PlaceColumns + "slots, cases");

    public static BatchTable VictimTable(string partition, DateBasis basis) => new(partition, NameOf("rollup_victim", basis), PlaceColumns + "slots, cases");

    public static BatchTable CellTable(string partition) => new(partition, "rollup_cell", "zoom, head_id, cell, ordinal, year, slots, cases");

    /// <summary>The number of keys, from the first, that make one row of a jurisdiction's rollup.</summary>
    public static int PlaceRun(ReadOnlySpan<ulong> keys)
    {
        var length = 1;
        while (length < keys.Length && RollupKey.RowOfPlace(keys[length]) == RollupKey.RowOfPlace(keys[0]))
            length++;
        return length;
    }

    /// <summary>The number of keys, from the first, that make one row of <c>rollup_cell</c>.</summary>
    public static int CellRun(ReadOnlySpan<ulong> keys)
    {
        var length = 1;
        while (length < keys.Length && RollupKey.RowOfCell(keys[length]) == RollupKey.RowOfCell(keys[0]))
            length++;
        return length;
    }

    /// <summary>A row of <c>rollup_month</c>; slots are stages of the case.</summary>
    public void WriteMonth(ArrayBufferWriter<byte> writer, ReadOnlySpan<ulong> keys, ReadOnlySpan<int> counts)
    {
        Span<int> byStatus = stackalloc int[Statuses];
        byStatus.Clear();
        var cases = 0;
        for (var i = 0; i < keys.Length; i++)
        {
            byStatus[RollupKey.Slot(keys[i])] += counts[i];
            cases += counts[i];
        }

        WritePlace(writer, keys[0], 5 + Statuses);
        CopyEncoder.Write(writer, sign * cases);
        foreach (var count in byStatus)
            CopyEncoder.Write(writer, sign * count);
    }

    /// <summary>A row of <c>rollup_hour</c> or <c>rollup_victim</c>.</summary>
    public void WriteSlots(ArrayBufferWriter<byte> writer, ReadOnlySpan<ulong> keys, ReadOnlySpan<int> counts)
    {
        WritePlace(writer, keys[0], 6);
        Span<short> slots = stackalloc short[keys.Length];
        for (var i = 0; i < keys.Length; i++)
            slots[i] = (short)RollupKey.Slot(keys[i]);
        CopyEncoder.WriteArray(writer, slots);
        CopyEncoder.WriteArray(writer, counts, sign);
    }

    /// <summary>A row of <c>rollup_cell</c>; slots are months.</summary>
    public void WriteCell(ArrayBufferWriter<byte> writer, ReadOnlySpan<ulong> keys, ReadOnlySpan<int> counts)
    {
        CopyEncoder.WriteFieldCount(writer, 7);
        CopyEncoder.Write(writer, (short)RollupKey.Zoom(keys[0]));
        CopyEncoder.Write(writer, (short)RollupKey.CellHead(keys[0]));
        CopyEncoder.Write(writer, RollupKey.Cell(keys[0]));
        CopyEncoder.Write(writer, nodes.Ordinals[RollupKey.CellPlace(keys[0])]);
        CopyEncoder.Write(writer, new DateOnly(year, 1, 1));
        Span<short> slots = stackalloc short[keys.Length];
        for (var i = 0; i < keys.Length; i++)
            slots[i] = (short)RollupKey.CellMonth(keys[i]);
        CopyEncoder.WriteArray(writer, slots);
        CopyEncoder.WriteArray(writer, counts, sign);
    }

    private static string NameOf(string rollup, DateBasis basis) => basis == DateBasis.Registered ? rollup + "_registered" : rollup;

    private void WritePlace(ArrayBufferWriter<byte> writer, ulong key, short fields)
    {
        CopyEncoder.WriteFieldCount(writer, fields);
        CopyEncoder.Write(writer, (short)RollupKey.Level(key));
        CopyEncoder.Write(writer, (short)RollupKey.PlaceHead(key));
        CopyEncoder.Write(writer, nodes.Ordinals[RollupKey.Place(key)]);
        CopyEncoder.Write(writer, new DateOnly(year, RollupKey.PlaceMonth(key), 1));
    }
}
