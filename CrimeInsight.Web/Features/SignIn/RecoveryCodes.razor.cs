using CrimeInsight.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.SignIn;

/// <summary>Codes for paper; they are told this once.</summary>
public sealed partial class RecoveryCodes
{
    [Inject] public required IStringLocalizer<SignInText> Text { get; init; }

    [Parameter, EditorRequired] public required IReadOnlyList<string> Codes { get; set; }
}
