using CrimeInsight.Core.Cases;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Scope;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Cases;

/// <summary>One page of cases: a table, on phones a card a case. Each row opens its case.</summary>
public sealed partial class CaseListPanel : ScopedPanel<CasePage>
{
    [Inject] public required IStringLocalizer<CasesText> Text { get; init; }

    [Inject] public required CaseTextFormat Words { get; init; }

    [Inject] public required ICaseReader Cases { get; init; }

    [Parameter] public CaseCursor? Before { get; set; }

    [Parameter] public CaseCursor? After { get; set; }

    protected override bool IsEmpty(CasePage value) => value.Cases.IsEmpty;

    protected override Task<CasePage> LoadAsync(CancellationToken cancellationToken)
    {
        var places = Context.Place is { } place ? [place] : Context.Roots;
        return Cases.ListAsync(new CaseQuery(places, Context.Head, Context.Period, Before, After), Context.Viewer, cancellationToken);
    }

    private string HeadOf(CaseSummary item) => CaseTextFormat.Heads(Context.Reference, item.HeadId)[^1];

    private string? PlaceOf(CaseSummary item) => CaseTextFormat.Places(Context.Reference, item.Ordinal) is [var place, ..] ? place : null;

    private string AroundOf(CaseSummary item) => string.Join(", ", CaseTextFormat.Places(Context.Reference, item.Ordinal).Skip(1).Take(2));
}
