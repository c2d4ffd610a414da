using CrimeInsight.Core.People;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CrimeInsight.Data.People;

/// <summary>Stores of people, sessions, the audit trail and protection keys.</summary>
internal static class PeopleRegistration
{
    public static IServiceCollection AddPeople(this IServiceCollection services)
    {
        services.TryAddSingleton<IdentityErrorDescriber>();
        services.AddScoped<IUserStore<Person>, PersonStore>();
        services.AddSingleton<ISignInSessionStore, SignInSessionStore>();
        services.AddSingleton<IPersonPreferenceStore, PersonPreferenceStore>();
        services.AddSingleton<IAuditWriter, AuditWriter>();
        services.AddSingleton<IDemoAccounts, DemoAccounts>();
        services.AddSingleton<IXmlRepository, ProtectionKeyRepository>();
        return services;
    }
}
