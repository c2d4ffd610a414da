using System.Globalization;
using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Forecasting.Stored;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Results;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using CrimeInsight.Web.Shared.Scopes;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Forecasting;

/// <summary>What is expected next in the places below, and how likely that is more than a year before. Each leads to its own forecast.</summary>
public sealed partial class PlacesPanel : ScopedPanel<Answer<SeriesRequest, ForecastRanking>>
{
    private const int ShownAtFirst = 10;

    private PlaceOrder _order;
    private bool _isComplete;

    [Inject] public required IStringLocalizer<ForecastingText> Text { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Inject] public required EffectWords Words { get; init; }

    [Inject] public required Answers<SeriesRequest, ForecastRanking> Answers { get; init; }

    [Parameter, EditorRequired] public required ForecastPageState Page { get; set; }

    private ForecastRanking Ranking => Value!.Report!;

    private IEnumerable<ForecastRank> Shown => PlaceRanking.Order(Ranking.Ranks, _order).Take(_isComplete ? int.MaxValue : ShownAtFirst);

    private string? Subtitle => Value?.Report?.NextFrom is { } next ? Text[nameof(ForecastingText.PlacesSubtitle), Format.Month(next)].Value : null;

    /// <summary>Computed before the newest data were loaded.</summary>
    private bool IsOld => Ranking.DataVersion < Context.Status.MonthsVersion;

    /// <summary>Below the district single heads are not computed in advance.</summary>
    private bool IsTooFine => Context.Head.Level > CrimeHeadLevel.Category && Context.Place is { Level: >= JurisdictionLevel.District };

    private string EmptyTitle => Text[IsTooFine ? nameof(ForecastingText.PlacesFineTitle) : nameof(ForecastingText.PlacesPendingTitle)];

    private string EmptyHint => Text[IsTooFine ? nameof(ForecastingText.PlacesFineHint) : nameof(ForecastingText.PlacesPendingHint)];

    protected override bool IsEmpty(Answer<SeriesRequest, ForecastRanking> value) => value.Report is null;

    protected override Task<Answer<SeriesRequest, ForecastRanking>> LoadAsync(CancellationToken cancellationToken)
    {
        (_order, _isComplete) = (PlaceOrder.Rising, false);
        return PlaceRanking.AskAsync(Answers, Context, cancellationToken);
    }

    private static ExpectedChange? ChangeOf(ForecastRank rank) => PlaceRanking.ChangeOf(rank);

    private static string WidthOf(ExpectedChange change) =>
        string.Create(CultureInfo.InvariantCulture, $"--fill:{Math.Clamp(change.ProbabilityOfMore, 0, 1) * 100:0.#}%");

    private string ChangeSentence(ForecastRank rank, ExpectedChange change) => rank.AgainstLastYear is null
        ? Text[nameof(ForecastingText.PlaceAgainstMean), Format.Number(rank.RecentMean, 1), Words.Signed(change.Cases)]
        : Text[nameof(ForecastingText.PlaceAgainstYear), Format.Number(rank.LastYear), Words.Signed(change.Cases)];

    private string WhyNot(ForecastObstacle obstacle) => Text[obstacle switch
    {
        ForecastObstacle.Suppressed => nameof(ForecastingText.SuppressedTitle),
        ForecastObstacle.TooShort => nameof(ForecastingText.PlaceTooShort),
        _ => nameof(ForecastingText.NoFitTitle),
    }];

    private string OrderName(PlaceOrder order) => Text[order switch
    {
        PlaceOrder.Falling => nameof(ForecastingText.OrderFalling),
        PlaceOrder.Most => nameof(ForecastingText.OrderMost),
        _ => nameof(ForecastingText.OrderRising),
    }];
}
