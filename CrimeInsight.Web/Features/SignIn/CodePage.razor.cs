using CrimeInsight.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.SignIn;

/// <summary>Sets a password by a one-time code: a static page, so that code and password travel in one form post and nowhere else.</summary>
public sealed partial class CodePage
{
    private IReadOnlyList<string> _errors = [];
    private bool _isSet;

    [Inject] public required IStringLocalizer<SignInText> Text { get; init; }

    [Inject] public required IStringLocalizer<AccountText> Account { get; init; }

    [Inject] public required CodeDoor Door { get; init; }

    [Inject] public required PasswordWords Words { get; init; }

    [CascadingParameter] public required HttpContext Context { get; set; }

    [SupplyParameterFromForm(FormName = "code")] public CodeForm? Form { get; set; }

    private async Task SubmitAsync()
    {
        if (Form?.Next != Form?.Repeat)
        {
            _errors = [Account[nameof(AccountText.PasswordDiffers)]];
            return;
        }

        var result = await Door.RedeemAsync(Context, Form?.UserName?.Trim() ?? "", Form?.Code ?? "", Form?.Next ?? "");
        _isSet = result.Succeeded;
        _errors = [.. result.Errors.Select(Describe).Distinct()];
    }

    private string Describe(IdentityError error) => Words.Of(error) ?? Text[nameof(SignInText.CodeRefused)];
}
