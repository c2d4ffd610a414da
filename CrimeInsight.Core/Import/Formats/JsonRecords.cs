using System.Text.Json;

namespace CrimeInsight.Core.Import.Formats;

/// <summary>The objects of a stream of JSON, one after another, in memory that is used again for each.</summary>
/// <param name="values">One array, or one object a line.</param>
internal sealed class JsonRecords(Stream values, bool isLines) : IDisposable
{
    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;
    private bool _isEnd;
    private JsonReaderState _state = new(new JsonReaderOptions { AllowMultipleValues = isLines });
    private JsonDocument? _record;

    /// <summary>Valid until the next <see cref="Read"/>.</summary>
    public JsonElement Current => _record!.RootElement;

    /// <returns>False at the end.</returns>
    /// <exception cref="JsonException">It is no JSON.</exception>
    /// <exception cref="ImportRefusedException">It holds something else than objects.</exception>
    public bool Read()
    {
        _record?.Dispose();
        _record = null;
        while (true)
        {
            if (TryRead(out var isOver))
                return true;
            if (isOver)
                return false;
            Fill();
        }
    }

    public void Dispose() => _record?.Dispose();

    // An array's bracket is passed over; of a value that is not all there nothing is.
    private bool TryRead(out bool isOver)
    {
        isOver = false;
        while (true)
        {
            var reader = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), _isEnd, _state);
            if (!reader.Read())
            {
                isOver = _isEnd;
                return false;
            }

            if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.EndArray && !isLines && reader.CurrentDepth == 0)
            {
                Pass(reader);
                continue;
            }

            if (reader.TokenType != JsonTokenType.StartObject)
                throw new ImportRefusedException(FileProblem.JsonNoRecords);
            var from = (int)reader.TokenStartIndex;
            if (!reader.TrySkip())
                return false;
            _record = JsonDocument.Parse(_buffer.AsMemory(_start + from, (int)reader.BytesConsumed - from));
            Pass(reader);
            return true;
        }
    }

    private void Pass(in Utf8JsonReader reader)
    {
        _state = reader.CurrentState;
        _start += (int)reader.BytesConsumed;
    }

    private void Fill()
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        if (_end == _buffer.Length)
            Array.Resize(ref _buffer, _buffer.Length * 2);
        var read = values.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        _isEnd = read == 0;
    }
}
