using CrimeInsight.Core.People;
using Microsoft.AspNetCore.Identity;

namespace CrimeInsight.Web.Features.SignIn;

/// <summary>Length is the rule (NIST SP 800-63B): long, not monotonous, and not the user name. Nothing about symbols.</summary>
public sealed class PasswordStrength : IPasswordValidator<Person>
{
    public const int LeastLength = 12;
    public const int LeastDistinct = 5;

    /// <summary>Code of the error for a password that contains the user name.</summary>
    public const string ContainsNameCode = "PasswordContainsUserName";

    public Task<IdentityResult> ValidateAsync(UserManager<Person> manager, Person user, string? password)
    {
        var containsName = password is not null && password.Contains(user.UserName, StringComparison.OrdinalIgnoreCase);
        return Task.FromResult(containsName
            ? IdentityResult.Failed(new IdentityError { Code = ContainsNameCode, Description = "The password must not contain the user name." })
            : IdentityResult.Success);
    }
}
