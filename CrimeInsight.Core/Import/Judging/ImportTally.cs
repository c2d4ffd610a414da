
namespace CrimeInsight.Core.Import.Judging;

/// <summary>Counts, over a whole file, of what the report tells.</summary>
public sealed class ImportTally
{
    private readonly Dictionary<RejectReason, long> _reasons = [];
    private readonly Dictionary<(string Column, string Written, string Code), long> _corrections = [];
    private readonly Dictionary<(ImportWarning Warning, string Column, string? Written, string? Code), long> _warnings = [];
    private readonly List<RejectedCell> _examples = [];
    private readonly List<(ImportWarning Warning, string Column, string? Written, string? Code)> _pendingWarnings = [];
    private readonly List<(string, string, string)> _pendingCorrections = [];

    public long Rows { get; private set; }

    public IReadOnlyList<RejectedCell> Examples => _examples;

    public IEnumerable<KeyValuePair<RejectReason, long>> Reasons => _reasons.OrderByDescending(reason => reason.Value).ThenBy(reason => reason.Key);

    public IEnumerable<NameCorrection> Corrections => _corrections
        .Select(entry => new NameCorrection(entry.Key.Column, entry.Key.Written, entry.Key.Code, entry.Value))
        .OrderByDescending(correction => correction.Rows)
        .ThenBy(correction => correction.Written, StringComparer.Ordinal);

    public IEnumerable<WarningCount> Warnings => _warnings
        .Select(entry => new WarningCount(entry.Key.Warning, entry.Key.Column, entry.Value) { Written = entry.Key.Written, Code = entry.Key.Code })
        .OrderBy(warning => warning.Warning).ThenByDescending(warning => warning.Rows).ThenBy(warning => warning.Written, StringComparer.Ordinal);

    public void Reject(IEnumerable<RejectedCell> rejects)
    {
        foreach (var reject in rejects)
        {
            _reasons[reject.Reason] = _reasons.GetValueOrDefault(reject.Reason) + 1;
            if (_examples.Count < ImportReport.MostExamples)
                _examples.Add(reject);
        }
    }

    /// <summary>A correction in the current row; counted if the row is accepted.</summary>
    public void Correct(string column, string written, string code) => _pendingCorrections.Add((column, written, code));

    /// <summary>A warning about the current row; counted if the row is accepted.</summary>
    public void Warn(ImportWarning warning, string column) => _pendingWarnings.Add((warning, column, null, null));

    /// <summary>A warning about a value of the current row, and what it was taken for.</summary>
    public void Warn(ImportWarning warning, string column, string written, string code) => _pendingWarnings.Add((warning, column, written, code));

    /// <param name="rows">Zero for a warning about the file as a whole.</param>
    public void Warn(ImportWarning warning, string column, long rows) =>
        Count((warning, column, null, null), rows);

    /// <summary>Ends a row: what it has gathered counts, or is forgotten.</summary>
    public void EndRow(bool isAccepted)
    {
        Rows++;
        if (isAccepted)
        {
            foreach (var key in _pendingWarnings)
                Count(key, 1);
            foreach (var key in _pendingCorrections)
                _corrections[key] = _corrections.GetValueOrDefault(key) + 1;
        }

        _pendingWarnings.Clear();
        _pendingCorrections.Clear();
    }

    private void Count((ImportWarning, string, string?, string?) key, long rows) => _warnings[key] = _warnings.GetValueOrDefault(key) + rows;
}
