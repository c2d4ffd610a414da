using CrimeInsight.Core.People;
using CrimeInsight.Data.Audit;
using CrimeInsight.Data.Keys;
using CrimeInsight.Data.Startup;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CrimeInsight.Data.People;

/// <summary>Stores of people, sessions, attempts, the audit trail and protection keys.</summary>
internal static class PeopleRegistration
{
    public static IServiceCollection AddPeople(this IServiceCollection services, CrimeDatabase database)
    {
        services.TryAddSingleton<IdentityErrorDescriber>();
        services.AddScoped<IUserStore<Person>, PersonStore>();
        services.AddSingleton<ISignInSessionStore, SignInSessionStore>();
        services.AddSingleton<IPersonPreferenceStore, PersonPreferenceStore>();
        services.AddSingleton<IAuditWriter, AuditWriter>();
        services.AddSingleton<IDemoAccounts, DemoAccounts>();
        services.AddSingleton<IAttemptCounter, AttemptCounter>();
        services.AddSingleton<IPeople, PeopleManager>();
        services.AddSingleton<IOneTimeCodes, OneTimeCodes>();
        services.AddSingleton<ISecondFactorStore, SecondFactorStore>();
        services.AddSingleton<IPasskeyChallenges, PasskeyChallenges>();
        services.AddSingleton(database.Keys);
        services.AddSingleton<ProtectionKeyFile>();
        services.AddSingleton<ProtectionKeyEncryptor>();
        services.AddSingleton<IXmlRepository, ProtectionKeyRepository>();
        services.AddSingleton<AuditStore>();
        services.AddSingleton<IAuditVerifier, AuditVerifier>();
        services.AddSingleton<IAuditReader, AuditReader>();
        return services;
    }
}
