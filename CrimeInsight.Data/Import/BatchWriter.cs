using System.Runtime.ExceptionServices;
using System.Threading.Channels;
using CrimeInsight.Core.Import;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Statutes;

namespace CrimeInsight.Data.Import;

/// <summary>
/// Where the thread that makes a batch's rows puts them. A second one encodes them and counts them for the rollups, in
/// their order. Disposed, it has stopped.
/// </summary>
internal sealed class BatchWriter : IAsyncDisposable
{
    private const int RunLength = 512;
    private const int RunsInFlight = 8;

    private readonly Channel<Run> _runs = Channel.CreateBounded<Run>(new BoundedChannelOptions(RunsInFlight) { SingleReader = true, SingleWriter = true });
    private readonly ChannelWriter<BatchChunk> _output;
    private readonly ChunkBuffers _buffers;
    private readonly Task _encoding;
    private Run _run = new(RunLength);
    private BatchChunk _rejects;
    private BatchChunk _sections;
    private long _rowsRead;

    public BatchWriter(
        IncidentEncoder encoder, RollupCounters counters, ChunkBuffers buffers, ChannelWriter<BatchChunk> output, CancellationToken cancellationToken)
    {
        _output = output;
        _buffers = buffers;
        _rejects = buffers.Take(BatchTable.Rejects);
        _sections = buffers.Take(BatchTable.Sections);
        _encoding = Task.Run(() => EncodeAsync(encoder, counters, cancellationToken), CancellationToken.None);
    }

    /// <param name="rowNumber">Unique in the batch, 1 … 2^32 − 1; of two duplicates the lower stays.</param>
    public ValueTask AddAsync(long rowNumber, Incident incident, CancellationToken cancellationToken)
    {
        _rowsRead++;
        _run.Rows[_run.Count++] = (rowNumber, incident);
        return _run.Count < RunLength ? ValueTask.CompletedTask : PassAsync(cancellationToken);
    }

    /// <summary>A row that is no incident, with each value that is wrong.</summary>
    public async ValueTask RejectAsync(IEnumerable<RejectedCell> rejects, CancellationToken cancellationToken)
    {
        _rowsRead++;
        foreach (var reject in rejects)
            RejectEncoder.Encode(_rejects.Bytes, reject);
        if (!_rejects.IsFull)
            return;
        await SendAsync(_rejects, cancellationToken);
        _rejects = _buffers.Take(BatchTable.Rejects);
    }

    /// <summary>Sends what is left, except the rollups.</summary>
    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        await PassAsync(cancellationToken);
        _runs.Writer.Complete();
        await _encoding;
        await SendAsync(_rejects, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _runs.Writer.TryComplete();
        await _encoding.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async ValueTask PassAsync(CancellationToken cancellationToken)
    {
        var run = _run;
        _run = new Run(RunLength);
        try
        {
            await _runs.Writer.WriteAsync(run, cancellationToken);
        }
        catch (ChannelClosedException closed) when (closed.InnerException is { } problem)
        {
            ExceptionDispatchInfo.Throw(problem);
        }
    }

    private async Task EncodeAsync(IncidentEncoder encoder, RollupCounters counters, CancellationToken cancellationToken)
    {
        var open = new Dictionary<string, BatchChunk>();
        try
        {
            await foreach (var run in _runs.Reader.ReadAllAsync(cancellationToken))
                for (var i = 0; i < run.Count; i++)
                {
                    await EncodeAsync(run.Rows[i].Number, run.Rows[i].Incident, open, encoder, counters, cancellationToken);
                    if (run.Rows[i].Incident.Sections is { } sections)
                        await EncodeAsync(encoder.IdOf(run.Rows[i].Number), sections, cancellationToken);
                }

            foreach (var chunk in open.Values.Append(_sections))
                await SendAsync(chunk, cancellationToken);
        }
        catch (Exception problem)
        {
            _runs.Writer.TryComplete(problem);
            throw;
        }
    }

    private ValueTask EncodeAsync(
        long number,
        Incident incident,
        Dictionary<string, BatchChunk> open,
        IncidentEncoder encoder,
        RollupCounters counters,
        CancellationToken cancellationToken)
    {
        var partition = IncidentPartition.Of(incident.OccurredOn.Year);
        if (!open.TryGetValue(partition, out var chunk))
            open.Add(partition, chunk = _buffers.Take(BatchTable.Incidents(partition)));
        var (cellKey, isSensitive) = encoder.Encode(chunk.Bytes, number, incident);
        counters.Add(RollupFacts.Of(incident, cellKey, isSensitive));
        if (counters.IsFull)
            return new ValueTask(counters.SendAsync(_buffers, _output, 1, cancellationToken));
        if (!chunk.IsFull)
            return ValueTask.CompletedTask;
        open.Remove(partition);
        return SendAsync(chunk, cancellationToken);
    }

    private ValueTask EncodeAsync(long incidentId, SectionList sections, CancellationToken cancellationToken)
    {
        SectionEncoder.Encode(_sections.Bytes, incidentId, sections);
        if (!_sections.IsFull)
            return ValueTask.CompletedTask;
        var full = _sections;
        _sections = _buffers.Take(BatchTable.Sections);
        return SendAsync(full, cancellationToken);
    }

    private ValueTask SendAsync(BatchChunk chunk, CancellationToken cancellationToken)
    {
        if (chunk.Bytes.WrittenCount == 0)
            return ValueTask.CompletedTask;
        chunk.RowsRead = Volatile.Read(ref _rowsRead);
        return _output.WriteAsync(chunk, cancellationToken);
    }

    private sealed class Run(int length)
    {
        public (long Number, Incident Incident)[] Rows { get; } = new (long, Incident)[length];

        public int Count { get; set; }
    }
}
