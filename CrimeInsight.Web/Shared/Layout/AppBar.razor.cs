using CrimeInsight.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Shared.Layout;

/// <summary>The product's name, help, language, theme and account.</summary>
public sealed partial class AppBar
{
    [Inject] public required IStringLocalizer<HelpText> Text { get; init; }
}
