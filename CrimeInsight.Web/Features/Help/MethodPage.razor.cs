using CrimeInsight.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Help;

/// <summary>How figures come about, their assumptions and limits, in the words of the product's documents.</summary>
public sealed partial class MethodPage
{
    [Inject] public required IStringLocalizer<HelpText> Text { get; init; }

    [Inject] public required MethodPages Methods { get; init; }

    /// <summary>Of the file.</summary>
    [Parameter] public required string Name { get; set; }
}
