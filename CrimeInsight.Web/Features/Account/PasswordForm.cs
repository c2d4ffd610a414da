namespace CrimeInsight.Web.Features.Account;

/// <summary>What the password form posts.</summary>
public sealed class PasswordForm
{
    public string? Current { get; set; }

    public string? Next { get; set; }

    public string? Repeat { get; set; }
}
