using CrimeInsight.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Shared.Layout;

/// <summary>A quiet notice at the edge of the screen while the connection is away.</summary>
public sealed partial class ReconnectNotice
{
    [Inject]
    public required IStringLocalizer<SharedText> Text { get; init; }
}
