using CrimeInsight.Core.Hotspots;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Hotspots;

/// <summary>In plain words, what a finding says and what it does not.</summary>
public sealed partial class HotspotMeaning
{
    [Inject] public required IStringLocalizer<HotspotsText> Text { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Parameter, EditorRequired] public required HotspotReport Report { get; set; }
}
