using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using CrimeInsight.Core.Import;
using CrimeInsight.Core.Import.Reading;

namespace CrimeInsight.Core.DataRoom;

/// <summary>Reads a file once, to its end, and says what it is.</summary>
internal sealed class FileSketcher
{
    private const int MostRows = 5;
    private const int MostSamples = 3;
    private const int MostChars = 60;
    private const int TellEvery = 4096;

    // The reader is ahead of the row it gives by less.
    private const int EndBytes = 4 << 20;

    private readonly string[] _header;
    private readonly bool[] _isPersonal;
    private readonly long[] _filled;
    private readonly List<string>[] _samples;
    private readonly List<SketchRow> _first = [];
    private readonly Queue<SketchRow> _last = [];
    private long _rows;

    private FileSketcher(string[] header)
    {
        _header = header;
        _isPersonal = [.. header.Select(name => !ImportFields.IsName(name) && PersonalData.IsColumn(name))];
        _filled = new long[header.Length];
        _samples = [.. header.Select(_ => new List<string>())];
    }

    /// <param name="content">Read from its beginning to its end; stays open.</param>
    /// <exception cref="ImportRefusedException">Unusable as a whole.</exception>
    public static FileSketch Read(Stream content, IProgress<ImportProgress> progress, CancellationToken cancellationToken)
    {
        using var sha = SHA256.Create();
        using var hashed = new CryptoStream(content, sha, CryptoStreamMode.Read, leaveOpen: true);
        var text = TextSource.Open(hashed, null);
        var reader = new CsvRecordReader(text);
        if (!HeaderSniffer.TrySet(reader, FileLayout.Wanted(ImportMapping.Canonical)) || !reader.Read())
            throw new ImportRefusedException(FileProblem.Empty);
        if (reader.Fault != CsvFault.None)
            throw new ImportRefusedException(FileProblem.HeaderUnreadable, text.EncodingName);
        var sketcher = new FileSketcher(reader.Cells());
        reader.ExpectedCells = sketcher._header.Length;
        while (reader.Read())
        {
            sketcher.Add(reader.Current, content.Length - content.Position <= EndBytes);
            if (sketcher._rows % TellEvery != 0)
                continue;
            cancellationToken.ThrowIfCancellationRequested();
            progress.Report(new ImportProgress(ImportStage.Reading, sketcher._rows, content.Position));
        }

        if (sketcher._rows == 0)
            throw new ImportRefusedException(FileProblem.HeaderOnly);
        return new FileSketch(
            text.EncodingName, reader.Delimiter, sketcher.Columns(), sketcher._rows, [.. sketcher._first], [.. sketcher._last],
            FingerprintOf(sketcher._header), Convert.ToHexStringLower(sha.Hash!));
    }

    /// <summary>Of the names of columns, in any order and writing.</summary>
    internal static string FingerprintOf(IEnumerable<string> header) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
            string.Join('\n', header.Select(name => name.Trim().Normalize().ToUpperInvariant()).Order(StringComparer.Ordinal)))));

    // Most rows of a large file are only counted.
    private void Add(in RawRow row, bool isNearEnd)
    {
        _rows++;
        for (var column = 0; column < Math.Min(row.CellCount, _header.Length); column++)
        {
            var cell = row[column];
            if (cell.IsEmpty)
                continue;
            _filled[column]++;
            if (_samples[column].Count < MostSamples && !_isPersonal[column] && !IsSampled(_samples[column], cell))
                _samples[column].Add(Shown(cell));
        }

        if (_first.Count < MostRows)
            _first.Add(Kept(row));
        else if (isNearEnd)
            KeepLast(row);
    }

    private void KeepLast(in RawRow row)
    {
        if (_last.Count == MostRows)
            _last.Dequeue();
        _last.Enqueue(Kept(row));
    }

    private SketchRow Kept(in RawRow row)
    {
        var cells = ImmutableArray.CreateBuilder<string?>(_header.Length);
        for (var column = 0; column < _header.Length; column++)
            cells.Add(_isPersonal[column] ? null : column < row.CellCount ? Shown(row[column]) : "");
        return new SketchRow(row.Row, cells.MoveToImmutable());
    }

    private ImmutableArray<SketchColumn> Columns() =>
        [.. _header.Select((name, column) => new SketchColumn(name, _isPersonal[column], _filled[column], [.. _samples[column]]))];

    private static bool IsSampled(List<string> samples, ReadOnlySpan<char> cell)
    {
        foreach (var sample in samples)
            if (cell.Length <= MostChars ? cell.SequenceEqual(sample) : sample.AsSpan().StartsWith(cell[..MostChars]))
                return true;
        return false;
    }

    private static string Shown(ReadOnlySpan<char> cell) => cell.Length <= MostChars ? cell.ToString() : string.Concat(cell[..MostChars], "…");
}
