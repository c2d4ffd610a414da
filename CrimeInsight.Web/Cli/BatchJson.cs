using System.Text.Encodings.Web;
using System.Text.Json;
using CrimeInsight.Core.Import.Batches;

namespace CrimeInsight.Web.Cli;

/// <summary>Batches as docs/import.md describes them.</summary>
internal static class BatchJson
{
    // Names of files are read by people too: not as escapes. This is a terminal, not a page.
    private static readonly JsonSerializerOptions s_json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(object value) => JsonSerializer.Serialize(value, s_json);

    public static object Describe(BatchSummary batch) => new
    {
        number = batch.Number,
        batch = batch.Id,
        file = batch.FileName,
        sha256 = batch.Sha256,
        demo = batch.IsDemo,
        synthetic = batch.IsSynthetic,
        person = batch.PersonName,
        started = batch.StartedAt,
        finished = batch.FinishedAt,
        mapping = batch.Mapping,
        source = batch.Source,
        rows = batch.Rows,
        accepted = batch.Accepted,
        updated = batch.Updated,
        duplicates = batch.Duplicates,
        conflicts = batch.Conflicts,
        pendingConflicts = batch.PendingConflicts,
        rejected = batch.Rejected,
        equalRows = batch.EqualRows,
        @override = batch.Override,
        superseded = batch.Superseded,
        rolledBack = batch.RolledBackAt,
        rolledBackBy = batch.RolledBackBy,
    };
}
