using System.Collections.Immutable;
using CrimeInsight.Core.Hotspots;
using CrimeInsight.Core.Scopes;

namespace CrimeInsight.Web.Features.Hotspots;

/// <summary>How a method is shown that compares single cases with others.</summary>
internal abstract class ComparedCasesPresenter : HotspotMapPresenter
{
    public override bool HasViews => true;

    public override bool HasBackgrounds(Scope scope) => true;

    public override Comparison? ComparisonOf(FindingsReport report) => ((ComparedCasesReport)report).Comparison;

    public override ImmutableArray<PlainOutline> PlainOf(FindingsReport report) => ((ComparedCasesReport)report).Plain;
}
