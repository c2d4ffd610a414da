namespace CrimeInsight.Web.Features.SignIn;

/// <summary>What the sign-in form posts.</summary>
public sealed class SignInForm
{
    public string? UserName { get; set; }

    public string? Password { get; set; }

    public bool KeepSignedIn { get; set; }
}
