using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using CrimeInsight.Core.Import.Reading;

namespace CrimeInsight.Core.Import.Formats;

/// <summary>Writes rows as comma-separated UTF-8.</summary>
internal sealed class RowWriter(PipeWriter pipe)
{
    private const int FlushChars = 16 * 1024;

    private static readonly SearchValues<char> s_quoted = SearchValues.Create(",\"\r\n");

    // Used again for every row: a long one would be garbage of a kind that is seldom collected.
    private readonly ArrayBufferWriter<char> _line = new(2 * FlushChars);
    private int _cells;

    /// <summary>Not all of the file is written, for only a glance at it is wanted.</summary>
    public bool IsPart { get; set; }

    /// <summary>Numbers of days among the cells are counted from 1904; known before the first row.</summary>
    public bool CountsFrom1904 { get; set; }

    /// <exception cref="OperationCanceledException">Nobody reads any more.</exception>
    public ValueTask WriteAsync(IReadOnlyList<string?> cells, CancellationToken cancellationToken)
    {
        for (var i = 0; i < cells.Count; i++)
            Cell(cells[i]);
        return EndRowAsync(cancellationToken);
    }

    /// <summary>The next cell of the row.</summary>
    public void Cell(ReadOnlySpan<char> cell)
    {
        if (_cells++ > 0)
            _line.Write(",");
        // A row of more is refused as too long, however much more it is.
        if (cell.IsEmpty || _line.WrittenCount > CsvRecordReader.MostChars * 2)
            return;
        if (cell.IndexOfAny(s_quoted) < 0 && !char.IsWhiteSpace(cell[0]))
        {
            _line.Write(cell);
            return;
        }

        _line.Write("\"");
        for (int quote; (quote = cell.IndexOf('"')) >= 0; cell = cell[(quote + 1)..])
        {
            _line.Write(cell[..quote]);
            _line.Write("\"\"");
        }

        _line.Write(cell);
        _line.Write("\"");
    }

    /// <summary>The row has no more cells.</summary>
    /// <exception cref="OperationCanceledException">Nobody reads any more.</exception>
    public ValueTask EndRowAsync(CancellationToken cancellationToken)
    {
        _line.Write("\n");
        _cells = 0;
        return _line.WrittenCount < FlushChars ? ValueTask.CompletedTask : FlushAsync(cancellationToken);
    }

    /// <exception cref="OperationCanceledException">Nobody reads any more.</exception>
    public async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        if (_line.WrittenCount == 0)
            return;
        Encoding.UTF8.GetBytes(_line.WrittenSpan, pipe);
        _line.ResetWrittenCount();
        if ((await pipe.FlushAsync(cancellationToken).ConfigureAwait(false)).IsCompleted)
            throw new OperationCanceledException(cancellationToken);
    }
}
