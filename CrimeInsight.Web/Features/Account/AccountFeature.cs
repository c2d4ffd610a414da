namespace CrimeInsight.Web.Features.Account;

/// <summary>Composition of the account pages.</summary>
public static class AccountFeature
{
    public static IServiceCollection AddAccountFeature(this IServiceCollection services) => services.AddScoped<SessionEnding>();
}
