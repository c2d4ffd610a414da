using CrimeInsight.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Shared.Layout;

/// <summary>The person's role does not include the page.</summary>
public sealed partial class AccessDenied
{
    [Inject]
    public required IStringLocalizer<SharedText> Text { get; init; }
}
