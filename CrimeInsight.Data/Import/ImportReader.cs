using System.Text.Json;
using CrimeInsight.Core.Import;
using CrimeInsight.Core.Import.Judging;
using CrimeInsight.Core.Import.Reading;
using CrimeInsight.Core.People;

namespace CrimeInsight.Data.Import;

/// <summary>Reads one file, from its bytes to encoded rows.</summary>
internal sealed class ImportReader : IDisposable
{
    private readonly HashingStream _bytes;
    private readonly TextSource _text;
    private readonly CsvRecordReader _records;
    private IncidentRowReader? _rows;
    private readonly RejectFile? _rejectFile;
    private readonly Func<bool>? _isUnchanged;

    /// <exception cref="ImportRefusedException">Unusable as a whole.</exception>
    public ImportReader(ImportRequest request)
    {
        _isUnchanged = request.IsUnchanged;
        Mapping = ImportMapping.Parse(request.MappingJson);
        Source = string.IsNullOrWhiteSpace(request.Source) ? Mapping.Source : request.Source.Trim();
        _bytes = new HashingStream(request.Content);
        _text = TextSource.Open(_bytes, request.Encoding ?? Mapping.Encoding);
        _records = new CsvRecordReader(_text);
        Delimiter = HeaderSniffer.Find(_records, Mapping.Delimiter, FileLayout.Wanted(Mapping));
        Layout = FileLayout.Read(_records, Mapping, _text.EncodingName);
        foreach (var name in Layout.IgnoredColumns.Where(PersonalData.IsColumn))
            Tally.Warn(ImportWarning.PersonalColumnIgnored, name, 0);
        _rejectFile = request.Rejects is null ? null : new RejectFile(request.Rejects);
    }

    public ImportMapping Mapping { get; }

    public string Source { get; }

    public char Delimiter { get; }

    public string EncodingName => _text.EncodingName;

    public FileLayout Layout { get; }

    public ImportTally Tally { get; } = new();

    /// <summary>SHA-256 of the file; empty before its end.</summary>
    public byte[] Sha256 { get; private set; } = [];

    public long BytesRead => _bytes.BytesRead;

    /// <summary>Makes ready for rows, and looks through the first of them. Called once, before <see cref="ReadAsync"/>.</summary>
    public void Prepare(ImportReferences references, Viewer viewer, DateOnly today)
    {
        _rows = new IncidentRowReader(Layout, Source, references, viewer, today, Tally);
        var sample = new StringReader(_records.Head().ToString());
        _rows.Sample(new CsvRecordReader(sample) { Delimiter = Delimiter, ExpectedCells = Layout.ColumnCount });
    }

    /// <summary>Reads every row.</summary>
    /// <exception cref="ImportRefusedException">There is none.</exception>
    public async Task<BatchClosing> ReadAsync(BatchWriter writer, CancellationToken cancellationToken)
    {
        while (_records.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            await WriteAsync(writer, cancellationToken);
        }

        if (Tally.Rows == 0)
            throw new ImportRefusedException(FileProblem.HeaderOnly);
        _rows!.Close();
        Sha256 = _bytes.Hash();
        if (_isUnchanged?.Invoke() == false)
            throw new ImportRefusedException(FileProblem.Changed);
        return new BatchClosing(Sha256, Detail());
    }

    public void Dispose()
    {
        _text.Dispose();
        _bytes.Dispose();
    }

    private ValueTask WriteAsync(BatchWriter writer, CancellationToken cancellationToken)
    {
        var incident = _rows!.Read(_records);
        Tally.EndRow(incident is not null);
        if (incident is not null)
            return writer.AddAsync(_records.Row, incident, cancellationToken);
        Tally.Reject(_rows.Rejects.All);
        if (_rejectFile is not null)
            foreach (var reject in _rows.Rejects.All)
                _rejectFile.Write(reject);
        return writer.RejectAsync(_rows.Rejects.All, cancellationToken);
    }

    /// <summary>What is stored with the batch.</summary>
    private string Detail() => JsonSerializer.Serialize(new
    {
        mapping = Mapping.Name,
        source = Source,
        encoding = EncodingName,
        delimiter = Delimiter.ToString(),
        rows = Tally.Rows,
        reasons = Tally.Reasons.ToDictionary(reason => reason.Key.ToString(), reason => reason.Value),
        corrections = Tally.Corrections.Take(1000),
        warnings = Tally.Warnings.Select(warning => new { warning = warning.Warning.ToString(), warning.Column, warning.Rows }),
    });
}
