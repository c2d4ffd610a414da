using CrimeInsight.Core.Overview;
using CrimeInsight.Core.Queries;
using CrimeInsight.Web.Features.Export;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared;
using CrimeInsight.Web.Shared.Formatting;
using CrimeInsight.Web.Shared.Scope;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Overview;

/// <summary>The crime heads with the most cases.</summary>
public sealed partial class TopHeadsPanel : ScopedPanel<QueryResult>
{
    private const int Shown = 8;

    [Inject] public required IStringLocalizer<OverviewText> Text { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Inject] public required OverviewAnalysis Analysis { get; init; }

    private IReadOnlyList<BarItem> Items
    {
        get
        {
            var most = Value!.Rows.Max(row => row.Values[0] ?? 0);
            return [.. Value.Rows.Select(row => ToItem(row, most))];
        }
    }

    private string? ExportUrl => Value is { } value ? ExportUrls.For(value.Query) : null;

    protected override bool IsEmpty(QueryResult value) => value.IsEmpty;

    protected override Task<QueryResult> LoadAsync(CancellationToken cancellationToken) =>
        Analysis.TopHeadsAsync(Context.Overview, Shown, Context.Viewer, cancellationToken);

    private BarItem ToItem(QueryRow row, double most)
    {
        var name = Context.Reference.Head(row.Keys[0]);
        var value = Format.Count(row.Values[0], row.IsSuppressed, row.IsProtecting);
        var detail = row.Values[2] is { } change ? Format.Change(change) : "";
        return new BarItem(name, value, detail, most > 0 ? (row.Values[0] ?? 0) / most : 0, HrefOf(row.Keys[0]));
    }

    private string HrefOf(string headCode) => AppUrls.Overview + (Context.Scope with { Head = headCode }).ToQueryString();
}
