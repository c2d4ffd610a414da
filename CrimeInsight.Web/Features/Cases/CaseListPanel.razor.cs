using CrimeInsight.Core.Cases;
using CrimeInsight.Core.Queries;
using CrimeInsight.Core.Tables;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using CrimeInsight.Web.Shared.Scopes;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Cases;

/// <summary>One page of cases: a table, on phones a card a case. Each row opens its case.</summary>
public sealed partial class CaseListPanel : ScopedPanel<CaseList>
{
    [Inject] public required IStringLocalizer<CasesText> Text { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Inject] public required ICaseReader Cases { get; init; }

    [Inject] public required IIncidentQueryRunner Runner { get; init; }

    [Parameter, EditorRequired] public required CaseChoice Choice { get; set; }

    [Parameter] public CaseCursor? Before { get; set; }

    [Parameter] public CaseCursor? After { get; set; }

    protected override object? Choices => Choice;

    private string? Total =>
        Value?.Total is { } row ? Text[nameof(CasesText.Total), Format.Count(row.Values[0], row.IsSuppressed, row.IsProtecting)].Value : null;

    protected override bool IsEmpty(CaseList value) => value.Page.Cases.IsEmpty;

    protected override async Task<CaseList> LoadAsync(CancellationToken cancellationToken)
    {
        var page = await Cases.ListAsync(CaseSelection.Cases(Context, Choice, Before, After), cancellationToken);
        var total = Choice.Number is null && !page.Cases.IsEmpty
            ? (await Runner.RunAsync(CaseSelection.Count(Context, Choice), Context.Viewer, cancellationToken)).Rows.FirstOrDefault()
            : null;
        return new CaseList(page, total);
    }

    private static string? ClassOf(FigureRow row) => row.Subject is CaseSummary { IsSensitive: true } ? "screen-only" : null;

    private static string? CellClassOf(FigureRow row, FigureColumn column) => column.Key switch
    {
        CaseTables.When => "case-when",
        CaseTables.Reported => "case-reported",
        CaseTables.Place => "case-place",
        _ => null,
    };

    private string AroundOf(CaseSummary item) => string.Join(", ", CaseTextFormat.Places(Context.Reference, item.Ordinal).Skip(1).Take(2));
}
