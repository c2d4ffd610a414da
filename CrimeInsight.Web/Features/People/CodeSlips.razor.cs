using CrimeInsight.Core.People;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared;
using CrimeInsight.Web.Shared.Formatting;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.People;

/// <summary>One-time codes, to be printed or read out; they are told this once.</summary>
public sealed partial class CodeSlips
{
    [Inject] public required IStringLocalizer<PeopleText> Text { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [Parameter, EditorRequired] public required IReadOnlyList<IssuedCode> Codes { get; set; }

    /// <summary>They are not needed any more.</summary>
    [Parameter, EditorRequired] public EventCallback OnDone { get; set; }

    private string Address => Navigation.ToAbsoluteUri(AppUrls.SignInCode).ToString();
}
