using System.Threading.Channels;
using CrimeInsight.Core.Import;
using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Data.Import;

/// <summary>Where the thread that makes a batch's rows puts them: encodes them, and counts them for the rollups.</summary>
internal sealed class BatchWriter(IncidentEncoder encoder, RollupCounters counters, ChannelWriter<BatchChunk> output)
{
    private readonly Dictionary<string, BatchChunk> _open = [];
    private BatchChunk _rejects = new(BatchTable.Rejects);

    /// <summary>Rows of the source read so far.</summary>
    public long RowsRead { get; private set; }

    /// <param name="rowNumber">Unique in the batch, 1 … 2^32 − 1; of two duplicates the lower stays.</param>
    public ValueTask AddAsync(long rowNumber, Incident incident, CancellationToken cancellationToken)
    {
        RowsRead++;
        var partition = IncidentPartition.Of(incident.OccurredOn.Year);
        if (!_open.TryGetValue(partition, out var chunk))
            _open.Add(partition, chunk = new BatchChunk(BatchTable.Incidents(partition)));
        var cellKey = encoder.Encode(chunk.Bytes, rowNumber, incident);
        counters.Add(RollupFacts.Of(incident, cellKey));
        if (counters.IsFull)
            return FlushCountersAsync(cancellationToken);
        return chunk.IsFull ? CutAsync(partition, cancellationToken) : ValueTask.CompletedTask;
    }

    /// <summary>A row that is no incident, with each value that is wrong.</summary>
    public async ValueTask RejectAsync(IEnumerable<RejectedCell> rejects, CancellationToken cancellationToken)
    {
        RowsRead++;
        foreach (var reject in rejects)
            RejectEncoder.Encode(_rejects.Bytes, reject);
        if (!_rejects.IsFull)
            return;
        await SendAsync(_rejects, cancellationToken);
        _rejects = new BatchChunk(BatchTable.Rejects);
    }

    /// <summary>Sends what is left, except the rollups.</summary>
    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        foreach (var chunk in _open.Values.Append(_rejects))
            await SendAsync(chunk, cancellationToken);
        _open.Clear();
    }

    private async ValueTask FlushCountersAsync(CancellationToken cancellationToken) => await counters.SendAsync(output, 1, cancellationToken);

    private async ValueTask CutAsync(string partition, CancellationToken cancellationToken)
    {
        _open.Remove(partition, out var chunk);
        await SendAsync(chunk!, cancellationToken);
    }

    private ValueTask SendAsync(BatchChunk chunk, CancellationToken cancellationToken)
    {
        if (chunk.Bytes.WrittenCount == 0)
            return ValueTask.CompletedTask;
        chunk.RowsRead = RowsRead;
        return output.WriteAsync(chunk, cancellationToken);
    }
}
