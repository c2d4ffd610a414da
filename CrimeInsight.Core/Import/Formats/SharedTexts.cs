using System.Buffers.Binary;
using System.Text;
using System.Xml;

namespace CrimeInsight.Core.Import.Formats;

/// <summary>
/// The shared texts of a workbook, read as far as they are asked for and kept as UTF-8: of a large workbook they are the most, and as
/// strings would take thrice as much.
/// </summary>
/// <param name="reader">Of their part, at its beginning; null: the workbook has none.</param>
internal sealed class SharedTexts(XmlReader? reader) : IDisposable
{
    private const int BlockBytes = 1 << 20;

    // Of the many cells of a sheet most have one of a few texts.
    private const int Recent = 4096;

    private readonly List<byte[]> _blocks = [];

    // Block and offset of each, where its length stands before it.
    private readonly List<ulong> _places = [];
    private readonly (int Index, string Text)[] _recent = new (int, string)[Recent];
    private int _filled = BlockBytes;
    private bool _isEnd = reader is null;

    /// <summary>Null when there are fewer.</summary>
    public string? Find(int index)
    {
        var known = _recent[index % Recent];
        if (known.Text is not null && known.Index == index)
            return known.Text;
        while (_places.Count <= index && !_isEnd)
            ReadOn();
        if (index >= _places.Count)
            return null;
        var place = _places[index];
        var bytes = _blocks[(int)(place >> 32)].AsSpan((int)(uint)place);
        var text = Encoding.UTF8.GetString(bytes.Slice(sizeof(int), BinaryPrimitives.ReadInt32LittleEndian(bytes)));
        _recent[index % Recent] = (index, text);
        return text;
    }

    public void Dispose() => reader?.Dispose();

    private void ReadOn()
    {
        while (reader!.Read())
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "si")
            {
                Keep(WorkbookParts.TextIn(reader));
                return;
            }

        _isEnd = true;
    }

    private void Keep(string text)
    {
        var bytes = sizeof(int) + Encoding.UTF8.GetByteCount(text);
        if (_blocks.Count == 0 || _filled + bytes > _blocks[^1].Length)
        {
            _blocks.Add(new byte[Math.Max(BlockBytes, bytes)]);
            _filled = 0;
        }

        var place = _blocks[^1].AsSpan(_filled, bytes);
        BinaryPrimitives.WriteInt32LittleEndian(place, bytes - sizeof(int));
        Encoding.UTF8.GetBytes(text, place[sizeof(int)..]);
        _places.Add(((ulong)(_blocks.Count - 1) << 32) | (uint)_filled);
        _filled += bytes;
    }
}
