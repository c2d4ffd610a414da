namespace CrimeInsight.Web.Features.SignIn;

/// <summary>What a demo button posts.</summary>
public sealed class DemoForm
{
    public string? UserName { get; set; }
}
