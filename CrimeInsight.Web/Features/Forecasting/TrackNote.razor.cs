using CrimeInsight.Core.Forecasting;
using Microsoft.AspNetCore.Components;

namespace CrimeInsight.Web.Features.Forecasting;

/// <summary>How good a forecast was before, against the plain rule: the same sentence on every page that shows it.</summary>
public sealed partial class TrackNote
{
    [Inject] public required TrackWords Words { get; init; }

    [Parameter, EditorRequired] public required ForecastReport Report { get; set; }

    private string? Sentence => Words.Sentence(Report);

    private bool IsSound => TrackWords.IsSound(Report);
}
