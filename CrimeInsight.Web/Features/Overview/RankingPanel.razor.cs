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

/// <summary>The jurisdictions just below the scope, ranked by cases or by rate.</summary>
public sealed partial class RankingPanel : ScopedPanel<QueryResult>
{
    private const int ShownAtFirst = 10;

    private bool _isByRate;
    private bool _isComplete;

    [Inject] public required IStringLocalizer<OverviewText> Text { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Inject] public required OverviewAnalysis Analysis { get; init; }

    /// <summary>Index of the measure ranked by: 0 cases, 1 rate.</summary>
    private int Ranked => _isByRate && HasRates ? 1 : 0;

    private bool HasRates => Value!.Rows.Any(row => row.Values[1] is not null);

    private IEnumerable<QueryRow> Ordered => Value!.Rows
        .OrderByDescending(row => row.Values[Ranked] ?? -1)
        .ThenBy(row => Context.Reference.Place(row.Keys[0]), StringComparer.CurrentCulture);

    private IReadOnlyList<BarItem> Items
    {
        get
        {
            var most = Value!.Rows.Max(row => row.Values[Ranked] ?? 0);
            return [.. Ordered.Take(_isComplete ? int.MaxValue : ShownAtFirst).Select(row => ToItem(row, most))];
        }
    }

    private string? ExportUrl => Value is { } value ? ExportUrls.For(value.Query) : null;

    protected override bool IsEmpty(QueryResult value) => value.IsEmpty;

    protected override Task<QueryResult> LoadAsync(CancellationToken cancellationToken)
    {
        _isComplete = false;
        return Analysis.RankingAsync(Context.Overview, Context.Viewer, cancellationToken);
    }

    private string ValueOf(QueryRow row, int measure) => measure == 0
        ? Format.Count(row.Values[0], row.IsSuppressed, row.IsProtecting)
        : row.IsSuppressed ? Format.Withheld(row.IsProtecting) : Format.Number(row.Values[1], 1);

    private BarItem ToItem(QueryRow row, double most)
    {
        var name = Context.Reference.Place(row.Keys[0]);
        var value = ValueOf(row, Ranked);
        var detail = row.Values[2] is { } change ? Format.Change(change) : "";
        var href = AppUrls.Overview + (Context.Scope with { In = row.Keys[0] }).ToQueryString();
        return new BarItem(name, value, detail, most > 0 ? (row.Values[Ranked] ?? 0) / most : 0, href);
    }
}
