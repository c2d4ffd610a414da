using System.Buffers;
using System.Threading.Channels;
using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Data.Import;

/// <summary>Counts a batch for all rollups, year by year of the offence and of the registration.</summary>
internal sealed class RollupCounters(RollupNodes nodes)
{
    /// <summary>Incidents counted before sums are sent, so that memory does not grow with the batch: 20 bytes each.</summary>
    private const int MostHeld = 3_000_000;

    private readonly RollupGrid _months = new(nodes, RollupCounter.Statuses);
    private readonly RollupGrid _victims = new(nodes, RollupCounter.Victims);
    private readonly RollupGrid _hours = new(nodes, RollupCounter.Hours);
    private readonly SortedDictionary<(DateBasis Basis, int Year), RollupCounter> _years = [];
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
        CounterOf(DateBasis.Occurred, facts).Add(facts);
        CounterOf(DateBasis.Registered, facts).Add(facts);
    }

    /// <summary>Sums what was counted since the last time and sends it, year by year.</summary>
    /// <param name="sign">1, or −1 to take back.</param>
    public async Task SendAsync(ChunkBuffers buffers, ChannelWriter<BatchChunk> output, int sign, CancellationToken cancellationToken)
    {
        if (_held == 0)
            return;
        IsSummed = !_hasSent;
        _hasSent = true;
        _held = 0;
        // One year's sums at a time: those of all are more than a large batch itself.
        while (_years.Count > 0)
        {
            var (year, counter) = _years.First();
            _years.Remove(year);
            foreach (var (table, rows, write, runOf) in Sum(year, counter, sign))
                await SendAsync(rows, table, write, runOf, buffers, output, cancellationToken);
        }
    }

    private RollupCounter CounterOf(DateBasis basis, in RollupFacts facts)
    {
        var key = (basis, facts.On(basis).Year);
        if (!_years.TryGetValue(key, out var counter))
            _years.Add(key, counter = new RollupCounter(nodes, basis));
        return counter;
    }

    private IEnumerable<(BatchTable Table, RollupSums Rows, WriteRow Write, RunOf RunOf)> Sum((DateBasis Basis, int Year) key, RollupCounter counter, int sign)
    {
        var partition = IncidentPartition.Of(key.Year);
        var encoder = new RollupEncoder(nodes, key.Year, sign);
        yield return (RollupEncoder.MonthTable(partition, key.Basis), counter.ByMonth(_months), encoder.WriteMonth, RollupEncoder.PlaceRun);
        yield return (RollupEncoder.VictimTable(partition, key.Basis), counter.ByVictim(_victims), encoder.WriteSlots, RollupEncoder.PlaceRun);
        if (key.Basis == DateBasis.Registered)
            yield break;
        yield return (RollupEncoder.HourTable(partition), counter.ByHour(_hours), encoder.WriteSlots, RollupEncoder.PlaceRun);
        yield return (RollupEncoder.CellTable(partition), counter.ByCell(), encoder.WriteCell, RollupEncoder.CellRun);
        yield return (RollupEncoder.CellTable(partition), counter.ByFineCell(), encoder.WriteCell, RollupEncoder.CellRun);
    }

    private static async Task SendAsync(
        RollupSums sums, BatchTable table, WriteRow write, RunOf runOf, ChunkBuffers buffers, ChannelWriter<BatchChunk> output,
        CancellationToken cancellationToken)
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
