using CrimeInsight.Core.Import.Formats;
using CrimeInsight.Core.Sources;

namespace CrimeInsight.Data.Sources;

/// <summary>What a sender sends, as long as it neither falls silent nor takes for ever.</summary>
internal sealed class PatientStream(Stream inner, TimeSpan silence, TimeSpan whole) : ForwardStream
{
    private readonly CancellationTokenSource _whole = new(whole);

    public override int Read(Span<byte> buffer) => throw new NotSupportedException();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _whole.Token);
        patience.CancelAfter(silence);
        try
        {
            return await inner.ReadAsync(buffer, patience.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new SourceException(SourceProblem.TimedOut);
        }
        catch (IOException broken)
        {
            throw new SourceException(SourceProblem.ConnectionFailed, broken.Message);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _whole.Dispose();
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
