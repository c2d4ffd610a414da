using System.Globalization;
using CrimeInsight.Core.Overview;
using CrimeInsight.Core.Queries;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using CrimeInsight.Web.Shared.Scopes;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Map;

/// <summary>The crime heads with the most cases in one area.</summary>
public sealed partial class AreaHeads : ScopedPanel<QueryResult>
{
    private const int Shown = 4;

    [Inject] public required IStringLocalizer<MapText> Text { get; init; }

    [Inject] public required IStringLocalizer<SharedText> Shared { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Inject] public required OverviewAnalysis Analysis { get; init; }

    /// <summary>Heads with cases, and those withheld.</summary>
    private List<QueryRow> Heads => [.. Value!.Rows.Where(row => row.IsSuppressed || row.Values[0] > 0)];

    /// <summary>Those not shown, by name.</summary>
    private string Further =>
        string.Join("; ", Heads.Skip(Shown)
            .Select(row => $"{Context.Reference.Head(row.Keys[0].Code)} ({Format.Count(row.Values[0], row.IsSuppressed, row.IsProtecting)})"));

    protected override WithheldCases? Withheld => Value?.Withheld;

    protected override bool IsEmpty(QueryResult value) => value.Rows.IsEmpty;

    protected override Task<QueryResult> LoadAsync(CancellationToken cancellationToken) =>
        Analysis.HeadsAsync(Context, cancellationToken);

    private string WidthOf(QueryRow row)
    {
        var most = Value!.Rows.Max(other => other.Values[0]) ?? 0;
        return string.Create(CultureInfo.InvariantCulture, $"width:{(most > 0 ? 100 * (row.Values[0] ?? 0) / most : 0):0.#}%");
    }
}
