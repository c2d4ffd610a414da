namespace CrimeInsight.Web.Features.SignIn;

/// <summary>What the form for the first administrator posts.</summary>
public sealed class FirstAdminForm
{
    public string? Code { get; set; }

    public string? UserName { get; set; }

    public string? Name { get; set; }

    public string? Next { get; set; }

    public string? Repeat { get; set; }
}
