using System.Security.Claims;
using CrimeInsight.Core.People;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Shared.Layout;

/// <summary>Who is signed in, the way to their settings, and the way out.</summary>
public sealed partial class AccountMenu
{
    [Inject]
    public required IStringLocalizer<SharedText> Text { get; init; }

    /// <summary>Key of a role's name in SharedText.</summary>
    public static string RoleKey(PersonRole role) => role switch
    {
        PersonRole.Admin => nameof(SharedText.RoleAdmin),
        PersonRole.Supervisor => nameof(SharedText.RoleSupervisor),
        _ => nameof(SharedText.RoleOfficer),
    };

    private static string RoleKey(ClaimsPrincipal user) =>
        RoleKey(Enum.GetValues<PersonRole>().LastOrDefault(role => user.IsInRole(role.ToString())));

    private static string NameOf(ClaimsPrincipal user) => user.FindFirstValue(PersonClaims.DisplayName) ?? user.Identity?.Name ?? "";
}
