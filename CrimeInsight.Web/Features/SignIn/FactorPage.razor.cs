using CrimeInsight.Core.People;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.SignIn;

/// <summary>Asks for the second factor after the password, or for setting one where the role needs it. A static page.</summary>
public sealed partial class FactorPage
{
    private Person? _person;
    private bool _isPersistent;
    private bool _hasCode;
    private bool _hasPasskey;
    private FactorOffer? _offer;
    private IReadOnlyList<string>? _codes;
    private string? _error;

    [Inject] public required IStringLocalizer<SignInText> Text { get; init; }

    [Inject] public required SignInFlow Flow { get; init; }

    [Inject] public required FactorDoor Door { get; init; }

    [Inject] public required PasskeyDoor Passkeys { get; init; }

    [Inject] public required SignInDisplay Display { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [CascadingParameter] public required HttpContext Context { get; set; }

    [SupplyParameterFromForm] public FactorForm? Form { get; set; }

    [SupplyParameterFromQuery(Name = "returnUrl")] public string? ReturnUrl { get; set; }

    private string? _errorId => _error is null ? null : "factor-error";

    protected override async Task OnInitializedAsync()
    {
        if (await Flow.PendingAsync(Context) is not { } pending)
        {
            Navigation.NavigateTo(AppUrls.SignInThen(AppUrls.Local(ReturnUrl)));
            return;
        }

        (_person, _isPersistent) = pending;
        _hasCode = await Door.FindAsync(_person) is not null;
        _hasPasskey = (await Passkeys.ListAsync(_person)).Count > 0;
        if (!_hasCode && !_hasPasskey)
            _offer = Door.Offer(_person, Form?.Token);
    }

    private async Task SubmitAsync()
    {
        if (_person is null || !_hasCode)
            return;
        if (!await Door.JudgeAsync(_person, Form?.Code))
        {
            _error = Text[nameof(SignInText.FactorFailed)];
            return;
        }

        await EnterAsync(_person);
        Navigation.NavigateTo(AppUrls.Local(ReturnUrl));
    }

    private async Task SetAsync()
    {
        // Nobody sets a second one past the first.
        if (_person is null || _offer is null)
            return;
        _codes = await Door.SetAsync(_person, Form?.Token, Form?.Code);
        if (_codes is null)
            _error = Text[nameof(SignInText.FactorFailed)];
        else
            await EnterAsync(_person);
    }

    private async Task EnterByPasskeyAsync(Person person)
    {
        await EnterAsync(person);
        Navigation.NavigateTo(AppUrls.Local(ReturnUrl));
    }

    private async Task EnterAsync(Person person)
    {
        await Flow.EnterAsync(Context, person, _isPersistent);
        await Display.ApplyAsync(Context, person);
    }
}
