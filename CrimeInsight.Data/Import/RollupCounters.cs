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

    /// <summary>Sends what was counted since the last time.</summary>
    /// <param name="sign">1, or −1 to take back.</param>
    public async Task SendAsync(ChunkBuffers buffers, ChannelWriter<BatchChunk> output, int sign, CancellationToken cancellationToken)
    {
        if (_held == 0)
            return;
        IsSummed = !_hasSent;
        _hasSent = true;
        foreach (var (year, counter) in _years)
        {
            var partition = IncidentPartition.Of(year);
            var encoder = new RollupEncoder(nodes, year, sign);
            await SendAsync(counter.Months(), RollupEncoder.MonthTable(partition), encoder.WriteMonth, RollupEncoder.PlaceRun, buffers, output, cancellationToken);
            await SendAsync(counter.Hours(), RollupEncoder.HourTable(partition), encoder.WriteSlots, RollupEncoder.PlaceRun, buffers, output, cancellationToken);
            await SendAsync(counter.Victims(), RollupEncoder.VictimTable(partition), encoder.WriteSlots, RollupEncoder.PlaceRun, buffers, output, cancellationToken);
            await SendAsync(counter.Cells(), RollupEncoder.CellTable(partition), encoder.WriteCell, RollupEncoder.CellRun, buffers, output, cancellationToken);
            await SendAsync(counter.FineCells(), RollupEncoder.CellTable(partition), encoder.WriteCell, RollupEncoder.CellRun, buffers, output, cancellationToken);
        }

        _years.Clear();
        _held = 0;
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
