using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;
using CrimeInsight.Core.Scopes;
using CrimeInsight.Core.Tables;
using CrimeInsight.Web.Shared.Tables;

namespace CrimeInsight.Web.Features.Export;

/// <summary>A table on its way into a file.</summary>
/// <param name="Subject">What is downloaded, as the audit trail names it.</param>
/// <param name="FileName">Without its end.</param>
/// <param name="Asked">What was asked for, as the audit trail keeps it.</param>
internal sealed record TableExport(
    string Subject, FigureTable Table, string FileName, string Asked, Viewer Viewer, ReferenceData Reference, bool IsSynthetic)
{
    /// <summary>A table of a scope.</summary>
    /// <param name="lastDay">The last day in it; null while there are no data.</param>
    public static TableExport Of(Scope scope, string subject, FigureTable table, DateOnly? lastDay, string asked) => new(
        subject,
        table,
        TableFileName.Of([.. scope.Within.Select(place => place.Code)], table.View, scope.HeadCodes, lastDay),
        asked,
        scope.Viewer,
        scope.Reference,
        scope.Status.IsSynthetic);
}
