using CrimeInsight.Core.Import;

namespace CrimeInsight.Core.Sources;

/// <summary>What became, or would become, of the rows of a file.</summary>
public sealed record SourceCounts(long Rows, long Accepted, long Updated, long Duplicates, long Conflicts, long Rejected)
{
    internal static SourceCounts Of(ImportReport report) =>
        new(report.Rows, report.Accepted, report.Updated, report.Duplicates, report.Conflicts, report.Rejected);
}
