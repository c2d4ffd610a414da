using CrimeInsight.Core.Overview;
using CrimeInsight.Core.Queries;
using CrimeInsight.Web.Features.Export;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared;
using CrimeInsight.Web.Shared.Formatting;
using CrimeInsight.Web.Shared.Scopes;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Overview;

/// <summary>The crime heads with the most cases.</summary>
public sealed partial class TopHeadsPanel : ScopedPanel<QueryResult>
{
    private const int Shown = 8;

    [Inject] public required IStringLocalizer<OverviewText> Text { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Inject] public required SmallNumbers Small { get; init; }

    [Inject] public required OverviewAnalysis Analysis { get; init; }

    /// <summary>Heads with cases, and those withheld; one that had cases only a year before is not frequent.</summary>
    private List<QueryRow> Heads => [.. Value!.Rows.Where(IsShown)];

    private IReadOnlyList<BarItem> Items
    {
        get
        {
            var most = Value!.Rows.Select(row => row.Values[0] ?? 0).DefaultIfEmpty().Max();
            return [.. Heads.Take(Shown).Select(row => ToItem(row, most))];
        }
    }

    private List<QueryRow> Further => Heads[Math.Min(Shown, Heads.Count)..];

    private string FurtherTitle => Further.Any(row => row.IsSuppressed)
        ? Text[nameof(OverviewText.HeadsFurtherWithheld), Format.Number(Further.Count), Format.Number(Further.Count(row => row.IsSuppressed))]
        : Text[nameof(OverviewText.HeadsFurther), Format.Number(Further.Count), Format.Number(Further.Sum(row => row.Values[0]))];

    /// <summary>Cases of all heads together, from the share of the first; null when it is withheld.</summary>
    private double? Total => Value!.Rows.FirstOrDefault(row => row.Values[1] > 0) is { } row ? row.Values[0] / row.Values[1] * 100 : null;

    private string? ExportUrl => Value is { } value ? ExportUrls.For(value.Query) : null;

    protected override WithheldCases? Withheld => Value?.Withheld;

    protected override bool IsEmpty(QueryResult value) => !value.Rows.Any(IsShown);

    protected override Task<QueryResult> LoadAsync(CancellationToken cancellationToken) =>
        Analysis.HeadsAsync(Context, cancellationToken);

    private static bool IsShown(QueryRow row) => row.IsSuppressed || row.Values[0] > 0;

    /// <summary>Null without a year before to compare with.</summary>
    private string? ChangeOf(QueryRow row) => Context.HasLastYear ? Small.Change(row.Values[3], row.Values[0]) : null;

    private BarItem ToItem(QueryRow row, double most)
    {
        var name = Context.Reference.Head(row.Keys[0].Code);
        var value = Format.Count(row.Values[0], row.IsSuppressed, row.IsProtecting);
        var detail = ChangeOf(row) ?? "";
        return new BarItem(name, value, detail, most > 0 ? (row.Values[0] ?? 0) / most : 0, HrefOf(row.Keys[0].Code));
    }

    private string HrefOf(string headCode) => AppUrls.Overview + Context.Codes.Of(headCode).ToQueryString();
}
