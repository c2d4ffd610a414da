using CrimeInsight.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Shared.Layout;

/// <summary>A request failed before a page could be shown.</summary>
public sealed partial class ErrorPage
{
    [Inject]
    public required IStringLocalizer<SharedText> Text { get; init; }

    [CascadingParameter]
    public required HttpContext Context { get; set; }
}
