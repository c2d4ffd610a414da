using CrimeInsight.Core.Import.Preparing;

namespace CrimeInsight.Core.Import.Judging;

/// <summary>Counts, over a whole file, of what the report tells.</summary>
public sealed class ImportTally(PreparationTally preparing)
{
    private static readonly RejectReason[] s_unmapped =
        [RejectReason.HeadUnknown, RejectReason.GenderUnknown, RejectReason.StatusUnknown, RejectReason.JurisdictionUnknown];

    private readonly Dictionary<RejectReason, long> _reasons = [];
    private readonly Dictionary<(string Column, string Written, string Code), long> _corrections = [];
    private readonly Dictionary<(ImportWarning Warning, string Column, string? Written, string? Code), long> _warnings = [];
    private readonly List<RejectedCell> _examples = [];
    private List<(ImportWarning Warning, string Column, string? Written, string? Code)> _pendingWarnings = [];
    private List<(string Column, string Written, string Code)> _pendingCorrections = [];
    private List<(ImportWarning Warning, string Column, string? Written, string? Code)> _rowWarnings = [];
    private List<(string Column, string Written, string Code)> _rowCorrections = [];

    public long Rows { get; private set; }

    /// <summary>What the steps of preparing did.</summary>
    public PreparationTally Preparing => preparing;

    public IReadOnlyList<RejectedCell> Examples => _examples;

    /// <summary>Of the last row, if it was accepted: what was taken for something else.</summary>
    public IReadOnlyList<(string Column, string Written, string Code)> RowCorrections => _rowCorrections;

    /// <summary>Of the last row, if it was accepted: what is to be looked at.</summary>
    public IReadOnlyList<(ImportWarning Warning, string Column, string? Written, string? Code)> RowWarnings => _rowWarnings;

    public IEnumerable<KeyValuePair<RejectReason, long>> Reasons => _reasons.OrderByDescending(reason => reason.Value).ThenBy(reason => reason.Key);

    public IEnumerable<NameCorrection> Corrections => _corrections
        .Select(entry => new NameCorrection(entry.Key.Column, entry.Key.Written, entry.Key.Code, entry.Value))
        .OrderByDescending(correction => correction.Rows)
        .ThenBy(correction => correction.Written, StringComparer.Ordinal);

    public IEnumerable<WarningCount> Warnings => _warnings
        .Select(entry => new WarningCount(entry.Key.Warning, entry.Key.Column, entry.Value) { Written = entry.Key.Written, Code = entry.Key.Code })
        .OrderBy(warning => warning.Warning).ThenByDescending(warning => warning.Rows).ThenBy(warning => warning.Written, StringComparer.Ordinal);

    /// <summary>Rows with a reason.</summary>
    public long CountOf(RejectReason reason) => _reasons.GetValueOrDefault(reason);

    public void Reject(IEnumerable<RejectedCell> rejects)
    {
        foreach (var reject in rejects)
        {
            _reasons[reject.Reason] = _reasons.GetValueOrDefault(reject.Reason) + 1;
            if (_examples.Count < ImportReport.MostExamples)
                _examples.Add(reject);
            if (reject.Value is { } value && s_unmapped.Contains(reject.Reason))
                preparing.NoteUnmapped(reject.Column, value);
        }
    }

    /// <summary>A correction in the current row; counted if the row is accepted.</summary>
    public void Correct(string column, string written, string code)
    {
        _pendingCorrections.Add((column, written, code));
        preparing.Note(PreparationStep.Names, column, written, code);
    }

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
        _rowWarnings.Clear();
        _rowCorrections.Clear();
        if (isAccepted)
        {
            foreach (var key in _pendingWarnings)
                Count(key, 1);
            foreach (var key in _pendingCorrections)
                _corrections[key] = _corrections.GetValueOrDefault(key) + 1;
            (_rowWarnings, _pendingWarnings) = (_pendingWarnings, _rowWarnings);
            (_rowCorrections, _pendingCorrections) = (_pendingCorrections, _rowCorrections);
        }

        _pendingWarnings.Clear();
        _pendingCorrections.Clear();
    }

    private void Count((ImportWarning, string, string?, string?) key, long rows) => _warnings[key] = _warnings.GetValueOrDefault(key) + rows;
}
