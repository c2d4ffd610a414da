using CrimeInsight.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Map;

/// <summary>Shown until there is data.</summary>
public sealed partial class MapPage
{
    [Inject]
    public required IStringLocalizer<SharedText> Text { get; init; }
}
