namespace CrimeInsight.Web.Features.SignIn;

/// <summary>What forms about the second factor post.</summary>
public sealed class FactorForm
{
    public string? Code { get; set; }

    /// <summary>Of the secret that was offered.</summary>
    public string? Token { get; set; }
}
