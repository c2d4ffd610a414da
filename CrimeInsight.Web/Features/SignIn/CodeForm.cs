namespace CrimeInsight.Web.Features.SignIn;

/// <summary>What the form for one-time codes posts.</summary>
public sealed class CodeForm
{
    public string? UserName { get; set; }

    public string? Code { get; set; }

    public string? Next { get; set; }

    public string? Repeat { get; set; }
}
