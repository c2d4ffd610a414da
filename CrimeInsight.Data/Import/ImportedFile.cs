using System.Text.Json;
using CrimeInsight.Core.Import;
using CrimeInsight.Core.Import.Foresight;
using CrimeInsight.Core.Import.Judging;
using CrimeInsight.Core.Import.Preparing;
using CrimeInsight.Core.Import.Reading;

namespace CrimeInsight.Data.Import;

/// <summary>One file on its way into a batch.</summary>
internal sealed class ImportedFile : IDisposable
{
    private readonly HashingStream _bytes;
    private readonly RejectFile? _rejects;
    private readonly Func<bool>? _isUnchanged;
    private readonly IForesightSink? _foresight;

    /// <exception cref="ImportRefusedException">Unusable as a whole.</exception>
    public ImportedFile(ImportRequest request)
    {
        _isUnchanged = request.IsUnchanged;
        Override = StopRules.ReasonOf(request.Override);
        ConfirmedAnomalies = request.ConfirmedAnomalies;
        _foresight = request.IsDryRun ? request.Foresight : null;
        Mapping = ImportMapping.Parse(request.MappingJson);
        Source = string.IsNullOrWhiteSpace(request.Source) ? Mapping.Source : request.Source.Trim();
        var shared = request.Content.CanSeek ? new SharedStream(request.Content) : null;
        _bytes = new HashingStream(shared?.Open() ?? request.Content);
        try
        {
            Content = new IncidentFile(_bytes, Mapping, request.Encoding, shared is null ? null : shared.Open, request.Choice);
        }
        catch
        {
            // A block may still be read ahead from the caller's stream.
            _bytes.Dispose();
            throw;
        }

        var plan = Content.Layout.Plan;
        Plan = request.EqualRows is { } equal ? plan with { DropsEqualRows = equal == EqualRows.Drop } : plan;
        _rejects = request.Rejects is null ? null : new RejectFile(request.Rejects, Content);
    }

    public ImportMapping Mapping { get; }

    /// <summary>Within which references are unique.</summary>
    public string Source { get; }

    public IncidentFile Content { get; }

    /// <summary>Which steps prepare its rows.</summary>
    public PreparationPlan Plan { get; }

    /// <summary>Why it is stored although a stop rule is broken.</summary>
    public string? Override { get; }

    public int ConfirmedAnomalies { get; }

    /// <summary>SHA-256 of the file; empty before its end.</summary>
    public byte[] Sha256 { get; private set; } = [];

    public long BytesRead => _bytes.BytesRead;

    /// <summary>Reads every row, has it judged and passes it on.</summary>
    /// <exception cref="ImportRefusedException">There is none, or the file changed meanwhile.</exception>
    public async Task<BatchClosing> WriteAsync(IncidentJudge judge, BatchWriter writer, CancellationToken cancellationToken)
    {
        judge.Tally.Preparing.ListsChanges = _foresight is not null;
        foreach (var row in judge.JudgeAll(Content))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (_foresight is not null)
                Tell(row, judge.Tally, _foresight);
            await WriteAsync(row, writer, cancellationToken);
        }

        Sha256 = _bytes.Hash();
        if (_isUnchanged?.Invoke() == false)
            throw new ImportRefusedException(FileProblem.Changed);
        return new BatchClosing(Sha256, result => Detail(judge.Tally, result));
    }

    public void Dispose()
    {
        Content.Dispose();
        _bytes.Dispose();
    }

    private static void Tell(JudgedRow row, ImportTally tally, IForesightSink sink)
    {
        foreach (var cell in row.Rejects)
            sink.Add(new OutcomeRow(OutcomeKind.Rejected, row.Row, cell.Column, cell.Value, cell.Reason.ToString(), cell.Suggestion));
        foreach (var (column, written, code) in tally.RowCorrections)
            sink.Add(new OutcomeRow(OutcomeKind.Repaired, row.Row, column, written, OutcomeRow.ReasonNames.Corrected, code));
        foreach (var (warning, column, written, code) in tally.RowWarnings)
            sink.Add(new OutcomeRow(OutcomeKind.Repaired, row.Row, column, written, warning.ToString(), code));
        foreach (var change in tally.Preparing.Changes)
            sink.Add(change);
    }

    private ValueTask WriteAsync(JudgedRow row, BatchWriter writer, CancellationToken cancellationToken)
    {
        if (row.Incident is { } incident)
            return writer.AddAsync(row.Row, incident, cancellationToken);
        _rejects?.Write(row);
        return writer.RejectAsync(row.Rejects, cancellationToken);
    }

    /// <summary>What is stored with the batch.</summary>
    private string Detail(ImportTally tally, BatchResult result) => JsonSerializer.Serialize(new
    {
        mapping = Mapping.Name,
        source = Source,
        encoding = Content.EncodingName,
        delimiter = Content.Delimiter.ToString(),
        rows = tally.Rows,
        reasons = tally.Reasons.ToDictionary(reason => reason.Key.ToString(), reason => reason.Value),
        corrections = tally.Corrections.Take(1000),
        warnings = tally.Warnings.Take(1000)
            .Select(warning => new { warning = warning.Warning.ToString(), warning.Column, warning.Rows, warning.Written, warning.Code }),
        stop = result.Stop?.ToString(),
        @override = result.Stop is null ? null : Override,
        confirmedAnomalies = ConfirmedAnomalies,
        preparation = JsonSerializer.SerializeToElement(tally.Preparing.Report(Plan, result.Duplicates), PreparationReport.Json),
    });
}
