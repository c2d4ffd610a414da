using CrimeInsight.Core.People;
using Microsoft.AspNetCore.Authorization;

namespace CrimeInsight.Web.Shared.Security;

/// <summary>Names of policies for <c>[Authorize(Policy = …)]</c>. Without one a page needs any signed-in person.</summary>
public static class Policies
{
    public const string Supervisor = "supervisor";
    public const string Admin = "admin";

    internal static void Add(AuthorizationOptions options)
    {
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
        options.AddPolicy(Supervisor, policy => policy.RequireRole(nameof(PersonRole.Supervisor), nameof(PersonRole.Admin)));
        options.AddPolicy(Admin, policy => policy.RequireRole(nameof(PersonRole.Admin)));
    }
}
