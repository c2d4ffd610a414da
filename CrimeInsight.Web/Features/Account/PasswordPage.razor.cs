using CrimeInsight.Web.Features.SignIn;
using CrimeInsight.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Account;

/// <summary>Changes the password: a static page, so the passwords travel in one form post and nowhere else.</summary>
public sealed partial class PasswordPage
{
    private IReadOnlyList<string> _errors = [];
    private bool _isChanged;

    [Inject]
    public required IStringLocalizer<AccountText> Text { get; init; }

    [Inject]
    public required SignInFlow Flow { get; init; }

    [Inject]
    public required PasswordWords Words { get; init; }

    [CascadingParameter]
    public required HttpContext Context { get; set; }

    [SupplyParameterFromForm(FormName = "password")]
    public PasswordForm? Form { get; set; }

    private async Task SubmitAsync()
    {
        if (Form?.Next != Form?.Repeat)
        {
            _errors = [Text[nameof(AccountText.PasswordDiffers)]];
            return;
        }

        var result = await Flow.ChangePasswordAsync(Context, Form?.Current ?? "", Form?.Next ?? "");
        _isChanged = result.Succeeded;
        _errors = [.. result.Errors.Select(Describe).Distinct()];
    }

    private string Describe(IdentityError error) => Words.Of(error) ?? Text[nameof(AccountText.PasswordWrong)];
}
