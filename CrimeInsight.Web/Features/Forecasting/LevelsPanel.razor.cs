using CrimeInsight.Core.Forecasting.Stored;
using CrimeInsight.Core.Tables;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using CrimeInsight.Web.Shared.Scopes;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Forecasting;

/// <summary>RMSE and accuracy of the stored forecasts within the place, by level of the police hierarchy and by how many cases there are.</summary>
public sealed partial class LevelsPanel : ScopedPanel<IReadOnlyList<FigureTable>>
{
    [Inject] public required IStringLocalizer<ForecastingText> Text { get; init; }

    [Inject] public required IStoredForecastReader Forecasts { get; init; }

    private string Subtitle => Text[nameof(ForecastingText.LevelsSubtitle), Context.Reference.Head(Context.Head.Code)];

    protected override bool IsEmpty(IReadOnlyList<FigureTable> value) => value.Count == 0;

    protected override async Task<IReadOnlyList<FigureTable>> LoadAsync(CancellationToken cancellationToken) =>
        LevelTables.Of(await Forecasts.AccuracyAsync(Context.Place?.Code, Context.Head.Code, Context.Viewer, cancellationToken));
}
