
namespace CrimeInsight.Core.Import.Judging;

/// <summary>Counts, over a whole file, of what the report tells.</summary>
public sealed class ImportTally
{
    private readonly Dictionary<RejectReason, long> _reasons = [];
    private readonly Dictionary<(string Column, string Written, string Code), long> _corrections = [];
    private readonly Dictionary<(ImportWarning, string), long> _warnings = [];
    private readonly List<RejectedCell> _examples = [];
    private readonly List<(ImportWarning, string)> _pendingWarnings = [];
    private readonly List<(string, string, string)> _pendingCorrections = [];

    public long Rows { get; private set; }

    public IReadOnlyList<RejectedCell> Examples => _examples;

    public IEnumerable<KeyValuePair<RejectReason, long>> Reasons => _reasons.OrderByDescending(reason => reason.Value).ThenBy(reason => reason.Key);

    public IEnumerable<NameCorrection> Corrections => _corrections
        .Select(entry => new NameCorrection(entry.Key.Column, entry.Key.Written, entry.Key.Code, entry.Value))
        .OrderByDescending(correction => correction.Rows)
        .ThenBy(correction => correction.Written, StringComparer.Ordinal);

    public IEnumerable<WarningCount> Warnings => _warnings
        .Select(entry => new WarningCount(entry.Key.Item1, entry.Key.Item2, entry.Value))
        .OrderBy(warning => warning.Warning);

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
    public void Warn(ImportWarning warning, string column) => _pendingWarnings.Add((warning, column));

    /// <param name="rows">Zero for a warning about the file as a whole.</param>
    public void Warn(ImportWarning warning, string column, long rows) =>
        _warnings[(warning, column)] = _warnings.GetValueOrDefault((warning, column)) + rows;

    /// <summary>Ends a row: what it has gathered counts, or is forgotten.</summary>
    public void EndRow(bool isAccepted)
    {
        Rows++;
        if (isAccepted)
        {
            foreach (var (warning, column) in _pendingWarnings)
                Warn(warning, column, 1);
            foreach (var key in _pendingCorrections)
                _corrections[key] = _corrections.GetValueOrDefault(key) + 1;
        }

        _pendingWarnings.Clear();
        _pendingCorrections.Clear();
    }
}
