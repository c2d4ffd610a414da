using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CrimeInsight.Core.Import.Reading;

/// <summary>
/// Reads separated text (RFC 4180) record by record, in memory bounded by the longest record allowed, and goes on after a
/// malformed one: a quote that spoils a record costs the line it stands on, not the rest of the file. That is why the product
/// has a reader of its own: those of the libraries end at the first such record.
/// </summary>
internal sealed class CsvRecordReader(TextReader source)
{
    /// <summary>Longest record, in characters.</summary>
    public const int MostChars = 1 << 20;

    private const int HeadChars = 256 * 1024;
    private const int LeastRoom = 64;
    private char[] _buffer = new char[HeadChars + LeastRoom];
    private readonly List<RawCell> _cells = [];
    private int _start;
    private int _recordStart;
    private int _recordLength;
    private int _end;
    private bool _isEnd;
    private bool _hasEscaped;
    private string _spoiltLine = "";
    private long _nextLine = 1;
    private long _nextRow = 1;

    public char Delimiter { get; set; } = ',';

    /// <summary>Columns of the header, once known; 0 before. A record over several lines with another number is taken for a stray quote.</summary>
    public int ExpectedCells { get; set; }

    /// <summary>Line on which the record begins, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>Number of the record, from 1, blank lines counted: what a spreadsheet shows beside it.</summary>
    public long Row { get; private set; }

    public CsvFault Fault { get; private set; }

    /// <summary>The current record; valid until the next <see cref="Read"/>.</summary>
    public RawRow Current => Fault == CsvFault.None
        ? new(Row, Line, _buffer.AsSpan(_recordStart, _recordLength), CollectionsMarshal.AsSpan(_cells))
        : new(Row, Line, _spoiltLine, default, Fault);

    /// <summary>The beginning of what has not been read yet, without reading it.</summary>
    public ReadOnlySpan<char> Head()
    {
        while (_end - _start < HeadChars && Fill())
        {
        }

        return _buffer.AsSpan(_start, _end - _start);
    }

    /// <summary>A reader of that beginning; this one stays where it is.</summary>
    public CsvRecordReader Peek() =>
        new(new StringReader(Head().ToString())) { Delimiter = Delimiter, ExpectedCells = ExpectedCells, _nextRow = _nextRow, _nextLine = _nextLine };

    /// <summary>Skips the rest of the current line.</summary>
    public void SkipLine()
    {
        SkipPastLineEnd();
        _nextLine++;
        _nextRow++;
    }

    /// <summary>Goes to the next record that holds anything: blank lines, and lines of nothing but delimiters, are passed over.</summary>
    /// <returns>False at the end.</returns>
    public bool Read()
    {
        while (_start < _end || Fill())
        {
            Line = _nextLine;
            Row = _nextRow++;
            Fault = ReadRecord();
            if (Fault != CsvFault.None || !IsBlank())
                return true;
        }

        return false;
    }

    /// <summary>The cells of the current record, to keep.</summary>
    public string[] Cells()
    {
        var current = Current;
        var cells = new string[current.CellCount];
        for (var i = 0; i < cells.Length; i++)
            cells[i] = current[i].ToString();
        return cells;
    }

    private bool IsBlank()
    {
        var current = Current;
        for (var i = 0; i < current.CellCount; i++)
            if (!current[i].IsEmpty)
                return false;
        return true;
    }

    private CsvFault ReadRecord()
    {
        _cells.Clear();
        _hasEscaped = false;
        _recordStart = _start;
        var offset = 0;
        var lines = 0;
        while (true)
        {
            ReadPlainCells(ref offset);
            var fault = ReadCell(ref offset, ref lines, out var isLast);
            if (fault == CsvFault.None && isLast && lines > 0 && ExpectedCells > 0 && _cells.Count != ExpectedCells)
                fault = CsvFault.QuoteUnbalanced;
            if (fault != CsvFault.None)
                return Recover(fault, lines);
            if (!isLast)
                continue;
            (_recordStart, _recordLength) = (_start, offset);
            _start += offset;
            _nextLine += lines + 1;
            Unescape();
            return CsvFault.None;
        }
    }

    // A record spoiled by a quote resumes on the next line; one that is too long is thrown away up to its line end.
    private CsvFault Recover(CsvFault fault, int lines)
    {
        _cells.Clear();
        fault = fault == CsvFault.QuoteUnbalanced || lines > 0 ? CsvFault.QuoteUnbalanced : CsvFault.TooLong;
        var line = _buffer.AsSpan(_start, _end - _start);
        var end = line.IndexOfAny('\n', '\r');
        _spoiltLine = fault == CsvFault.TooLong ? "" : line[..(end < 0 ? line.Length : end)].ToString();
        SkipPastLineEnd();
        _nextLine++;
        return fault;
    }

    /// <summary>Reads the cells, if any, that need no second look: neither quoted nor the last of the record, nor near the end of the buffer.</summary>
    private void ReadPlainCells(ref int offset)
    {
        var text = MemoryMarshal.Cast<char, ushort>(_buffer.AsSpan(_start, _end - _start));
        var delimiter = Vector256.Create((ushort)Delimiter);
        var from = offset;
        for (var at = offset; at + Vector256<ushort>.Count <= text.Length; at += Vector256<ushort>.Count)
        {
            var block = Vector256.Create<ushort>(text.Slice(at, Vector256<ushort>.Count));
            var marks = Vector256.Equals(block, delimiter) | Vector256.Equals(block, Vector256.Create((ushort)'"'))
                | Vector256.Equals(block, Vector256.Create((ushort)'\n')) | Vector256.Equals(block, Vector256.Create((ushort)'\r'));
            for (var bits = marks.ExtractMostSignificantBits(); bits != 0; bits &= bits - 1)
            {
                var mark = at + BitOperations.TrailingZeroCount(bits);
                if (text[mark] == Delimiter)
                {
                    _cells.Add(new RawCell(from, mark - from, false));
                    offset = from = mark + 1;
                }
                else if (text[mark] != '"' || mark == from)
                {
                    return;
                }
            }
        }
    }

    /// <summary>Reads one cell and what ends it; <paramref name="offset"/> is relative to the record, for the buffer may move.</summary>
    private CsvFault ReadCell(ref int offset, ref int lines, out bool isLast)
    {
        isLast = false;
        if (Has(offset) && _buffer[_start + offset] == '"')
            return ReadQuotedCell(ref offset, ref lines, out isLast);
        var from = offset;
        while (true)
        {
            var found = _buffer.AsSpan(_start + offset, _end - _start - offset).IndexOfAny(Delimiter, '\n', '\r');
            if (found >= 0)
            {
                offset += found;
                _cells.Add(new RawCell(from, offset - from, false));
                isLast = EndsRecord(ref offset);
                return CsvFault.None;
            }

            offset = _end - _start;
            if (offset > MostChars)
                return CsvFault.TooLong;
            if (Fill())
                continue;
            _cells.Add(new RawCell(from, offset - from, false));
            isLast = true;
            return CsvFault.None;
        }
    }

    private CsvFault ReadQuotedCell(ref int offset, ref int lines, out bool isLast)
    {
        isLast = false;
        var from = ++offset;
        var isEscaped = false;
        while (true)
        {
            var rest = _buffer.AsSpan(_start + offset, _end - _start - offset);
            var found = rest.IndexOf('"');
            lines += rest[..(found < 0 ? rest.Length : found)].Count('\n');
            if (found < 0)
            {
                offset = _end - _start;
                if (offset > MostChars || !Fill())
                    return offset > MostChars ? CsvFault.TooLong : CsvFault.QuoteUnbalanced;
                continue;
            }

            offset += found + 1;
            if (Has(offset) && _buffer[_start + offset] == '"')
            {
                isEscaped = _hasEscaped = true;
                offset++;
                continue;
            }

            _cells.Add(new RawCell(from, offset - 1 - from, isEscaped));
            isLast = !Has(offset);
            if (isLast)
                return CsvFault.None;
            if (_buffer[_start + offset] != Delimiter && _buffer[_start + offset] is not ('\n' or '\r'))
                return CsvFault.QuoteUnbalanced;
            isLast = EndsRecord(ref offset);
            return CsvFault.None;
        }
    }

    /// <summary>Steps over a delimiter or a line end, and says which it was.</summary>
    private bool EndsRecord(ref int offset)
    {
        var end = _buffer[_start + offset++];
        if (end == Delimiter)
            return false;
        if (end == '\r' && Has(offset) && _buffer[_start + offset] == '\n')
            offset++;
        return true;
    }

    private void SkipPastLineEnd()
    {
        while (true)
        {
            var found = _buffer.AsSpan(_start, _end - _start).IndexOfAny('\n', '\r');
            if (found >= 0)
            {
                _start += found;
                var isReturn = _buffer[_start++] == '\r';
                if (isReturn && Has(0) && _buffer[_start] == '\n')
                    _start++;
                return;
            }

            // Nothing of it is needed: memory stays bounded however long the line is.
            _start = _end;
            if (!Fill())
                return;
        }
    }

    private bool Has(int offset) => _start + offset < _end || (Fill() && _start + offset < _end);

    /// <summary>Adds text to the buffer, moving or enlarging it as needed.</summary>
    private bool Fill()
    {
        if (_isEnd)
            return false;
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        // A decoder wants room for a whole character, which may be two.
        if (_buffer.Length - _end < LeastRoom)
            Array.Resize(ref _buffer, _buffer.Length * 2);
        var read = source.Read(_buffer.AsSpan(_end));
        _isEnd = read == 0;
        _end += read;
        return read > 0;
    }

    private void Unescape()
    {
        if (!_hasEscaped)
            return;
        for (var i = 0; i < _cells.Count; i++)
            if (_cells[i].IsEscaped)
                _cells[i] = _cells[i].Unescape(_buffer.AsSpan(_recordStart, _recordLength));
    }
}
