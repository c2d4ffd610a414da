using CrimeInsight.Core.People;
using CrimeInsight.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.SignIn;

/// <summary>Signs in with a passkey: alone, or after the password in the place of a code.</summary>
public sealed partial class PasskeyEntry
{
    private string _options = "";
    private bool _hasFailed;

    [Inject] public required IStringLocalizer<SignInText> Text { get; init; }

    [Inject] public required PasskeyDoor Door { get; init; }

    [CascadingParameter] public required HttpContext Context { get; set; }

    [SupplyParameterFromForm(FormName = "passkey")] public PasskeyForm? Passkey { get; set; }

    /// <summary>Who has given their password; null: nobody has.</summary>
    [Parameter] public Person? Person { get; set; }

    /// <summary>Told whose key it was.</summary>
    [Parameter, EditorRequired] public EventCallback<Person> OnEntered { get; set; }

    protected override async Task OnInitializedAsync() => _options = await Door.AskAsync(Context, Person);

    private async Task SubmitAsync()
    {
        if (await Door.JudgeAsync(Context, Person, Passkey?.Credential) is { } person)
            await OnEntered.InvokeAsync(person);
        else
            _hasFailed = true;
    }
}
