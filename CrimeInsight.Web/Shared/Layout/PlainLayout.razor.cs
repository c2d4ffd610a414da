using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Shared.Layout;

/// <summary>Frame of static pages: the brand and the languages, without any script.</summary>
public sealed partial class PlainLayout
{
    [Inject]
    public required OfferedLanguages Languages { get; init; }

    [Inject]
    public required IStringLocalizer<SharedText> Text { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }
}
