using CrimeInsight.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.SignIn;

/// <summary>Fields of the form that sets a second factor: the secret for the device, and the code that proves it arrived.</summary>
public sealed partial class FactorSetup
{
    [Inject] public required IStringLocalizer<SignInText> Text { get; init; }

    [Parameter, EditorRequired] public required FactorOffer Offer { get; set; }

    /// <summary>Of what is said about the last attempt; null when nothing is.</summary>
    [Parameter] public string? ErrorId { get; set; }
}
