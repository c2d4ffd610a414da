using CrimeInsight.Core.People;
using Microsoft.AspNetCore.Identity;

namespace CrimeInsight.Web.Features.SignIn;

/// <summary>Length is the rule (NIST SP 800-63B): long, not monotonous, and not what is guessed first. Nothing about symbols.</summary>
public sealed class PasswordStrength : IPasswordValidator<Person>
{
    public const int LeastLength = 12;
    public const int LeastDistinct = 5;

    /// <summary>Guesses, as a power of ten, that a password must withstand.</summary>
    public const double LeastGuessesLog10 = 10;

    /// <summary>Code of the error for a password that is put together from what people usually choose, or from the person's names.</summary>
    public const string GuessableCode = "PasswordGuessable";

    public Task<IdentityResult> ValidateAsync(UserManager<Person> manager, Person user, string? password) => Task.FromResult(
        password is null || PasswordGuess.Log10(password, [user.UserName, user.DisplayName]) >= LeastGuessesLog10
            ? IdentityResult.Success
            : IdentityResult.Failed(new IdentityError
            {
                Code = GuessableCode,
                Description =
                    "The password is easy to guess: it is made of common words, names, dates, repetitions or keyboard runs. Use four or more words that do "
                        + "not belong together.",
            }));
}
