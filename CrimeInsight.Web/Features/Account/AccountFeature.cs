using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared;
using CrimeInsight.Web.Shared.Composition;
using MudBlazor;

namespace CrimeInsight.Web.Features.Account;

/// <summary>Composition of the account pages.</summary>
public static class AccountFeature
{
    public static IServiceCollection AddAccountFeature(this IServiceCollection services) => services
        .AddPage<SharedText>(AppUrls.Account, Icons.Material.Rounded.AccountCircle, nameof(SharedText.NavAccount), isMinor: true)
        .AddHelp(AppUrls.Account, "Account")
        .AddScoped<SessionEnding>();
}
