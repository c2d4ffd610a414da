using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using CrimeInsight.Core.Import.Reading;

namespace CrimeInsight.Core.Import.Formats;

/// <summary>
/// Texts that come column by column and are wanted row by row: written one column after another, in memory or, where they are many, on
/// disk, and then read from all of them at once. Only the column under way is ever held whole.
/// </summary>
internal sealed class ColumnSpool : IDisposable
{
    private const long MostCellsInMemory = 500_000;
    private const int MostBufferBytes = 64 << 10, LeastBufferBytes = 4 << 10, AllBufferBytes = 32 << 20;
    private const int Nothing = -1;

    private readonly Stream _texts;
    private readonly ArrayBufferWriter<byte> _written = new(MostBufferBytes);
    private readonly Column[] _columns;
    private int _begun;

    public ColumnSpool(int columns, long rows)
    {
        _texts = columns * rows <= MostCellsInMemory ? new MemoryStream() : SpoolFile.Create();
        _columns = new Column[columns];
    }

    /// <summary>What is written from now on is of the next column.</summary>
    public void Begin()
    {
        Flush();
        _columns[_begun++] = new Column { Next = _texts.Position, Buffer = [] };
    }

    /// <param name="isNull">There is no value.</param>
    public void Write(ReadOnlySpan<char> text, bool isNull = false)
    {
        // A row with more is refused as too long, however much more it is.
        if (text.Length > CsvRecordReader.MostChars * 2)
            text = text[..(CsvRecordReader.MostChars * 2)];
        var place = _written.GetSpan(sizeof(int) + Encoding.UTF8.GetMaxByteCount(text.Length));
        var length = Encoding.UTF8.GetBytes(text, place[sizeof(int)..]);
        BinaryPrimitives.WriteInt32LittleEndian(place, isNull ? Nothing : length);
        _written.Advance(sizeof(int) + length);
        if (_written.WrittenCount >= MostBufferBytes / 2)
            Flush();
    }

    /// <summary>Every column is written: from now on rows are read.</summary>
    public void Complete()
    {
        Flush();
        var bytes = Math.Clamp(AllBufferBytes / _columns.Length, LeastBufferBytes, MostBufferBytes);
        foreach (var column in _columns)
            column.Buffer = new byte[bytes];
    }

    /// <summary>The next text of a column; null: there is none, or it is not wanted.</summary>
    public string? Read(int column, bool isWanted)
    {
        var from = _columns[column];
        var length = BinaryPrimitives.ReadInt32LittleEndian(Take(from, sizeof(int)));
        if (length == Nothing)
            return null;
        if (length <= from.Buffer.Length)
            return Take(from, length) is var bytes && isWanted ? Encoding.UTF8.GetString(bytes) : null;
        _texts.Position = from.Next - (from.End - from.Start);
        from.Next = _texts.Position + length;
        from.Start = from.End = 0;
        if (!isWanted)
            return null;
        var text = new byte[length];
        _texts.ReadExactly(text);
        return Encoding.UTF8.GetString(text);
    }

    public void Dispose() => _texts.Dispose();

    private void Flush()
    {
        _texts.Write(_written.WrittenSpan);
        _written.ResetWrittenCount();
    }

    private ReadOnlySpan<byte> Take(Column from, int bytes)
    {
        if (from.End - from.Start < bytes)
        {
            from.Buffer.AsSpan(from.Start, from.End - from.Start).CopyTo(from.Buffer);
            (from.Start, from.End) = (0, from.End - from.Start);
            _texts.Position = from.Next;
            from.End += _texts.ReadAtLeast(from.Buffer.AsSpan(from.End), bytes - from.End);
            from.Next = _texts.Position;
        }

        from.Start += bytes;
        return from.Buffer.AsSpan(from.Start - bytes, bytes);
    }

    private sealed class Column
    {
        /// <summary>Where the texts behind those in the buffer stand.</summary>
        public long Next { get; set; }

        public required byte[] Buffer { get; set; }

        public int Start { get; set; }

        public int End { get; set; }
    }
}
