using System.IO.Pipelines;
using System.Text;

namespace CrimeInsight.Core.Import.Formats;

/// <summary>Reads what a converter writes on another thread, a megabyte behind it; a refusal of the converter is thrown to the reader.</summary>
internal sealed class RowPipe : ForwardStream
{
    private readonly Pipe _pipe = new(new PipeOptions(pauseWriterThreshold: 1 << 20, resumeWriterThreshold: 1 << 19, useSynchronizationContext: false));
    private readonly CancellationTokenSource _stop = new();
    private readonly Stream _text;
    private readonly string _format;
    private readonly RowWriter _rows;

    /// <param name="source">Closed when it is converted, or when this is.</param>
    /// <param name="format">Named where the source is damaged.</param>
    public RowPipe(string format, Stream source, Func<Stream, RowWriter, CancellationToken, Task> write)
    {
        _format = format;
        _text = _pipe.Reader.AsStream();
        _rows = new RowWriter(_pipe.Writer);
        _ = Task.Run(() => ConvertAsync(source, write, _stop.Token));
    }

    /// <summary>Known at the end: what was read is not all.</summary>
    public bool IsPart => _rows.IsPart;

    /// <summary>Known with the first row: numbers of days are counted from 1904.</summary>
    public bool CountsFrom1904 => _rows.CountsFrom1904;

    public override int Read(Span<byte> buffer) => _text.Read(buffer);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _stop.Cancel();
            _text.Dispose();
        }

        base.Dispose(disposing);
    }

    private async Task ConvertAsync(Stream source, Func<Stream, RowWriter, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        Exception? fault = null;
        try
        {
            // The mark tells readers the encoding, whatever a mapping says of the file.
            Encoding.UTF8.GetBytes("\uFEFF", _pipe.Writer);
            await write(source, _rows, cancellationToken).ConfigureAwait(false);
            await _rows.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (ImportRefusedException refusal)
        {
            fault = refusal;
        }
        catch (OperationCanceledException)
        {
            fault = null;
        }
#pragma warning disable CA1031 // Whatever a damaged file makes a library throw is the file's fault, and said to who reads it.
        catch (Exception)
#pragma warning restore CA1031
        {
            fault = new ImportRefusedException(FileProblem.Damaged, _format);
        }
        finally
        {
            await source.DisposeAsync().ConfigureAwait(false);
        }

        await _pipe.Writer.CompleteAsync(fault).ConfigureAwait(false);
    }
}
