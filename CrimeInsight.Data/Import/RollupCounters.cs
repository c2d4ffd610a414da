using System.Buffers;
using System.Threading.Channels;

namespace CrimeInsight.Data.Import;

/// <summary>Counts a batch for all rollups, year by year.</summary>
internal sealed class RollupCounters(RollupNodes nodes)
{
    /// <summary>Incidents counted before sums are sent, so that memory does not grow with the batch: about 40 bytes each.</summary>
    private const int MostHeld = 3_000_000;

    private readonly SortedDictionary<int, RollupCounter> _years = [];
    private int _held;
    private bool _hasSent;

    private delegate void WriteRow(ArrayBufferWriter<byte> writer, ReadOnlySpan<ulong> keys, ReadOnlySpan<int> counts);

    private delegate int RunOf(ReadOnlySpan<ulong> keys);

    public bool IsFull => _held >= MostHeld;

    /// <summary>No row was sent for a key that had one already.</summary>
    public bool IsSummed { get; private set; } = true;

    public void Add(in RollupFacts facts)
    {
        _held++;
        if (!_years.TryGetValue(facts.OccurredOn.Year, out var counter))
            _years.Add(facts.OccurredOn.Year, counter = new RollupCounter(nodes));
        counter.Add(facts);
    }

    /// <summary>Sums what was counted since the last time, and then sends it.</summary>
    /// <param name="sign">1, or −1 to take back.</param>
    public async Task SendAsync(ChunkBuffers buffers, ChannelWriter<BatchChunk> output, int sign, CancellationToken cancellationToken)
    {
        if (_held == 0)
            return;
        IsSummed = !_hasSent;
        _hasSent = true;
        var sums = _years.SelectMany(year => Sum(year.Key, year.Value, sign)).ToArray();
        _years.Clear();
        _held = 0;
        foreach (var (table, rows, write, runOf) in sums)
            await SendAsync(rows, table, write, runOf, buffers, output, cancellationToken);
    }

    private IEnumerable<(BatchTable Table, RollupSums Rows, WriteRow Write, RunOf RunOf)> Sum(int year, RollupCounter counter, int sign)
    {
        var partition = IncidentPartition.Of(year);
        var encoder = new RollupEncoder(nodes, year, sign);
        yield return (RollupEncoder.MonthTable(partition), counter.Months(), encoder.WriteMonth, RollupEncoder.PlaceRun);
        yield return (RollupEncoder.HourTable(partition), counter.Hours(), encoder.WriteSlots, RollupEncoder.PlaceRun);
        yield return (RollupEncoder.VictimTable(partition), counter.Victims(), encoder.WriteSlots, RollupEncoder.PlaceRun);
        yield return (RollupEncoder.CellTable(partition), counter.Cells(), encoder.WriteCell, RollupEncoder.CellRun);
        yield return (RollupEncoder.CellTable(partition), counter.FineCells(), encoder.WriteCell, RollupEncoder.CellRun);
    }

    private static async Task SendAsync(
        RollupSums sums, BatchTable table, WriteRow write, RunOf runOf, ChunkBuffers buffers, ChannelWriter<BatchChunk> output, CancellationToken cancellationToken)
    {
        for (var at = 0; at < sums.Length;)
        {
            var chunk = buffers.Take(table);
            for (; at < sums.Length && !chunk.IsFull;)
            {
                var length = runOf(sums.Keys[at..]);
                write(chunk.Bytes, sums.Keys.Slice(at, length), sums.Counts.Slice(at, length));
                at += length;
            }

            await output.WriteAsync(chunk, cancellationToken);
        }
    }
}
