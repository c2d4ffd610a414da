using System.Collections.Immutable;
using System.Security.Cryptography;
using CrimeInsight.Core.Import;
using CrimeInsight.Core.Import.Reading;
using CrimeInsight.Core.Import.Suggesting;
using CrimeInsight.Core.Import.Understanding;

namespace CrimeInsight.Core.DataRoom;

/// <summary>Reads a file once and says what it is: to its end, or as far as can be waited for.</summary>
internal sealed class FileSketcher
{
    private const int MostRows = 5;
    private const int MostSamples = 3;
    private const int MostChars = 60;
    private const int TellEvery = 4096;

    // The reader is ahead of the row it gives by less.
    private const int EndBytes = 4 << 20;

    // Of a larger text the rows in between are not counted.
    private const int MostBytes = 256 << 20;

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
        _isPersonal = [.. header.Select(PersonalData.IsWithheld)];
        _filled = new long[header.Length];
        _samples = [.. header.Select(_ => new List<string>())];
    }

    /// <param name="content">Seekable; its bytes are read to their end; stays open.</param>
    /// <param name="choice">Which part of it holds the data; null: the only one.</param>
    /// <param name="advice">What is known of it.</param>
    /// <exception cref="ImportRefusedException">Unusable as a whole.</exception>
    public static FileSketch Read(
        Stream content, DataFileChoice? choice, MappingAdvice advice, IProgress<ImportProgress> progress, CancellationToken cancellationToken)
    {
        content.Position = 0;
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(content));
        // Rows that had to be made are not made again.
        var isGlance = !advice.Glance.IsWhole;
        var source = isGlance ? advice.Glance.Content : content;
        source.Position = 0;
        using var text = TextSource.Open(source, advice.File.Encoding, isGlance ? null : choice);
        var reader = new CsvRecordReader(text);
        CountTables.Refuse(reader);
        reader.Delimiter = advice.File.Delimiter;
        var sketcher = new FileSketcher([.. advice.File.Columns.Select(column => column.Name)]);
        while (reader.Row < advice.File.HeaderRow + advice.File.HeaderRows - 1 && reader.Read())
        {
        }

        reader.ExpectedCells = sketcher._header.Length;
        var isPart = sketcher.ReadRows(reader, source, progress, cancellationToken) || isGlance;
        if (sketcher._rows == 0)
            throw new ImportRefusedException(FileProblem.HeaderOnly);
        if (isPart && !isGlance)
            sketcher.ReadEnd(content, advice.File);
        return new FileSketch(
            sketcher.Columns(), sketcher._rows, [.. sketcher._first], [.. sketcher._last], sha256, advice.File, advice.Mapping) { IsPart = isPart };
    }

    /// <returns>True: there are more.</returns>
    private bool ReadRows(CsvRecordReader reader, Stream source, IProgress<ImportProgress> progress, CancellationToken cancellationToken)
    {
        while (reader.Read())
        {
            Add(reader.Current, source.Length - source.Position <= EndBytes);
            if (_rows % TellEvery != 0)
                continue;
            cancellationToken.ThrowIfCancellationRequested();
            progress.Report(new ImportProgress(ImportStage.Reading, _rows, source.Position));
            if (source.Length > 2L * MostBytes && source.Position > MostBytes)
                return true;
        }

        return false;
    }

    private void ReadEnd(Stream content, FileUnderstanding file)
    {
        var lines = new StringReader(FileSample.End(content, file.Encoding));
        var reader = new CsvRecordReader(lines) { Delimiter = file.Delimiter, ExpectedCells = _header.Length };
        _last.Clear();
        while (reader.Read())
            KeepLast(Kept(reader.Current) with { Number = null });
    }

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
            KeepLast(Kept(row));
    }

    private void KeepLast(SketchRow row)
    {
        if (_last.Count == MostRows)
            _last.Dequeue();
        _last.Enqueue(row);
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
