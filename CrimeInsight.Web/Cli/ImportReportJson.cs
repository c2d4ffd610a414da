using System.Text.Encodings.Web;
using System.Text.Json;
using CrimeInsight.Core.Import;

namespace CrimeInsight.Web.Cli;

/// <summary>The report of an import as docs/import.md describes it.</summary>
internal static class ImportReportJson
{
    private const int MostCorrections = 200, MostWarnings = 200;

    // Names of places are read by people too: not as escapes. This is a terminal, not a page.
    private static readonly JsonSerializerOptions s_json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="foresight">Of a dry run.</param>
    public static string Write(ImportReport report, string? rejectsFile, ForesightMembers? foresight) => JsonSerializer.Serialize(
        new
        {
            file = report.FileName,
            sha256 = report.Sha256,
            batch = IsStored(report) ? report.BatchId : (Guid?)null,
            dryRun = report.IsDryRun,
            mapping = report.Mapping,
            source = report.Source,
            encoding = report.Encoding, delimiter = report.Delimiter.ToString(),
            rows = report.Rows,
            accepted = report.Accepted,
            repaired = report.Preparation?.Repaired ?? 0,
            imputed = report.Preparation?.Imputed ?? 0,
            updated = report.Updated, duplicates = report.Duplicates, conflicts = report.Conflicts,
            rejected = report.Rejected,
            equalRows = report.EqualRows,
            stop = report.Stop?.ToString(),
            @override = report.Override,
            reasons = report.Reasons.ToDictionary(reason => reason.Key.ToString(), reason => reason.Value),
            rejectsFile,
            examples = report.Examples.Select(Describe),
            corrections = report.Corrections.Take(MostCorrections)
                .Select(correction => new { column = correction.Column, written = correction.Written, code = correction.Code, rows = correction.Rows }),
            warnings = report.Warnings.Take(MostWarnings).Select(warning => new
            {
                warning = warning.Warning.ToString(), column = warning.Column, rows = warning.Rows, written = warning.Written, code = warning.Code,
            }),
            preparation = report.Preparation is { } preparation ? PreparationMembers.Describe(preparation) : null,
            lists = foresight?.Rows,
            changes = foresight?.Changes,
            anomalies = report.Anomalies.Select(ForesightMembers.Describe),
            likely = report.Likely is { } likely ? ForesightMembers.Describe(likely) : null,
            features = report.Features is { } features ? ForesightMembers.Describe(features) : null,
            storedMonths = report.StoredMonths.Select(ForesightMembers.Describe),
            ignoredColumns = report.IgnoredColumns,
            seconds = Math.Round(report.Seconds, 2),
        },
        s_json);

    private static bool IsStored(ImportReport report) => !report.IsDryRun && (report.Stop is null || report.Override is not null);

    private static object Describe(RejectedCell reject) => new
    {
        row = reject.Row,
        line = reject.Line,
        column = reject.Column,
        value = reject.Value,
        reason = reject.Reason.ToString(),
        suggestion = reject.Suggestion,
    };
}
