using CrimeInsight.Core.Import;
using CrimeInsight.Core.Import.Batches;

namespace CrimeInsight.Web.Features.DataRoom;

/// <summary>What became, or would become, of rows.</summary>
/// <param name="Rows">All of them: the sum of the others.</param>
public sealed record OutcomeFigures(long Rows, long Accepted, long Updated, long Duplicates, long Conflicts, long Rejected)
{
    public static OutcomeFigures Of(ImportReport report) =>
        new(report.Rows, report.Accepted, report.Updated, report.Duplicates, report.Conflicts, report.Rejected);

    public static OutcomeFigures Of(BatchSummary batch) =>
        new(batch.Rows, batch.Accepted, batch.Updated, batch.Duplicates, batch.Conflicts, batch.Rejected);
}
