using System.Collections.Immutable;
using CrimeInsight.Core.Forecasting;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Forecasting;

/// <summary>The figures of a fan, newest first. The file has all levels; the table the two widest, which is what phones have room for.</summary>
public sealed partial class FanTable
{
    private const int ShownLevels = 2;

    [Inject] public required IStringLocalizer<ForecastingText> Text { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Parameter, EditorRequired] public required FanSeries Series { get; set; }

    private bool IsWeekly => Series.Step == SeriesStep.Week;

    private ImmutableArray<ForecastBand> Levels => [.. Series.Bands.TakeLast(ShownLevels)];
}
