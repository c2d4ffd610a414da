using CrimeInsight.Web.Resources;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.SignIn;

/// <summary>What is wrong with a password, in words.</summary>
public sealed class PasswordWords(IStringLocalizer<AccountText> text)
{
    /// <summary>Null when the error is not about a new password.</summary>
    public string? Of(IdentityError error) => error.Code switch
    {
        nameof(IdentityErrorDescriber.PasswordTooShort) => text[nameof(AccountText.PasswordShort), PasswordStrength.LeastLength].Value,
        nameof(IdentityErrorDescriber.PasswordRequiresUniqueChars) => text[nameof(AccountText.PasswordPlain), PasswordStrength.LeastDistinct].Value,
        PasswordStrength.GuessableCode => text[nameof(AccountText.PasswordGuessable)].Value,
        _ => null,
    };
}
