using CrimeInsight.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.SignIn;

/// <summary>Makes the first administrator: a static page, so that code and password travel in one form post and nowhere else.</summary>
public sealed partial class FirstAdminPage
{
    private IReadOnlyList<string> _errors = [];
    private bool _isOpen;
    private bool _isMade;

    [Inject] public required IStringLocalizer<SignInText> Text { get; init; }

    [Inject] public required IStringLocalizer<AccountText> Account { get; init; }

    [Inject] public required FirstAdminDoor Door { get; init; }

    [Inject] public required PasswordWords Words { get; init; }

    [CascadingParameter] public required HttpContext Context { get; set; }

    [SupplyParameterFromForm(FormName = "first-admin")] public FirstAdminForm? Form { get; set; }

    // A form that somebody posts must be there to be answered, even when another was quicker.
    protected override async Task OnInitializedAsync() => _isOpen = Form is not null || await Door.IsOpenAsync(Context.RequestAborted);

    private async Task SubmitAsync()
    {
        if (Form?.Next != Form?.Repeat)
        {
            _errors = [Account[nameof(AccountText.PasswordDiffers)]];
            return;
        }

        var result = await Door.CreateAsync(Context, Form?.Code ?? "", Form?.UserName?.Trim() ?? "", Form?.Name?.Trim() ?? "", Form?.Next ?? "");
        _isMade = result.Succeeded;
        _isOpen = await Door.IsOpenAsync(Context.RequestAborted);
        _errors = [.. result.Errors.Select(Describe).Distinct()];
    }

    private string Describe(IdentityError error) => error.Code switch
    {
        nameof(IdentityErrorDescriber.InvalidUserName) => Text[nameof(SignInText.AdminNameBad)],
        nameof(IdentityErrorDescriber.DuplicateUserName) => Text[nameof(SignInText.AdminNameTaken)],
        _ => Words.Of(error) ?? Text[nameof(SignInText.AdminRefused)],
    };
}
