namespace CrimeInsight.Core.Import.Formats;

/// <summary>
/// The one array of objects of a JSON file, whether it stands alone or in an object ("features", "data"): what stands around it is left
/// out. Of JSON lines everything. A value longer than a case can be is refused before it fills the memory.
/// </summary>
/// <param name="mostBytes">After so many it ends with the value that is under way.</param>
internal sealed class JsonArrayStream(Stream inner, bool isLines, long mostBytes) : ForwardStream
{
    private const int MostValueBytes = 16 << 20;

    private int _depth;
    private int _arrayDepth = -1;
    private bool _isString;
    private bool _isEscape;
    private bool _isMark = true;
    private bool _isEnd;
    private bool _isOpen;
    private long _valueBytes;
    private long _bytes;

    /// <summary>It ended before the file did.</summary>
    public bool WasCut { get; private set; }

    /// <summary>Bytes of the file that were looked at.</summary>
    public long Consumed => _bytes;

    public override int Read(Span<byte> buffer)
    {
        while (!_isEnd)
        {
            var read = inner.Read(buffer);
            if (read == 0)
                return 0;
            var kept = 0;
            for (var i = 0; i < read && !_isEnd; i++)
                if (Keeps(buffer[i]))
                    buffer[kept++] = buffer[i];
            if (kept > 0)
                return kept;
        }

        if (!_isOpen || buffer.IsEmpty)
            return 0;
        _isOpen = false;
        buffer[0] = (byte)']';
        return 1;
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));

    private bool Keeps(byte letter)
    {
        _bytes++;
        // A byte-order mark, only at the beginning.
        if (_isMark && letter is 0xEF or 0xBB or 0xBF && _depth == 0)
            return false;
        _isMark = false;
        var isInside = isLines || _arrayDepth >= 0;
        if (_isString)
        {
            _isString = _isEscape || letter != '"';
            _isEscape = !_isEscape && letter == '\\';
        }
        else
        {
            switch (letter)
            {
                case (byte)'"':
                    _isString = true;
                    break;
                case (byte)'[' or (byte)'{':
                    Open(letter);
                    isInside = isLines || _arrayDepth >= 0;
                    break;
                case (byte)']' or (byte)'}':
                    _depth--;
                    WasCut = _bytes >= mostBytes && _depth == (isLines ? 0 : _arrayDepth + 1) && isInside;
                    _isOpen = WasCut && !isLines;
                    _isEnd = WasCut || (!isLines && _depth == _arrayDepth);
                    break;
            }
        }

        Measure();
        return isInside;
    }

    // Arrays within the members of the outer object, or the file itself.
    private void Open(byte letter)
    {
        if (!isLines && _arrayDepth < 0 && letter == '[' && _depth <= 1)
            _arrayDepth = _depth;
        _depth++;
    }

    private void Measure()
    {
        _valueBytes = _depth <= (isLines ? 0 : _arrayDepth + 1) ? 0 : _valueBytes + 1;
        if (_valueBytes > MostValueBytes)
            throw new ImportRefusedException(FileProblem.TooLarge);
    }
}
