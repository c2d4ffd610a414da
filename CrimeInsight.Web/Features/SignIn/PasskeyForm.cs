namespace CrimeInsight.Web.Features.SignIn;

/// <summary>What forms about passkeys post.</summary>
public sealed class PasskeyForm
{
    /// <summary>What the browser answered, as JSON.</summary>
    public string? Credential { get; set; }

    /// <summary>Of a key that is added.</summary>
    public string? Name { get; set; }

    /// <summary>Whoever adds or removes a key knows it.</summary>
    public string? Password { get; set; }

    /// <summary>The key that is removed, in Base64Url.</summary>
    public string? Id { get; set; }
}
