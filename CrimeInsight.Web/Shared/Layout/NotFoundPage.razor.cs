using CrimeInsight.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Shared.Layout;

/// <summary>No page has this address.</summary>
public sealed partial class NotFoundPage
{
    [Inject]
    public required IStringLocalizer<SharedText> Text { get; init; }
}
