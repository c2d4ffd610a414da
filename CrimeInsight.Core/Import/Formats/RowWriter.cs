using System.Buffers;
using System.IO.Pipelines;
using System.Text;

namespace CrimeInsight.Core.Import.Formats;

/// <summary>Writes rows as comma-separated UTF-8.</summary>
internal sealed class RowWriter(PipeWriter pipe)
{
    private const int FlushBytes = 64 * 1024;

    private static readonly SearchValues<char> s_quoted = SearchValues.Create(",\"\r\n");

    private readonly StringBuilder _line = new();
    private long _waiting;

    /// <exception cref="OperationCanceledException">Nobody reads any more.</exception>
    public async ValueTask WriteAsync(IReadOnlyList<string?> cells, CancellationToken cancellationToken)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            if (i > 0)
                _line.Append(',');
            Append(cells[i]);
        }

        _line.Append('\n');
        if (_line.Length < FlushBytes / 4)
            return;
        await FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        foreach (var chunk in _line.GetChunks())
            _waiting += Encoding.UTF8.GetBytes(chunk.Span, pipe);
        _line.Clear();
        if (_waiting == 0)
            return;
        _waiting = 0;
        if ((await pipe.FlushAsync(cancellationToken).ConfigureAwait(false)).IsCompleted)
            throw new OperationCanceledException(cancellationToken);
    }

    private void Append(string? cell)
    {
        if (string.IsNullOrEmpty(cell))
            return;
        if (cell.AsSpan().IndexOfAny(s_quoted) < 0 && !char.IsWhiteSpace(cell[0]))
        {
            _line.Append(cell);
            return;
        }

        _line.Append('"').Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
    }
}
