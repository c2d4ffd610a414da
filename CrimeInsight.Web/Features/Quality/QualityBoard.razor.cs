using CrimeInsight.Core.Quality;
using CrimeInsight.Core.Scopes;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared;
using CrimeInsight.Web.Shared.Charts;
using CrimeInsight.Web.Shared.Formatting;
using CrimeInsight.Web.Shared.Scopes;
using CrimeInsight.Web.Shared.Tables;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Quality;

/// <summary>Places by what is wanting in their records, the worst first, and the course of the whole.</summary>
public sealed partial class QualityBoard : ScopedPanel<QualityReport>
{
    private const int ShownAtFirst = 10;

    private bool _isComplete;

    [Inject] public required IStringLocalizer<QualityText> Text { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Inject] public required TableWords Words { get; init; }

    [Inject] public required QualityAnalysis Analysis { get; init; }

    protected override bool IsHeavy => true;

    private IEnumerable<PartQuality> Shown => Value!.Parts.Take(_isComplete ? int.MaxValue : ShownAtFirst);

    private string? PartsSubtitle => Value is { } value ? Text[nameof(QualityText.PartsSubtitle), Format.Period(value.Judged)].Value : null;

    private string ExportUrl => AppUrls.QualityFile + ".csv" + Context.Codes.ToQueryString();

    private ChartOptions Trend => new()
    {
        Kind = ChartKind.Line,
        Series =
        [
            .. Enum.GetValues<QualityGap>().Select((gap, index) => new ChartSeries(
                Words.Text(QualityWords.Gap(gap)), [.. Value!.Months.Select(month => ChartValue.FromNullable(month.Shares[index]?.Percent))])),
        ],
        Categories = [.. Value!.Months.Select(month => Format.ShortMonth(month.Month.First))],
        Numbers = ChartNumbers.Percent,
        CategoryTicks = 6,
        Minimum = 0,
        ShowsLegend = true,
        HeightPixels = 320,
    };

    protected override bool IsEmpty(QualityReport value) => value.Cases == 0;

    protected override Task<QualityReport> LoadAsync(CancellationToken cancellationToken)
    {
        _isComplete = false;
        return Analysis.RunAsync(Context, new QualitySettings(), cancellationToken);
    }

    private string UrlInto(PartQuality part)
    {
        var hasParts = Context.Reference.Jurisdictions.ChildrenOf(part.Place.Id).Count > 0;
        var codes = Context.Codes.In(part.Place.Code);
        return hasParts ? AppUrls.Quality + codes.ToQueryString() : AppUrls.CasesIn(codes);
    }
}
