using System.Collections.Immutable;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Forecasting;

/// <summary>What the lines and bands of a fan are. The bands lie one over the other, so the inner ones are darker.</summary>
public sealed partial class FanKey
{
    [Inject] public required IStringLocalizer<ForecastingText> Text { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    /// <summary>Ascending; empty without a forecast.</summary>
    [Parameter, EditorRequired] public required ImmutableArray<double> LevelsPercent { get; set; }

    [CascadingParameter(Name = "IsDark")] public bool IsDark { get; set; }
}
